import { TextInput } from '@mantine/core'
import { plainDate } from '../../shared/dates.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { ReadOnly } from './read-only-text.tsx'

interface DayFieldProps {
  readonly label: string
  readonly description?: string
  /** A plain date, `YYYY-MM-DD`. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly readOnly?: boolean
  /** Outside of these a sentence asks to look again. The day is kept as it was typed: the clock may be the one that is wrong. */
  readonly min?: string
  readonly max?: string
  /** Whether the day may be left out. */
  readonly clearable?: boolean
  /** What else there is to say of the day. */
  readonly note?: string | undefined
}

/** A calendar day, with the system's own field, then in words: 03/04 is April in Québec and March elsewhere. */
export function DayField(props: DayFieldProps) {
  const { label, description, value, onChange, readOnly = false, min, max, clearable = false, note } = props
  const t = useWords()
  const inWords = useDates()
  if (readOnly) {
    return (
      <ReadOnly label={label}>
        {value === null ? null : note === undefined ? inWords(value) : `${inWords(value)} (${note})`}
      </ReadOnly>
    )
  }
  const outside =
    value === null
      ? undefined
      : max !== undefined && value > max
        ? t('ui.dayAfter', { day: inWords(max) })
        : min !== undefined && value < min
          ? t('ui.dayBefore', { day: inWords(min) })
          : undefined
  return (
    <TextInput
      type="date"
      label={label}
      description={description}
      value={value ?? ''}
      min={min}
      max={max}
      required={!clearable}
      withAsterisk={false}
      error={outside ?? note}
      onChange={({ currentTarget }) => {
        // While a day is half typed the field is empty: nothing is known yet.
        const day = plainDate.safeParse(currentTarget.value)
        if (day.success) onChange(day.data)
        else if (clearable) onChange(null)
      }}
      success={value === null ? undefined : t('ui.day', { day: inWords(value) })}
      withSuccessStyles={false}
    />
  )
}
