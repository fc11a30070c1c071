import { Select, Text } from '@mantine/core'
import { type CodeList, codesOf } from '../../shared/vocab/code-list.ts'
import { useLabels, useLocale, useWords } from '../i18n/words.tsx'
import { ReadOnly } from './read-only-text.tsx'

/** Terms beyond which one would rather type a few letters than look through the list. */
const longList = 10

interface CodeSelectProps<C extends string> {
  readonly label: string
  readonly list: CodeList<C>
  readonly value: C | null
  readonly onChange: (value: C | null) => void
  readonly description?: string
  readonly readOnly?: boolean
  /** What is missing, beside the field. */
  readonly error?: string
}

/** One term of a coded list, or none. */
export function CodeSelect<C extends string>(props: CodeSelectProps<C>) {
  const { label, list, value, onChange, description, readOnly = false, error } = props
  const t = useWords()
  const labelOf = useLabels()
  const locale = useLocale()
  const codes = codesOf<C>(list)
  if (readOnly) return <ReadOnly label={label}>{value === null ? null : labelOf(list, value)}</ReadOnly>
  return (
    <Select<C>
      label={label}
      description={description}
      error={error}
      placeholder={t('ui.chooseTerm')}
      data={codes.map((code) => ({ value: code, label: labelOf(list, code) }))}
      value={value}
      onChange={onChange}
      clearable
      clearSectionMode="clear"
      clearButtonProps={{ 'aria-label': t('ui.clear'), 'aria-hidden': false, tabIndex: 0 }}
      searchable={codes.length > longList}
      nothingFoundMessage={t('ui.noTerm')}
      maxDropdownHeight={360}
      renderOption={({ option }) => (
        <div>
          {option.label}
          {list[option.value].definition && (
            <Text size="sm" c="dimmed">
              {list[option.value].definition?.[locale]}
            </Text>
          )}
        </div>
      )}
    />
  )
}
