import type { Browser } from 'playwright-core'
import { openApp, type TestApp } from '../support/app.ts'

/** The two people of the tour: a caseworker who records and sends, a colleague who receives. Both fictional. */
export interface Tour {
  readonly caseworker: TestApp
  readonly colleague: TestApp
  /** Whose screen the current step is about. */
  shown(): TestApp
  show(app: TestApp): TestApp
  faults(): string[]
}

export interface TourStep {
  /** Number of the journey in the product's description: 1 first start … 5 receive, 8 something goes wrong. */
  readonly journey: 1 | 2 | 3 | 4 | 5 | 8
  readonly title: string
  run(tour: Tour): Promise<void>
}

export async function startTour(browser: Browser): Promise<Tour> {
  const caseworker = await openApp(browser)
  const colleague = await openApp(browser)
  let shown = caseworker
  return {
    caseworker,
    colleague,
    shown: () => shown,
    show: (app) => {
      shown = app
      return app
    },
    faults: () => [...caseworker.faults, ...colleague.faults],
  }
}

export async function endTour({ caseworker, colleague }: Tour): Promise<void> {
  await Promise.allSettled([caseworker.close(), colleague.close()])
}
