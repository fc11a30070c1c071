import { useState } from 'react'
import type { DirectoryQuery } from '../../shared/directory/directory.contract.ts'

/** What the list shows: the query without its page. */
export type ListState = Required<Omit<DirectoryQuery, 'offset'>>

export const unfiltered: ListState = {
  words: '',
  services: [],
  regions: [],
  languages: [],
  sectors: [],
  stale: false,
}

/** Lives as long as the page, and is gone with a lock: what is looked for says something of whom it is for. */
let remembered = unfiltered

export function useListState(): [ListState, (part: Partial<ListState>) => void] {
  const [state, setState] = useState(remembered)
  const change = (part: Partial<ListState>): void => {
    remembered = { ...remembered, ...part }
    setState(remembered)
  }
  return [state, change]
}
