import { Text } from '@mantine/core'
import type { DraftStatus } from '../drafts/use-draft.ts'
import { useWords } from '../i18n/words.tsx'

/** True while a form holds words that have not been saved. */
export const isWaiting = (status: DraftStatus): boolean => status !== 'loading' && status !== 'clean'

/** Whether what is being typed has been put away. Only a failure is announced: the rest would be said at every pause. */
export function DraftState({ status }: { status: DraftStatus }) {
  const t = useWords()
  if (status === 'failed') {
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {t('cases.draft.failed')}
      </Text>
    )
  }
  if (!isWaiting(status)) return null
  return (
    <Text size="sm" c="dimmed">
      {t(status === 'kept' ? 'cases.draft.kept' : 'cases.draft.typing')}
    </Text>
  )
}
