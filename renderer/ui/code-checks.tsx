import { Button, Checkbox, List, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CodeList } from '../../shared/vocab/code-list.ts'
import { useLocale, useWords } from '../i18n/words.tsx'
import { termsOffered, useTerms } from './code-terms.ts'
import { matching } from './matching.ts'
import { ReadOnly } from './read-only-text.tsx'

interface CodeChecksProps<V extends string> {
  readonly label: string
  readonly list: CodeList
  readonly value: readonly V[]
  readonly onChange: (value: V[]) => void
  readonly description?: string
  readonly readOnly?: boolean
  /** Which terms of the list to offer here; without it, all. What is chosen is always shown. */
  readonly only?: (code: V) => boolean
  /** How many of the first terms to begin with; the others come, with a search, at the press of a button. */
  readonly first?: number
}

/** Any number of terms of a coded list, each with its definition when it has one. */
export function CodeChecks<V extends string>(props: CodeChecksProps<V>) {
  const { label, list, value, onChange, description, readOnly = false, only, first } = props
  const t = useWords()
  const words = useTerms()
  const locale = useLocale()
  const [folded, setFolded] = useState(first !== undefined)
  const [search, setSearch] = useState('')
  const searchField = useRef<HTMLInputElement>(null)
  const unfolded = useRef(false)
  useEffect(() => {
    // The button that was pressed is gone: what it brought takes the focus.
    if (!folded && unfolded.current) searchField.current?.focus()
  }, [folded])

  if (readOnly) return <ReadOnly label={label}>{value.length === 0 ? null : chosen()}</ReadOnly>

  const definitionOf = (code: string) =>
    Object.hasOwn(list, code) ? list[code]?.definition?.[locale] : undefined
  const codes = termsOffered(list, value).filter((code) => value.includes(code) || !only || only(code))
  const isFolded = folded && first !== undefined && codes.length > first
  const found = isFolded ? codes.slice(0, first) : matching(search, codes, (code) => words(list, code))
  const shown = codes.filter((code) => value.includes(code) || found.includes(code))
  // Definitions are sentences: they want the whole width.
  const columns = shown.some(definitionOf) ? 1 : { base: 1, sm: 2 }
  return (
    <Checkbox.Group<V> label={label} description={description} value={[...value]} onChange={onChange}>
      <Stack gap="sm" mt="sm">
        {first !== undefined && !isFolded && (
          <TextInput
            ref={searchField}
            aria-label={t('ui.searchTerms', { label })}
            placeholder={t('ui.searchTerms.placeholder')}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            maw="24rem"
            spellCheck={false}
            autoComplete="off"
          />
        )}
        <SimpleGrid cols={columns} spacing="sm" verticalSpacing="xs">
          {shown.map((code) => (
            <Checkbox key={code} value={code} label={words(list, code)} description={definitionOf(code)} />
          ))}
        </SimpleGrid>
        {isFolded && (
          <Button
            variant="subtle"
            size="compact-md"
            w="fit-content"
            aria-label={t('ui.moreTerms.of', { count: codes.length - shown.length, label })}
            onClick={() => {
              unfolded.current = true
              setFolded(false)
            }}
          >
            {t('ui.moreTerms', { count: codes.length - shown.length })}
          </Button>
        )}
      </Stack>
    </Checkbox.Group>
  )

  function chosen() {
    return (
      <List>
        {value.map((code) => (
          <List.Item key={code}>{words(list, code)}</List.Item>
        ))}
      </List>
    )
  }
}
