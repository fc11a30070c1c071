import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { createPaperPrinter, paperPartition, pdfOptions } from './paper-printer.ts'
import { paperPreferences } from './window.ts'

type Answer = (decision: { cancel: boolean }) => void

/** Electron as far as printing asks for it, with what it was asked. */
function standIn() {
  const windows: StandInWindow[] = []
  const onBeforeRequest = vi.fn()
  const handle = vi.fn()
  const own = { webRequest: { onBeforeRequest }, protocol: { handle } }
  let print: () => Promise<Uint8Array> = async () => Buffer.from('%PDF')
  class StandInWindow {
    readonly webContents = Object.assign(new EventEmitter(), {
      loadURL: vi.fn(async (_url: string) => undefined),
      printToPDF: vi.fn((_options: unknown) => print()),
    })
    readonly destroy = vi.fn()
    readonly isDestroyed = () => false
    readonly options: unknown
    constructor(options: unknown) {
      this.options = options
      windows.push(this)
    }
  }
  const fromPartition = vi.fn(() => own)
  const harden = vi.fn()
  const printPdf = createPaperPrinter(
    { BrowserWindow: StandInWindow, session: { fromPartition } } as never,
    harden,
  )
  const cancels = (url: string): boolean => {
    const answer = vi.fn<Answer>()
    onBeforeRequest.mock.calls[0]?.[0]({ url }, answer)
    return answer.mock.calls[0]?.[0].cancel ?? false
  }
  const ask = (url: string): Response => handle.mock.calls[0]?.[1]({ url })
  return {
    windows,
    own,
    fromPartition,
    harden,
    printPdf,
    cancels,
    ask,
    handle,
    onPrint: (answer: typeof print) => {
      print = answer
    },
  }
}

const never = new AbortController().signal

describe('printing in Electron', () => {
  it('happens in a session of its own, in memory and hardened like the others', async () => {
    const { fromPartition, harden, own, handle } = standIn()
    expect(fromPartition).toHaveBeenCalledExactlyOnceWith(paperPartition, { cache: false })
    expect(paperPartition.startsWith('persist:')).toBe(false)
    expect(harden).toHaveBeenCalledExactlyOnceWith(own)
    expect(handle).toHaveBeenCalledExactlyOnceWith('relais', expect.any(Function))
  })

  it('shows nobody anything, runs no script, and takes its window away', async () => {
    const { printPdf, windows } = standIn()
    expect(Buffer.from(await printPdf('<p>', never)).toString()).toBe('%PDF')
    const [window] = windows
    expect(window?.options).toEqual({ show: false, webPreferences: paperPreferences(paperPartition) })
    expect(window?.webContents.printToPDF).toHaveBeenCalledExactlyOnceWith(pdfOptions)
    expect(window?.destroy).toHaveBeenCalledOnce()
  })

  it('makes letters, tagged and with an outline, as the page itself sets them', () => {
    expect(pdfOptions).toMatchObject({
      pageSize: 'Letter',
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: false,
    })
  })

  it('loads its one page from memory, once, and lets no other request through', async () => {
    const { printPdf, windows, cancels, ask, onPrint } = standIn()
    let url = ''
    onPrint(async () => {
      url = windows[0]?.webContents.loadURL.mock.calls[0]?.[0] ?? ''
      expect(url).toMatch(/^relais:\/\/paper\/[0-9a-f-]{36}$/)
      for (const other of [
        'relais://app/',
        'relais://paper/',
        'https://example.org/',
        'file:///etc/passwd',
      ]) {
        expect(cancels(other)).toBe(true)
      }
      expect(cancels(url)).toBe(false)
      const response = ask(url)
      expect(await response.text()).toBe('<p>é</p>')
      expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('Cache-Control')).toBe('no-store')
      return Buffer.from('')
    })
    await printPdf('<p>é</p>', never)
    expect(url).not.toBe('')
    expect(ask(url).status).toBe(404)
    expect(cancels(url)).toBe(true)
  })

  it('ends when it is no longer wanted, or when its process goes, and takes its window away', async () => {
    const { printPdf, windows, onPrint } = standIn()
    onPrint(() => new Promise(() => undefined))
    const lock = new AbortController()
    const locked = printPdf('<p>', lock.signal)
    lock.abort()
    await expect(locked).rejects.toBeDefined()
    const crashed = printPdf('<p>', never)
    windows[1]?.webContents.emit('render-process-gone')
    await expect(crashed).rejects.toBeDefined()
    for (const { destroy } of windows) expect(destroy).toHaveBeenCalledOnce()
  })

  it('does not begin when the vault is locked already', async () => {
    const { printPdf, windows } = standIn()
    await expect(printPdf('<p>', AbortSignal.abort())).rejects.toBeDefined()
    expect(windows).toEqual([])
  })

  it('takes its window away when the page can’t be printed', async () => {
    const { printPdf, windows, onPrint } = standIn()
    onPrint(() => Promise.reject(new Error('no')))
    await expect(printPdf('<p>', never)).rejects.toThrow('no')
    expect(windows[0]?.destroy).toHaveBeenCalledOnce()
  })
})
