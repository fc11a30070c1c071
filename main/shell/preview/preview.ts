import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { writeWhole } from '../../disk.ts'
import { type Application, createApplication } from '../application.ts'
import { type Assets, createAssets } from '../assets.ts'
import type { ShellPort, VaultChild } from '../port.ts'
import { openPreferences } from '../preferences.ts'
import { bindingName, bridgeScript, eventName } from './bridge.ts'
import { forkVaultChild } from './vault-child.ts'

/** An origin that exists nowhere (RFC 6761): every request to it is answered from memory. */
const previewOrigin = 'https://relais.invalid'

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
  await answerFromMemory(context, assets)

  let page: Page | null = null
  let child: (VaultChild & { readonly pid: number }) | null = null
  let closing = false
  let markClosed: () => void = () => undefined
  const closed = new Promise<void>((resolve) => {
    markClosed = resolve
  })

  const openPage = async (hash = ''): Promise<void> => {
    const fresh = await context.newPage()
    page = fresh
    settings.onPage?.(fresh)
    fresh.on('crash', () => void application.lock())
    fresh.on('close', () => {
      // The person closed the window; a page closed by us has already been replaced.
      if (page === fresh && !closing) void application.close().then(markClosed)
    })
    fresh.on('popup', (popup) => void popup.close())
    await fresh.goto(`${previewOrigin}/${hash}`)
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
    saveFile: async ({ name, bytes }) => {
      await mkdir(settings.savedFolder, { recursive: true })
      const path = join(settings.savedFolder, basename(name))
      await writeWhole(path, bytes)
      return path
    },
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
      const old = page
      if (closing || !old) return
      await openPage(hashOf(old.url()))
      await old.close().catch(() => undefined)
    },
  }

  const application = createApplication(port, preferences, {
    origin: previewOrigin,
    suggestedFolder: join(settings.dataFolder, 'vault'),
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
    close: async () => {
      closing = true
      await application.close()
      await context.close()
      markClosed()
    },
    closed,
  }
}

/** Only the place in the app is kept across a lock: a route with a random id, never content. */
const hashOf = (url: string): string => (URL.canParse(url) ? new URL(url).hash : '')

async function answerFromMemory(context: BrowserContext, assets: Assets): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request()
    const { status, headers, body } = assets(request.method(), request.url())
    if (status === 403) return route.abort('blockedbyclient')
    return route.fulfill({ status, headers: { ...headers }, body })
  })
}
