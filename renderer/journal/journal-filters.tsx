import { Group, NativeSelect } from '@mantine/core'
import { type JournalTopic, journalTopic } from '../../shared/journal/actions.ts'
import { useWords } from '../i18n/words.tsx'
import { DayField } from '../ui/day-field.tsx'

export interface JournalFilter {
  readonly topic: JournalTopic | null
  /** Both days included. */
  readonly from: string | null
  readonly to: string | null
}

export const noFilter: JournalFilter = { topic: null, from: null, to: null }

interface JournalFiltersProps {
  readonly value: JournalFilter
  readonly onChange: (value: JournalFilter) => void
}

/** About what, and between which days. */
export function JournalFilters({ value, onChange }: JournalFiltersProps) {
  const t = useWords()
  const topics = journalTopic.options.map((topic) => ({ value: topic, label: t(`journal.topic.${topic}`) }))
  return (
    <Group align="flex-start" gap="md" mb="md">
      <NativeSelect
        label={t('journal.filter.topic')}
        data={[{ value: '', label: t('journal.filter.all') }, ...topics]}
        value={value.topic ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ ...value, topic: journalTopic.safeParse(currentTarget.value).data ?? null })
        }
        miw="16rem"
      />
      <DayField
        label={t('journal.filter.from')}
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
        {...(value.to !== null && { max: value.to })}
        clearable
      />
      <DayField
        label={t('journal.filter.to')}
        value={value.to}
        onChange={(to) => onChange({ ...value, to })}
        {...(value.from !== null && { min: value.from })}
        clearable
      />
    </Group>
  )
}
