import { Text, TextInput } from '@mantine/core'
import { cleanLine } from '../../shared/clean-text.ts'
import { shortTextLimit } from '../../shared/fields.ts'
import { ReadOnly } from './read-only-text.tsx'
import classes from './text-entry.module.css'
import { useTextEntry } from './use-text-entry.ts'

interface ShortTextProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is wrong with it, in a sentence. */
  readonly error?: string | undefined
  readonly readOnly?: boolean
}

/** One line of free text. What is pasted stays whole even where it is too long. */
export function ShortText({ label, description, value, onChange, error, readOnly = false }: ShortTextProps) {
  const entry = useTextEntry(value, shortTextLimit, cleanLine, onChange)
  if (readOnly) return <ReadOnly label={label}>{value.trim() || null}</ReadOnly>
  return (
    <div>
      <TextInput
        label={label}
        description={description}
        error={entry.error ?? error}
        value={value}
        onChange={({ currentTarget }) => entry.type(currentTarget.value)}
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
