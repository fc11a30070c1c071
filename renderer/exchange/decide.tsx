import { Button, Group } from '@mantine/core'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { RefusePacket } from './refuse-packet.tsx'

interface DecideProps {
  readonly packetId: string
  /** The word on the button that takes it in. */
  readonly accept: string
  readonly onSettled: (packet: ReceivedPacket) => void
  readonly onClose: () => void
}

/** Take it in, refuse it with a reason, or leave it for later: the three ends of every preview. */
export function Decide({ packetId, accept: word, onSettled, onClose }: DecideProps) {
  const t = useWords()
  const [refusing, setRefusing] = useState(false)
  const accept = useChange('exchange.accept')
  const refuse = useRef<HTMLButtonElement>(null)
  const comeBack = (): void => {
    // The keyboard goes back to where it left.
    flushSync(() => setRefusing(false))
    refuse.current?.focus()
  }
  return (
    <>
      <ErrorNotice error={accept.error} />
      {refusing ? (
        <RefusePacket packetId={packetId} onCancel={comeBack} onRefused={onSettled} />
      ) : (
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {t('exchange.preview.close')}
          </Button>
          <Button variant="default" ref={refuse} onClick={() => setRefusing(true)}>
            {t('exchange.refuse')}
          </Button>
          <Button
            loading={accept.isPending}
            onClick={() => accept.mutate({ packetId }, { onSuccess: onSettled })}
          >
            {word}
          </Button>
        </Group>
      )}
    </>
  )
}
