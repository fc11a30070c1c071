import { Group, Radio, Stack } from '@mantine/core'
import type { CodeList } from '../../shared/vocab/code-list.ts'
import { useLocale } from '../i18n/words.tsx'
import { termsOffered, useTerms } from './code-terms.ts'
import { ReadOnly } from './read-only-text.tsx'

interface CodeRadiosProps<V extends string> {
  readonly label: string
  readonly description?: string
  readonly list: CodeList
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly readOnly?: boolean
}

/** One term of a short list, all of them in sight. */
export function CodeRadios<V extends string>(props: CodeRadiosProps<V>) {
  const { label, description, list, value, onChange, readOnly = false } = props
  const words = useTerms()
  const locale = useLocale()
  if (readOnly) return <ReadOnly label={label}>{value === null ? null : words(list, value)}</ReadOnly>
  const codes = termsOffered<V>(list, value === null ? [] : [value])
  const definitionOf = (code: string) =>
    Object.hasOwn(list, code) ? list[code]?.definition?.[locale] : undefined
  const radios = codes.map((code) => (
    <Radio key={code} value={code} label={words(list, code)} description={definitionOf(code)} />
  ))
  return (
    <Radio.Group<V> label={label} description={description} value={value} onChange={onChange}>
      {codes.some(definitionOf) ? (
        <Stack gap="xs" mt="xs">
          {radios}
        </Stack>
      ) : (
        <Group gap="lg" mt="xs">
          {radios}
        </Group>
      )}
    </Radio.Group>
  )
}
