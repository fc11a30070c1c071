import { Select, Text } from '@mantine/core'
import type { CodeList } from '../../shared/vocab/code-list.ts'
import { useLocale, useWords } from '../i18n/words.tsx'
import { termsOffered, useTerms } from './code-terms.ts'
import { ReadOnly } from './read-only-text.tsx'

/** Terms beyond which one would rather type a few letters than look through the list. */
const longList = 10

interface CodeSelectProps<V extends string> {
  readonly label: string
  readonly list: CodeList
  readonly value: V | null
  readonly onChange: (value: V | null) => void
  readonly description?: string
  readonly readOnly?: boolean
  /** Terms that are not to be offered here, having their place elsewhere. */
  readonly except?: readonly string[]
  /** What is missing, beside the field. */
  readonly error?: string
}

/** One term of a coded list, or none; what the chosen one means stands under it. */
export function CodeSelect<V extends string>(props: CodeSelectProps<V>) {
  const { label, list, value, onChange, description, readOnly = false, except, error } = props
  const t = useWords()
  const words = useTerms()
  const locale = useLocale()
  if (readOnly) return <ReadOnly label={label}>{value === null ? null : words(list, value)}</ReadOnly>
  const codes = termsOffered<V>(list, value === null ? [] : [value]).filter((code) => !except?.includes(code))
  const definitionOf = (code: string) =>
    Object.hasOwn(list, code) ? list[code]?.definition?.[locale] : undefined
  return (
    <Select<V>
      label={label}
      description={description}
      error={error}
      placeholder={t('ui.chooseTerm')}
      data={codes.map((code) => ({ value: code, label: words(list, code) }))}
      value={value}
      onChange={onChange}
      clearable
      clearSectionMode="clear"
      clearButtonProps={{ 'aria-label': t('ui.clear'), 'aria-hidden': false, tabIndex: 0 }}
      searchable={codes.length > longList}
      nothingFoundMessage={t('ui.noTerm')}
      maxDropdownHeight={360}
      success={value === null ? undefined : definitionOf(value)}
      withSuccessStyles={false}
      renderOption={({ option }) => (
        <div>
          {option.label}
          {definitionOf(option.value) && (
            <Text size="sm" c="dimmed">
              {definitionOf(option.value)}
            </Text>
          )}
        </div>
      )}
    />
  )
}
