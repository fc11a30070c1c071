import { TextInput } from '@mantine/core'
import { plainMonth } from '../../shared/dates.ts'
import { useMonths, useWords } from '../i18n/words.tsx'
import { ReadOnly } from './read-only-text.tsx'

interface MonthFieldProps {
  readonly label: string
  readonly description?: string
  /** A month, `YYYY-MM`. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly readOnly?: boolean
  /** What does not hold together, in a sentence. */
  readonly error?: string | undefined
}

/** A month, where a day would identify. It may always be left out. */
export function MonthField({
  label,
  description,
  value,
  onChange,
  readOnly = false,
  error,
}: MonthFieldProps) {
  const t = useWords()
  const inWords = useMonths()
  if (readOnly) return <ReadOnly label={label}>{value === null ? null : inWords(value)}</ReadOnly>
  return (
    <TextInput
      type="month"
      label={label}
      description={description}
      value={value ?? ''}
      error={error}
      onChange={({ currentTarget }) => {
        const month = plainMonth.safeParse(currentTarget.value)
        onChange(month.success ? month.data : null)
      }}
      success={value === null ? undefined : t('ui.month', { month: inWords(value) })}
      withSuccessStyles={false}
    />
  )
}
