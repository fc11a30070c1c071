import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { EntryView } from '../../shared/directory/directory.contract.ts'
import { call } from '../client.ts'
import type { ListState } from './list-state.ts'

export interface Entries {
  readonly counts: { readonly total: number; readonly all: number; readonly staleCount: number } | null
  readonly rows: readonly EntryView[]
  readonly error: Error | null
  readonly hasMore: boolean
  more(): void
}

/** The entries that match, a page at a time. While a new search is answered the last one stays on screen. */
export function useEntries(query: ListState): Entries {
  const found = useInfiniteQuery({
    queryKey: ['directory.search', query],
    queryFn: ({ pageParam }) => call('directory.search', { ...query, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const known = pages.reduce((count, { rows }) => count + rows.length, 0)
      return known < last.total ? known : undefined
    },
    placeholderData: keepPreviousData,
  })
  const [first] = found.data?.pages ?? []
  return {
    counts: first ? { total: first.total, all: first.all, staleCount: first.staleCount } : null,
    rows: found.data?.pages.flatMap(({ rows }) => rows) ?? [],
    error: found.error,
    hasMore: found.hasNextPage,
    more: () => void found.fetchNextPage(),
  }
}
