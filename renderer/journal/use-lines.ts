import { useInfiniteQuery } from '@tanstack/react-query'
import type { In } from '../../shared/contract.ts'
import type { JournalLine } from '../../shared/journal/journal.contract.ts'
import { call } from '../client.ts'

export interface Lines {
  /** Null before the first answer. */
  readonly lines: readonly JournalLine[] | null
  readonly error: Error | null
  /** Asks for older lines, or null when there are none. */
  readonly older: (() => void) | null
}

/** The lines that answer the filter, newest first, a page at a time. */
export function useLines(filter: In<'journal.list'>['filter']): Lines {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['journal.list', filter],
    queryFn: ({ pageParam }) => call('journal.list', { filter, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ lines, more }) => (more ? (lines.at(-1)?.seq ?? null) : null),
    placeholderData: (last) => last,
  })
  return {
    lines: data ? data.pages.flatMap(({ lines }) => lines) : null,
    error,
    older: hasNextPage ? () => !isFetchingNextPage && void fetchNextPage() : null,
  }
}
