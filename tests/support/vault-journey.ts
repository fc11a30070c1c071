import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import { type TestApp, testPassphrase } from './app.ts'

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
      await vi.waitUntil(() => page() !== before, { timeout: 10_000 })
      await heading('Ouvrir votre coffre').waitFor()
    },
    unlock: async (passphrase = testPassphrase): Promise<void> => {
      await passphraseField().fill(passphrase)
      await page().keyboard.press('Enter')
    },
  }
}
