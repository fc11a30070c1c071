import { defineConfig } from 'vitest/config'

const inBrowser = {
  globalSetup: ['tests/support/global-setup.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
}
/** These ask more of a machine than every machine has; what is missing is said at the end. */
const underHardship = {
  ...inBrowser,
  globalSetup: [...inBrowser.globalSetup, 'tests/support/say-missing.ts'],
}

/** Five kinds of test, each with its own script: beside the code, in a browser, under attack, under failure, in Electron. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{main,renderer,shared,build}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts'], ...inBrowser } },
      { test: { name: 'adversary', include: ['tests/adversary/**/*.test.ts'], ...underHardship } },
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], ...underHardship } },
      // The product itself, where its runtime is; elsewhere each is skipped, and says why.
      {
        test: {
          name: 'electron',
          include: ['tests/electron/**/*.test.ts'],
          globalSetup: ['tests/electron/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
