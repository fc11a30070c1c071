import { randomUUID } from 'node:crypto'
import type { BrowserWindow, PrintToPDFOptions, Session } from 'electron'
import type { ShellPort } from '../port.ts'
import type { Electron } from './electron.ts'
import { appScheme } from './origin.ts'
import { paperPreferences } from './window.ts'

/** No `persist:` before it, and not the window's: what is printed meets nothing that the app's own page has. */
export const paperPartition = 'relais-paper'
const paperOrigin = `${appScheme}://paper`

/** Margins and page numbers are the page's own (`@page`). Every option is chosen, as those of a window are. */
export const pdfOptions: Required<PrintToPDFOptions> = {
  pageSize: 'Letter',
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  printBackground: true,
  landscape: false,
  scale: 1,
  margins: {},
  pageRanges: '',
  displayHeaderFooter: false,
  headerTemplate: '',
  footerTemplate: '',
}

/**
 * Prints in a window that is never shown. The page is answered from memory under an address that is good once: a `data:`
 * address holds 2 MB at most, and a file would have to be written first.
 * @param harden every session goes through it before it is used
 */
export function createPaperPrinter(
  { BrowserWindow, session }: Pick<Electron, 'BrowserWindow' | 'session'>,
  harden: (session: Session) => void,
): ShellPort['printPdf'] {
  const pages = new Map<string, string>()
  const own = session.fromPartition(paperPartition, { cache: false })
  harden(own)
  // Narrower than what hardening lets through, and in its place: a session has one such listener.
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !pages.has(url) }))
  own.protocol.handle(appScheme, ({ url }) => answerOnce(pages, url))

  return async (html, wanted) => {
    wanted.throwIfAborted()
    const url = `${paperOrigin}/${randomUUID()}`
    pages.set(url, html)
    const window = new BrowserWindow({ show: false, webPreferences: paperPreferences(paperPartition) })
    const over = new AbortController()
    try {
      return await Promise.race([printed(window, url), ended(window, wanted, over.signal)])
    } finally {
      over.abort()
      pages.delete(url)
      if (!window.isDestroyed()) window.destroy()
    }
  }
}

async function printed({ webContents }: BrowserWindow, url: string): Promise<Uint8Array> {
  await webContents.loadURL(url)
  return webContents.printToPDF(pdfOptions)
}

/** Rejects when nobody wants the paper any more, or when the page’s process has gone; listens until `over`. */
function ended({ webContents }: BrowserWindow, wanted: AbortSignal, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new Error('no paper'))
    wanted.addEventListener('abort', stop, { once: true, signal: over })
    webContents.once('render-process-gone', stop)
  })
}

function answerOnce(pages: Map<string, string>, url: string): Response {
  const html = pages.get(url)
  pages.delete(url)
  if (html === undefined) return new Response(null, { status: 404 })
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
