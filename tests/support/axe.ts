import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[]
}

/**
 * Every rule of axe on the screen as it stands, zero violations. It runs through the DevTools, which the page's
 * content-security policy does not bind.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // What the last click opened starts to move in the frame after it is drawn.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  // A dialog that is still fading in has the contrast of neither end.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        // A spinner never ends.
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map((animation) => animation.finished),
    ),
  )
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Violation[] }> }
    }
    return (await run.run()).violations
  })
  expect(violations.map(inWords)).toEqual([])
}

const inWords = ({ id, help, nodes }: Violation): string =>
  `${id} (${help}): ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary ?? ''}`).join(' | ')}`
