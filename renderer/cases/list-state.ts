import { useState } from 'react'
import type { CaseQuery } from '../../shared/cases/cases.contract.ts'

/** What the list shows: the query without its page. */
export type ListState = Required<Omit<CaseQuery, 'offset'>>

const atFirst: ListState = {
  words: '',
  status: ['open'],
  region: [],
  risk: [],
  sort: 'updatedOn',
  direction: 'down',
}
/** Everything there is, in the same order. */
export const unfiltered: Partial<ListState> = { words: '', status: [], region: [], risk: [] }

/**
 * Lives as long as the page: it is there again after a visit to a case, and gone with a lock. Search words may be
 * sensitive, so they are never put into the address nor anywhere that lasts.
 */
let remembered = atFirst
let rememberedScroll = 0

export const scrollOf = {
  recall: (): number => rememberedScroll,
  remember: (top: number): void => {
    rememberedScroll = top
  },
}

export function useListState(): [ListState, (part: Partial<ListState>) => void] {
  const [state, setState] = useState(remembered)
  const change = (part: Partial<ListState>): void => {
    remembered = { ...remembered, ...part }
    setState(remembered)
  }
  return [state, change]
}
