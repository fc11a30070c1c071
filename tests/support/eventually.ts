import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** A machine that does several things at once is slow, not wrong. */
const patience = { timeout: 30_000 }

/** What is so once the work that was just asked for is done: `await eventually(() => steps().count()).toBe(1)`. */
export const eventually = <T>(probe: () => T, message?: string) =>
  expect.poll(probe, { ...patience, ...(message !== undefined && { message }) })

/** The focus moves after what it moves to is drawn. */
export const expectFocus = (target: Locator): Promise<void> =>
  eventually(() => target.evaluate((element) => element === document.activeElement)).toBe(true)
