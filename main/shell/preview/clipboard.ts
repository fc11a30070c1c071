import type { Page } from 'playwright-core'
import type { ShellClipboard } from '../port.ts'

/** The clipboard through the page that is shown: a local browser gives it to nobody else. */
export function pageClipboard(shown: () => Page | null): ShellClipboard {
  return {
    readText: async () => (await shown()?.evaluate(() => navigator.clipboard.readText())) ?? '',
    clear: async () => {
      await shown()?.evaluate(() => navigator.clipboard.writeText(''))
    },
  }
}
