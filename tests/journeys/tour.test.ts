import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchHeadless } from '../support/app.ts'
import { tourSteps } from '../tour/steps.ts'
import { endTour, startTour, type Tour } from '../tour/tour.ts'

/** What `npm run tour` shows, held to account: each step stands on the ones before. */
describe('journeys 1 to 5, from one vault to another', () => {
  let browser: Browser
  let tour: Tour

  beforeAll(async () => {
    browser = await launchHeadless()
    tour = await startTour(browser)
  })
  afterAll(async () => {
    await endTour(tour)
    await browser.close()
  })

  for (const step of tourSteps) {
    it(`journey ${step.journey}: ${step.title}`, async () => {
      await step.run(tour)
      expect(tour.faults()).toEqual([])
    })
  }
})
