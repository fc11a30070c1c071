import { buildRenderer } from '../../build/renderer.ts'
import { launchHeadless } from '../../main/shell/preview/browser.ts'

/** Before the first test: a fresh renderer, and Chromium unpacked once rather than by two workers at a time. */
export async function setup(): Promise<void> {
  await buildRenderer()
  const browser = await launchHeadless()
  await browser.close()
}
