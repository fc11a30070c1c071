import { Textarea } from '@mantine/core'
import { longTextLimit } from '../../shared/fields.ts'
import { ReadOnly } from './read-only-text.tsx'

interface LongTextProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly readOnly?: boolean
  readonly minRows?: number
}

/** Free text that grows with what is written. Never spell-checked: a dictionary would learn the words. */
export function LongText({
  label,
  description,
  value,
  onChange,
  readOnly = false,
  minRows = 4,
}: LongTextProps) {
  if (readOnly) return <ReadOnly label={label}>{value.trim() || null}</ReadOnly>
  return (
    <Textarea
      label={label}
      description={description}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autosize
      minRows={minRows}
      maxLength={longTextLimit}
      spellCheck={false}
      autoComplete="off"
    />
  )
}
