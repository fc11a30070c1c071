import { Text } from '@mantine/core'
import type { EntryView } from '../../shared/directory/directory.contract.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'

/** When somebody last made sure of an entry, and whether that is too long ago to count on. */
export function CheckedMark({ entry: { checkedOn, stale } }: { readonly entry: EntryView }) {
  const t = useWords()
  const inWords = useDates()
  if (checkedOn === null) return <StateBadge tone="wait">{t('directory.neverChecked')}</StateBadge>
  return (
    <>
      {stale && <StateBadge tone="wait">{t('directory.checkAgain')}</StateBadge>}
      <Text size="sm" c="dimmed">
        {t('directory.checkedOn', { day: inWords(checkedOn) })}
      </Text>
    </>
  )
}
