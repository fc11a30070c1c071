import { useState } from 'react'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { type Side, waitsOn } from '../../shared/referrals/waiting.ts'

/** Steps on a page: two screens at 1280×720. More than that is not seen at a glance, and thousands would freeze it. */
export const pageOfSteps = 30

export type Filter = 'all' | Side

export interface StepList {
  readonly filter: Filter
  readonly counts: Readonly<Record<Filter, number>>
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** The steps of this page, each with its place in the whole trajectory, from 0. */
  readonly shown: readonly { readonly step: Step; readonly index: number }[]
  /** How many the filter lets through. */
  readonly total: number
  choose(filter: Filter): void
  go(page: number): void
  /** To the page of the step at that place of the whole trajectory. */
  goToIndex(index: number): void
}

/** Whose turn one looks at, and which page of it. */
export function useStepList(steps: readonly Step[]): StepList {
  const [filter, setFilter] = useState<Filter>('all')
  const [wanted, setWanted] = useState(1)
  const numbered = steps.map((step, index) => ({ step, index, side: waitsOn(step) }))
  const counts = { all: steps.length, us: 0, them: 0, nobody: 0 }
  for (const { side } of numbered) counts[side] += 1
  const matching = filter === 'all' ? numbered : numbered.filter(({ side }) => side === filter)
  const pages = Math.max(1, Math.ceil(matching.length / pageOfSteps))
  const page = Math.min(wanted, pages)
  return {
    filter,
    counts,
    page,
    pages,
    shown: matching.slice((page - 1) * pageOfSteps, page * pageOfSteps),
    total: matching.length,
    choose: (next) => {
      setFilter(next)
      setWanted(1)
    },
    go: setWanted,
    goToIndex: (index) => {
      setFilter('all')
      setWanted(Math.floor(index / pageOfSteps) + 1)
    },
  }
}
