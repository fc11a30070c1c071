import type { Browser } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { handsOn, word } from '../tour/hands.ts'
import { createVault, openApp, type TestApp } from './app.ts'

/** The members page of a new vault, which must raise no fault until the test ends. */
export async function openMembers(
  browser: Browser,

  name = 'Membre fictive',
  colorScheme: 'light' | 'dark' = 'light',
): Promise<TestApp> {
  const app = await openApp(browser, { colorScheme })
  onTestFinished(async () => {
    expect(app.faults).toEqual([])
    await app.close()
  })
  await createVault(app, name)
  await showMembers(app)
  return app
}

export async function showMembers(app: TestApp): Promise<void> {
  await app.page().reload()
  await handsOn(app).press(word('app.nav.members'))
}

/** Opens the dialog and hands it the bytes of a file. */
export async function offerCard(app: TestApp, card: Uint8Array): Promise<void> {
  const page = app.page()
  if ((await page.getByRole('dialog').count()) === 0) await handsOn(app).press(word('members.add'))
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: 'carte.relais-card', mimeType: '', buffer: Buffer.from(card) })
}

/** The numbered words of a list, by its label. */
export const wordsOf = (app: TestApp, label: string): Promise<string[]> =>
  app
    .page()
    .getByRole('list', { name: label })
    .filter({ visible: true })
    .first()
    .locator('li')
    .allInnerTexts()
