import type { Page } from 'playwright-core'
import { type TestApp, testPassphrase } from './app.ts'

/** What the journeys through cases and steps do again and again, in French. */
export function caseJourney(app: () => TestApp) {
  const page = (): Page => app().page()
  return {
    page,
    button: (name: string | RegExp) => page().getByRole('button', { name, exact: true }),
    heading: (name: string) => page().getByRole('heading', { name, exact: true }),
    /** The words “draft kept”: from then on a lock loses nothing. */
    draftKept: () => page().getByText('Brouillon gardé').waitFor(),
    /** Goes there afresh, as after a lock. */
    visit: async (place: string): Promise<void> => {
      await page().goto(`https://relais.invalid/#${place}`)
      await page().reload()
    },
    lockAndUnlock: async (): Promise<void> => {
      await app().preview.application.lock()
      await page().getByLabel('Phrase de passe', { exact: true }).fill(testPassphrase)
      await page().keyboard.press('Enter')
      await page()
        .getByRole('main')
        .getByRole('heading', { level: 2 })
        .or(page().getByRole('searchbox'))
        .first()
        .waitFor()
    },
  }
}
