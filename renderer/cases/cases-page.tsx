import { Button, Text } from '@mantine/core'
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { CaseFilters } from './case-filters.tsx'
import { CaseList } from './case-list.tsx'
import { scrollOf, unfiltered, useListState } from './list-state.ts'
import { UnsavedCases } from './unsaved-cases.tsx'
import type { CaseRows } from './use-case-rows.ts'

/** A pause in typing after which the search is made, in milliseconds. */
const searchPause = 150

/** The way in: what is at hand, what waits, and the button that begins a new case. */
export function CasesPage() {
  const t = useWords()
  const [, go] = useLocation()
  const [state, change] = useListState()
  const [words] = useDebouncedValue(state.words, searchPause)
  const [counts, setCounts] = useState<CaseRows['counts']>(null)
  const [newId] = useState(() => crypto.randomUUID())
  const newCase = `/cases/${newId}`
  useHotkeys([['alt+N', () => go(newCase), { usePhysicalKeys: true }]], [])
  useScrollMemory(counts !== null)
  const changeFromTop = (part: Partial<typeof state>) => {
    change(part)
    window.scrollTo(0, 0)
  }

  const begin = (
    <Button component={Link} href={newCase} aria-keyshortcuts="Alt+N">
      {t('cases.new')}
    </Button>
  )
  const none = counts?.all === 0
  return (
    <Page title={t('cases.title')} actions={none ? undefined : begin}>
      <UnsavedCases />
      {none ? (
        <EmptyState title={t('cases.none.title')} text={t('cases.none.text')} action={begin} />
      ) : (
        <CaseFilters query={state} onChange={change} />
      )}
      {counts && !none && (
        <Text role="status" c="dimmed" size="sm" mb="xs">
          {t('cases.count', counts)}
        </Text>
      )}
      {counts && !none && counts.total === 0 && (
        <EmptyState
          title={t('cases.noMatch.title')}
          text={t('cases.noMatch.text')}
          action={
            <Button variant="default" onClick={() => change(unfiltered)}>
              {t('cases.noMatch.action')}
            </Button>
          }
        />
      )}
      <CaseList query={{ ...state, words }} onChange={changeFromTop} onCounts={setCounts} />
      {counts !== null && counts.total > 0 && (
        <Text c="dimmed" size="sm" mt="md">
          {t('cases.keys')}
        </Text>
      )}
    </Page>
  )
}

/**
 * Coming back from a case, the list stands where it was left. Before its rows are there the page is too short to go that
 * far, and what it then shows is nowhere that anyone has left it.
 */
function useScrollMemory(laidOut: boolean): void {
  useEffect(() => {
    if (!laidOut) return undefined
    const top = scrollOf.recall()
    const remember = () => scrollOf.remember(window.scrollY)
    const frame = requestAnimationFrame(() => {
      window.scrollTo(0, top)
      window.addEventListener('scroll', remember, { passive: true })
    })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', remember)
    }
  }, [laidOut])
}
