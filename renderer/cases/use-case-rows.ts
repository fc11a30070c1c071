import { useQueries } from '@tanstack/react-query'
import { useRef } from 'react'
import { type CaseRow, pageSize } from '../../shared/cases/cases.contract.ts'
import { call } from '../client.ts'
import type { ListState } from './list-state.ts'

export interface CaseRows {
  /** Cases that match, and cases there are; null before the first answer. */
  readonly counts: { readonly total: number; readonly all: number } | null
  readonly error: Error | null
  /** Undefined while its page is on its way. */
  row(index: number): CaseRow | undefined
}

interface Shown {
  readonly counts: CaseRows['counts']
  readonly pages: ReadonlyMap<number, readonly CaseRow[]>
}

/**
 * The rows from `first` to `last` (indexes into the whole result), asked for in pages and only where they are in view.
 * While a new search is answered the last one stays on screen, so that the list does not blink at every letter.
 */
export function useCaseRows(query: ListState, first: number, last: number): CaseRows {
  const firstPage = Math.floor(first / pageSize)
  const count = Math.floor(last / pageSize) - firstPage + 1
  const wanted = Array.from({ length: count }, (_, index) => firstPage + index)
  const answers = useQueries({
    queries: wanted.map((page) => {
      const input = { ...query, offset: page * pageSize }
      // Drafts change the marks of a row without a change being announced: a list on screen is asked for afresh.
      return { queryKey: ['cases.list', input], queryFn: () => call('cases.list', input), staleTime: 0 }
    }),
  })
  const queryText = JSON.stringify(query)
  const settled = useRef<{ queryText: string; shown: Shown }>({
    queryText,
    shown: { counts: null, pages: new Map() },
  })
  const arrived = answers.flatMap(({ data }, index) => {
    const page = wanted[index]
    return data && page !== undefined ? [{ page, data }] : []
  })
  const sameQuery = settled.current.queryText === queryText
  if (arrived.length === wanted.length || (sameQuery && arrived.length > 0)) {
    const [one] = arrived
    settled.current = {
      queryText,
      shown: {
        counts: one ? { total: one.data.total, all: one.data.all } : null,
        pages: new Map(arrived.map(({ page, data }) => [page, data.rows])),
      },
    }
  }
  const { counts, pages } = settled.current.shown
  return {
    counts,
    error: answers.find(({ error }) => error)?.error ?? null,
    row: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
  }
}
