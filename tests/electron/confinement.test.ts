import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { channelNames } from '../../shared/contract.ts'
import { testPassphrase } from '../support/app.ts'
import { type DesktopApp, launchElectron, openDesktopApp } from './desktop-app.ts'
import { missing } from './missing.ts'

const canary = 'Zéphyrine Canari Fictif'

describe.skipIf(missing() !== null)('the page in Electron', () => {
  let desktop: DesktopApp
  beforeEach(async () => {
    desktop = await openDesktopApp()
    await desktop.shows('Bienvenue dans Relais')
  })
  afterEach(() => desktop.close())

  it('sees the contract and nothing of Node or Electron', async () => {
    expect(await desktop.inPage('typeof require + typeof process + typeof module')).toBe(
      'undefinedundefinedundefined',
    )
    expect(await desktop.inPage<string[]>('Object.keys(window.relais)')).toEqual([...channelNames])
    expect(await desktop.inPage('location.href')).toMatch(/^relais:\/\/app\//)
  })

  it('is in a sandbox, as Electron itself tells', async () => {
    const preferences = await desktop.electron.evaluate(({ BrowserWindow }) => {
      // Not among Electron's declared methods.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    })
  })

  /** What became of a move of the page's own, once Electron has asked about it and everyone has answered. */
  const goesTo = (address: string): Promise<string> =>
    desktop.electron.evaluate(
      ({ BrowserWindow }, to) =>
        new Promise<string>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('did-navigate', (_event, url) => resolve(`went to ${url}`))
          // After the product's own listener, which is asked first: prevented, no other event follows.
          contents?.once('will-frame-navigate', ({ defaultPrevented }) => {
            if (defaultPrevented) resolve('prevented')
          })
          void contents?.executeJavaScript(`location.href = ${JSON.stringify(to)}`)
        }),
      address,
    )

  it('reaches no network, opens no window and goes nowhere', async () => {
    const fetched = `fetch('https://example.org/').then(() => 'came through', () => 'refused')`
    expect(await desktop.inPage(fetched)).toBe('refused')
    expect(await desktop.inPage(`String(window.open('https://example.org/'))`)).toBe('null')
    expect(await goesTo('https://example.org/')).toBe('prevented')
    expect(await desktop.inPage('location.href')).toMatch(/^relais:\/\/app\//)
    const windows = await desktop.electron.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    )
    expect(windows).toBe(1)
  })

  it.each(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'])(
    'has no permission to use: %s',
    async (name) => {
      const asked = `navigator.permissions.query({ name: '${name}' }).then(({ state }) => state, String)`
      expect(await desktop.inPage(asked)).toBe('denied')
    },
  )

  it('leaves nothing of what was typed in the app’s folder', async () => {
    await desktop.call('vault.create', {
      folder: desktop.vaultFolder,
      passphrase: testPassphrase,
      identity: { name: canary, organisation: 'Organisme fictif', sector: 'community' },
    })
    await desktop.inPage('location.reload()')
    await desktop.shows(canary)
    await desktop.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
    await desktop.shows('Ouvrir votre coffre')
    for (const name of await readdir(desktop.userData, { recursive: true })) {
      const path = join(desktop.userData, name)
      if (!(await stat(path)).isFile()) continue
      const content = await readFile(path)
      for (const words of [canary, testPassphrase]) {
        expect(content.includes(words), name).toBe(false)
        expect(content.includes(Buffer.from(words, 'utf16le')), name).toBe(false)
      }
    }
  })

  it('a second Relais ends at once, before it can touch a vault', async () => {
    const second = await launchElectron(desktop.userData).catch(() => null)
    await second?.waitForEvent('close')
    await desktop.shows('Bienvenue dans Relais')
  })
})
