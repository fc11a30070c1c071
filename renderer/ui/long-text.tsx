import { Text, Textarea } from '@mantine/core'
import { cleanText } from '../../shared/clean-text.ts'
import { longTextLimit } from '../../shared/fields.ts'
import { ReadOnly } from './read-only-text.tsx'
import classes from './text-entry.module.css'
import { useTextEntry } from './use-text-entry.ts'

interface LongTextProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly readOnly?: boolean
  readonly minRows?: number
  /** Characters, where a field takes fewer than most. */
  readonly limit?: number
}

/**
 * Free text that grows with what is written, in whichever direction its script runs. Never spell-checked: a dictionary would
 * learn the words. A paste that is too long stays whole, with a sentence.
 */
export function LongText(props: LongTextProps) {
  const { label, description, value, onChange, readOnly = false, minRows = 4, limit = longTextLimit } = props
  const entry = useTextEntry(value, limit, cleanText, onChange)
  if (readOnly) return <ReadOnly label={label}>{value.trim() || null}</ReadOnly>
  return (
    <div>
      <Textarea
        label={label}
        description={description}
        error={entry.error}
        value={value}
        onChange={(event) => entry.type(event.currentTarget.value)}
        autosize
        minRows={minRows}
        attributes={{ input: { dir: 'auto' } }}
        spellCheck={false}
        autoComplete="off"
      />
      <Text size="sm" mt={4} role="status" className={classes.notice}>
        {entry.notice}
      </Text>
    </div>
  )
}
