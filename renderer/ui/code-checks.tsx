import { Checkbox, List, SimpleGrid } from '@mantine/core'
import { type CodeList, codesOf } from '../../shared/vocab/code-list.ts'
import { useLabels, useLocale } from '../i18n/words.tsx'
import { ReadOnly } from './read-only-text.tsx'

interface CodeChecksProps<C extends string> {
  readonly label: string
  readonly list: CodeList<C>
  readonly value: readonly C[]
  readonly onChange: (value: C[]) => void
  readonly description?: string
  readonly readOnly?: boolean
}

/** Any number of terms of a coded list, each with its definition when it has one. */
export function CodeChecks<C extends string>(props: CodeChecksProps<C>) {
  const { label, list, value, onChange, description, readOnly = false } = props
  const labelOf = useLabels()
  const locale = useLocale()
  if (readOnly) return <ReadOnly label={label}>{value.length === 0 ? null : chosen()}</ReadOnly>
  const codes = codesOf<C>(list)
  // Definitions are sentences: they want the whole width.
  const columns = codes.some((code) => list[code].definition) ? 1 : { base: 1, sm: 2 }
  return (
    <Checkbox.Group<C> label={label} description={description} value={[...value]} onChange={onChange}>
      <SimpleGrid cols={columns} spacing="sm" verticalSpacing="xs" mt="sm">
        {codes.map((code) => (
          <Checkbox
            key={code}
            value={code}
            label={labelOf(list, code)}
            description={list[code].definition?.[locale]}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  )

  function chosen() {
    return (
      <List>
        {value.map((code) => (
          <List.Item key={code}>{labelOf(list, code)}</List.Item>
        ))}
      </List>
    )
  }
}
