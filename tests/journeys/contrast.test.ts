import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createVault, openApp } from '../support/app.ts'
import { browserOfFile } from '../support/browser.ts'

const browser = browserOfFile()

/** Relative luminance of `rgb(r, g, b)`, 0 to 1, as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const value = Number(part) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The edge of the first such field against the page around it. */
const edgeContrast = async (page: Page, field: string): Promise<number> => {
  const [edge, ground] = await page
    .locator(field)
    .first()
    .evaluate((element) => [
      getComputedStyle(element).borderTopColor,
      getComputedStyle(document.body).backgroundColor,
    ])
  return contrast(edge ?? '', ground ?? '')
}

// WCAG 2.2, 1.4.11, which axe does not look at.
it.each(['light', 'dark'] as const)(
  'shows the edge of what is to be filled at 3:1 in the %s scheme',
  async (colorScheme) => {
    const app = await openApp(browser(), { colorScheme })
    try {
      await createVault(app)
      const page = app.page()
      const show = async (section: string, field: string): Promise<number> => {
        await page.evaluate((hash) => {
          location.hash = hash
        }, `/cases/${crypto.randomUUID()}/${section}`)
        await page.locator(field).first().waitFor()
        return edgeContrast(page, field)
      }
      expect(await show('wishes', 'main textarea')).toBeGreaterThan(3)
      expect(await show('profile', 'main input')).toBeGreaterThan(3)
      expect(await show('trafficking', 'main input[type=checkbox]')).toBeGreaterThan(3)
    } finally {
      await app.close()
    }
  },
)
