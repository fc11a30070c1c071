import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { launchHeadless } from '../../main/shell/preview/browser.ts'
import { openPreview, type Preview, type PreviewSettings } from '../../main/shell/preview/preview.ts'
import type { ChannelName, In, Out } from '../../shared/contract.ts'

const rendererFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url))

/** Long and uncommon, and nobody's. */
export const testPassphrase = 'tambour violet quatorze nuages lents'

export interface TestApp {
  readonly preview: Preview
  /** Holds everything this app writes: preferences, vault, saved files. */
  readonly folder: string
  readonly vaultFolder: string
  readonly savedFolder: string
  page(): Page
  /** Settles when another page has taken the place of this one, as after a lock. */
  nextPage(): Promise<void>
  /** A call from inside the page, as its own script would make it. Throws the code of a refusal. */
  call<K extends ChannelName>(channel: K, input: In<K>): Promise<Out<K>>
  /** Violations of the content-security policy and uncaught errors of any page so far. */
  readonly faults: string[]
  close(): Promise<void>
}

export { launchHeadless }

/** Relais in its own folder, in a real Chromium, with a real vault process. */
export async function openApp(
  browser: Browser,
  options: Partial<Omit<PreviewSettings, 'rendererFolder' | 'version'>> & { keepFolder?: boolean } = {},
): Promise<TestApp> {
  const folder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'relais-test-')))
  const savedFolder = options.savedFolder ?? join(folder, 'saved')
  const faults: string[] = []
  const preview = await openPreview(browser, {
    ...options,
    dataFolder: folder,
    savedFolder,
    rendererFolder,
    version: '0.0.0-test',
    onPage: (page) => {
      page.on('pageerror', (error) => faults.push(`uncaught: ${error.name}`))
      page.on('console', (message) => {
        if (message.type() === 'error' || /content security policy/i.test(message.text())) {
          faults.push(message.text())
        }
      })
    },
  })
  return {
    preview,
    folder,
    vaultFolder: join(folder, 'vault'),
    savedFolder,
    faults,
    page: () => preview.page(),
    nextPage: () => {
      const { context } = preview
      return new Promise((resolve) => {
        // Not `waitForEvent`, which gives up on a page that crashes first.
        preview.page().once('close', () => {
          // A slow browser closes the old page before it has made the new one.
          const next = context.pages().at(-1) ?? context.waitForEvent('page')
          resolve(Promise.resolve(next).then((page) => page.waitForURL('https://relais.invalid/**')))
        })
      })
    },
    call: async <K extends ChannelName>(channel: K, input: In<K>): Promise<Out<K>> => {
      const reply = await preview.page().evaluate(
        ([name, value]) => {
          const bridge = (
            globalThis as unknown as { relais: Record<string, (v: unknown) => Promise<unknown>> }
          ).relais
          return bridge[name as string]?.(value)
        },
        [channel, input] as const,
      )
      const { ok, out, error } = reply as { ok: boolean; out: Out<K>; error: { code: string } }
      if (!ok) throw new Error(error.code)
      return out
    },
    close: async () => {
      await preview.close()
      if (!options.keepFolder) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Creates a vault through the contract, for tests whose story starts later, and shows the unlocked app. */
export async function createVault(
  app: TestApp,
  name = 'Membre fictive',
  organisation = 'Organisme fictif',
): Promise<void> {
  await app.call('vault.create', {
    folder: app.vaultFolder,
    passphrase: testPassphrase,
    identity: { name, organisation, sector: 'community' },
  })
  await app.page().reload()
}

/** Two vaults whose owners have each other's card, verified. */
export async function introduce(a: TestApp, b: TestApp): Promise<void> {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const { bytes } = await from.call('members.cardFile', {})
    const { fingerprint, addedOn } = await to.call('members.takeCard', { bytes })
    await to.call('members.verify', { fingerprint, on: addedOn })
  }
}
