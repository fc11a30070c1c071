import type { Page } from 'playwright-core'
import type { ErrorCode } from '../../shared/errors.ts'
import { word } from '../tour/hands.ts'
import { type TestApp, testPassphrase } from './app.ts'
import { expectAccessible } from './axe.ts'
import { eventually } from './eventually.ts'

/** What the journeys around the vault's door do again and again, in French. */
export function vaultJourney(app: () => TestApp) {
  const page = (): Page => app().page()
  const heading = (name: string) => page().getByRole('heading', { level: 1, name })
  const passphraseField = () => page().getByLabel('Phrase de passe', { exact: true })
  return {
    page,
    heading,
    passphraseField,
    button: (name: string) => page().getByRole('button', { name }),
    /** Does something that locks, and waits for the page that replaces this one. */
    untilLocked: async (lock: () => Promise<unknown>): Promise<void> => {
      const before = page()
      await lock()
      await eventually(() => page() !== before).toBe(true)
      await heading('Ouvrir votre coffre').waitFor()
    },
    /** Its sentence and what to do next, in words that all can read. */
    expectRefusal: async (code: ErrorCode): Promise<void> => {
      const notice = page().getByRole('alert')
      await notice
        .getByText(word(`error.${code}`))
        .first()
        .waitFor()
      await notice
        .getByText(word(`error.${code}.next`))
        .first()
        .waitFor()
      await expectAccessible(page())
    },
    unlock: async (passphrase = testPassphrase): Promise<void> => {
      await passphraseField().fill(passphrase)
      await page().keyboard.press('Enter')
    },
  }
}
