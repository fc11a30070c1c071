import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchHeadless } from '../../main/shell/preview/browser.ts'
import { createVault, openApp, type TestApp } from './app.ts'

/** One browser for the tests of a file, started before the first and closed after the last. */
export function browserOfFile(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchHeadless()
  })
  afterAll(() => browser.close())
  return () => browser
}

/** A new vault, open, for each test of a file; its pages must raise no fault. */
export function vaultOfEachTest(browser: () => Browser): () => TestApp {
  let app: TestApp
  beforeEach(async () => {
    app = await openApp(browser())
    await createVault(app)
  })
  afterEach(async () => {
    const { faults } = app
    await app.close()
    expect(faults).toEqual([])
  })
  return () => app
}
