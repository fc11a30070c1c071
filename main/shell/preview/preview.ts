import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { writeWhole } from '../../disk.ts'
import { type Application, createApplication } from '../application.ts'
import { type Assets, createAssets } from '../assets.ts'
import { isAtOrigin } from '../door.ts'
import { createPageFailures } from '../page-failures.ts'
import type { ShellPort, VaultChild } from '../port.ts'
import { openPreferences } from '../preferences.ts'
import { bindingName, bridgeScript, eventName } from './bridge.ts'
import { pageClipboard } from './clipboard.ts'
import { printPdf } from './print-pdf.ts'
import { forkVaultChild } from './vault-child.ts'

/** An origin that exists nowhere (RFC 6761): every request to it is answered from memory. */
const previewOrigin = 'https://relais.invalid'

/** A browser that has not made a blank page by then shows nothing at all rather than the old one. */
const blankMilliseconds = 2000
const loadAttempts = 3

export interface PreviewSettings {
  /** Holds the preferences and, unless the person chooses otherwise, the vault. */
  readonly dataFolder: string
  /** Where saved files go: the preview has no native dialogs to ask with. */
  readonly savedFolder: string
  readonly rendererFolder: string
  readonly version: string
  readonly viewport?: { readonly width: number; readonly height: number } | null
  readonly colorScheme?: 'light' | 'dark'
  /** Sees every page before it loads: the tests listen for violations here. */
  readonly onPage?: (page: Page) => void
}

export interface Preview {
  readonly application: Application
  readonly context: BrowserContext
  /** The page now shown: another one after each lock. */
  page(): Page
  /** Process id of the vault process, or 0 when none runs. */
  vaultPid(): number
  close(): Promise<void>
  /** Settles when the person has closed the window. */
  readonly closed: Promise<void>
}

/** The shell in a local Chromium: for machines without the Electron runtime, for tests, for a first look. Never packaged. */
export async function openPreview(browser: Browser, settings: PreviewSettings): Promise<Preview> {
  const assets = createAssets(settings.rendererFolder, previewOrigin)
  const preferences = await openPreferences(join(settings.dataFolder, 'preferences.json'))
  const context = await browser.newContext({
    viewport: settings.viewport === undefined ? { width: 1280, height: 720 } : settings.viewport,
    ...(settings.colorScheme && { colorScheme: settings.colorScheme }),
    acceptDownloads: false,
    serviceWorkers: 'block',
  })
  let page: Page | null = null
  let child: (VaultChild & { readonly pid: number }) | null = null
  let closing: Promise<void> | null = null
  const isHopeless = createPageFailures()
  let markClosed: () => void = () => undefined
  const closed = new Promise<void>((resolve) => {
    markClosed = resolve
  })

  /** A blank page in place of the one shown, which is closed before anything else is tried: it may show a case. */
  const replacePage = async (): Promise<Page> => {
    const old = page
    // Made first, so that the window stays where it is; a browser that can't make it must still close the other.
    const making = context.newPage()
    const inTime = await Promise.race([making, pause(blankMilliseconds)]).catch(() => undefined)
    page = inTime ?? null
    await old?.close().catch(() => undefined)
    const fresh = await making
    page = fresh
    settings.onPage?.(fresh)
    fresh.on('crash', () => void (isHopeless() ? close() : application.lock()))
    fresh.on('close', () => {
      // The person closed the window; a page closed by us has already been replaced.
      if (page === fresh && !closing) void application.close().then(markClosed)
    })
    fresh.on('popup', (popup) => void popup.close())
    return fresh
  }

  const openPage = async (hash = ''): Promise<void> => {
    const fresh = await replacePage()
    await fresh.goto(`${previewOrigin}/${hash}`)
    // A person who types another address has left: what she left behind must not stay unlocked.
    fresh.on('framenavigated', (frame) => {
      if (frame === fresh.mainFrame() && !isAtOrigin(frame.url(), previewOrigin)) void application.lock()
    })
  }

  const port: ShellPort = {
    forkVault: () => {
      const forked = forkVaultChild()
      child = forked
      forked.onExit(() => {
        if (child === forked) child = null
      })
      return forked
    },
    chooseFolder: () => Promise.resolve(null),
    printPdf: (html, wanted) => printPdf(browser, html, wanted),
    saveFile: async ({ name, bytes }, wanted) => {
      if (wanted?.aborted) return null
      await mkdir(settings.savedFolder, { recursive: true })
      const path = join(settings.savedFolder, basename(name))
      await writeWhole(path, bytes)
      return path
    },
    clipboard: pageClipboard(() => page),
    send: (event, payload) => {
      page
        ?.evaluate(
          ([emit, name, value]) =>
            (globalThis as never as Record<string, (n: string, v: unknown) => void>)[emit]?.(name, value),
          [eventName, event, payload] as const,
        )
        .catch(() => undefined)
    },
    recreateRenderer: async () => {
      const hash = hashOf(page?.url() ?? '')
      // A page may crash while it loads, and then nobody else would make another.
      for (let attempt = 1; attempt <= loadAttempts && !closing; attempt += 1) {
        const loaded = await openPage(hash).then(
          () => true,
          () => false,
        )
        if (loaded) return
      }
    },
  }

  // In Electron the shell reads the clipboard; here only the page can.
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: previewOrigin })
  await answerFromMemory(context, assets, () => page)
  const application = createApplication(port, preferences, {
    origin: previewOrigin,
    suggestedFolder: join(settings.dataFolder, 'vault'),
    practiceFolder: join(settings.dataFolder, 'practice'),
    canBrowse: false,
    version: settings.version,
  })

  await context.exposeBinding(bindingName, ({ page: from, frame }, channel: unknown, input: unknown) =>
    application.door(
      { isMainFrame: from === page && frame === from.mainFrame(), url: frame.url() },
      channel,
      input,
    ),
  )
  const closeOnce = async (): Promise<void> => {
    await application.close()
    await context.close()
    markClosed()
  }
  /** Asked for by the person, by a signal and by a page that can't be helped, in any order. */
  const close = (): Promise<void> => {
    closing ??= closeOnce()
    return closing
  }
  await context.addInitScript(bridgeScript())
  await openPage()

  return {
    application,
    context,
    page: () => {
      if (!page) throw new Error('no page')
      return page
    },
    vaultPid: () => child?.pid ?? 0,
    close,
    closed,
  }
}

/** Only the place in the app is kept across a lock: a route with a random id, never content. */
const hashOf = (url: string): string => (isAtOrigin(url, previewOrigin) ? new URL(url).hash : '')

async function answerFromMemory(
  context: BrowserContext,
  assets: Assets,
  shown: () => Page | null,
): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request()
    const { status, headers, body } = assets(request.method(), request.url())
    // “No content” keeps the window where it is; an error would put the browser's own page in its place.
    if (status === 403 && leads(request, shown())) return route.fulfill({ status: 204 })
    if (status === 403) return route.abort('blockedbyclient')
    return route.fulfill({ status, headers: { ...headers }, body })
  })
}

/** Whether a request would take this page elsewhere. A page that is only just opening has no frame to be asked for. */
function leads(request: Request, page: Page | null): boolean {
  try {
    return request.isNavigationRequest() && request.frame() === page?.mainFrame()
  } catch {
    return false
  }
}
