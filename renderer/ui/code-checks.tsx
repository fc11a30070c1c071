import { Button, Checkbox, List, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { CodeList } from '../../shared/vocab/code-list.ts'
import { useLocale, useWords } from '../i18n/words.tsx'
import classes from './code-checks.module.css'
import { termsOffered, useTerms } from './code-terms.ts'
import { matching } from './matching.ts'
import { ReadOnly } from './read-only-text.tsx'

export interface CodeGroup<V extends string> {
  readonly label: string
  readonly has: (code: V) => boolean
}

interface CodeChecksProps<V extends string> {
  readonly label: string
  readonly list: CodeList
  readonly value: readonly V[]
  readonly onChange: (value: V[]) => void
  readonly description?: string
  readonly readOnly?: boolean
  /** Which terms of the list to offer here; without it, all. What is chosen is always shown. */
  readonly only?: (code: V) => boolean
  /** Headings under which the terms stand; those that belong to none come last. */
  readonly groups?: readonly CodeGroup<V>[]
  /** How many of the first terms to begin with; the others come, with a search, at the press of a button. */
  readonly first?: number
}

/** Any number of terms of a coded list, each with its definition when it has one. */
export function CodeChecks<V extends string>(props: CodeChecksProps<V>) {
  const { label, list, value, onChange, description, readOnly = false, only, first, groups } = props
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
        {groups === undefined
          ? boxes(shown)
          : byGroup(groups, shown).map(([heading, inside]) =>
              heading === null ? (
                <div key="">{boxes(inside)}</div>
              ) : (
                <Checks key={heading} heading={heading}>
                  {boxes(inside)}
                </Checks>
              ),
            )}
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

  function boxes(inside: readonly V[]) {
    // Definitions are sentences: they want the whole width.
    const columns = inside.some(definitionOf) ? 1 : { base: 1, sm: 2 }
    return (
      <SimpleGrid cols={columns} spacing="sm" verticalSpacing="xs">
        {inside.map((code) => (
          <Checkbox key={code} value={code} label={words(list, code)} description={definitionOf(code)} />
        ))}
      </SimpleGrid>
    )
  }

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

/** The codes under each heading that has any, and at the end, under none, those that belong nowhere. */
function byGroup<V extends string>(
  groups: readonly CodeGroup<V>[],
  codes: readonly V[],
): [string | null, readonly V[]][] {
  const under = groups.map(({ label, has }): [string | null, readonly V[]] => [label, codes.filter(has)])
  const nowhere = codes.filter((code) => !groups.some(({ has }) => has(code)))
  return [...under, [null, nowhere] as [null, readonly V[]]].filter(([, inside]) => inside.length > 0)
}

function Checks({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.heading}>{heading}</legend>
      {children}
    </fieldset>
  )
}
