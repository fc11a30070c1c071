import { Button, Group, Modal, Text } from '@mantine/core'
import { createContext, type ReactNode, useContext, useRef, useState } from 'react'
import { useWords } from '../i18n/words.tsx'

export interface Question {
  readonly title: string
  readonly text: string
  /** The word on the button that does it. */
  readonly action: string
}
type Ask = (question: Question) => Promise<boolean>

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false))

/** Asks before something that can't be undone, and only then. Closing the dialog in any way is a no. */
export const useConfirm = (): Ask => useContext(ConfirmContext)

/** Holds the one confirmation dialog of the app. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = useWords()
  const [question, setQuestion] = useState<Question | null>(null)
  const [opened, setOpened] = useState(false)
  const settle = useRef<(answer: boolean) => void>(() => undefined)

  const ask: Ask = (next) => {
    settle.current(false)
    setQuestion(next)
    setOpened(true)
    return new Promise((resolve) => {
      settle.current = resolve
    })
  }
  const close = (answer: boolean) => () => {
    setOpened(false)
    settle.current(answer)
  }

  return (
    <ConfirmContext value={ask}>
      {children}
      <Modal opened={opened} onClose={close(false)} title={question?.title} withCloseButton={false} centered>
        <Text>{question?.text}</Text>
        <Group justify="flex-end" mt="xl">
          <Button variant="default" onClick={close(false)} data-autofocus>
            {t('ui.cancel')}
          </Button>
          <Button color="red" onClick={close(true)}>
            {question?.action}
          </Button>
        </Group>
      </Modal>
    </ConfirmContext>
  )
}
