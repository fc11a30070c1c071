import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'

/** Exists nowhere (RFC 6761), and is not the origin of the app. */
const paperOrigin = 'https://paper.invalid'

/** Inches, as the DevTools count: letter size. The page’s own `@page` sets the margins and numbers the pages. */
const options = {
  paperWidth: 8.5,
  paperHeight: 11,
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: false,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  // Read as a stream, which is what Playwright’s own `page.pdf` does, Chromium writes the whole of it to a temporary file.
  transferMode: 'ReturnAsBase64',
} as const

/** Prints in a context of its own: no script, no network, nothing kept, gone as soon as the paper is there. */
export async function printPdf(browser: Browser, html: string, wanted: AbortSignal): Promise<Uint8Array> {
  wanted.throwIfAborted()
  const url = `${paperOrigin}/${randomUUID()}`
  const context = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    acceptDownloads: false,
    serviceWorkers: 'block',
  })
  const end = (): void => void context.close().catch(() => undefined)
  wanted.addEventListener('abort', end, { once: true })
  try {
    wanted.throwIfAborted()
    await context.route('**/*', (route) =>
      route.request().url() === url
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort('blockedbyclient'),
    )
    const page = await context.newPage()
    await page.goto(url)
    const session = await context.newCDPSession(page)
    const { data } = await session.send('Page.printToPDF', options)
    wanted.throwIfAborted()
    return Buffer.from(data, 'base64')
  } finally {
    wanted.removeEventListener('abort', end)
    await context.close().catch(() => undefined)
  }
}
