import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testPassphrase } from '../support/app.ts'
import { eventually } from '../support/eventually.ts'
import { type DesktopApp, openDesktopApp } from './desktop-app.ts'
import { missing } from './missing.ts'

const events = ['lock-screen', 'suspend', 'resume', 'user-did-resign-active'] as const

describe.skipIf(missing() !== null)('Relais in Electron', () => {
  let desktop: DesktopApp
  beforeEach(async () => {
    desktop = await openDesktopApp()
  })
  afterEach(() => desktop.close())

  const createVault = async (): Promise<void> => {
    const page = await desktop.page()
    await page.getByRole('heading', { level: 1, name: 'Bienvenue dans Relais' }).waitFor()
    await desktop.call('vault.create', {
      folder: desktop.vaultFolder,
      passphrase: testPassphrase,
      identity: { name: 'Membre fictive', organisation: 'Organisme fictif', sector: 'community' },
    })
    await page.reload()
    await desktop.shows('Membre fictive')
  }

  it.each(events)(
    'keeps a case through a lock by %s: both processes end, another page asks',
    async (event) => {
      await createVault()
      const id = crypto.randomUUID()
      const { code } = await desktop.call('cases.saveSection', {
        id,
        section: { name: 'wishes', body: { wishes: 'Rester près de sa sœur fictive.' } } as never,
        seen: [],
      })
      const before = await desktop.processes()
      expect(before.vault).toBeGreaterThan(0)

      await desktop.electron.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
      await desktop.shows('Ouvrir votre coffre')
      await eventually(async () => (await desktop.processes()).vault).not.toBe(before.vault)
      expect((await desktop.processes()).page).not.toBe(before.page)
      await expect(desktop.call('cases.list', {})).rejects.toThrow('vault.locked')

      await desktop.call('vault.unlock', { folder: desktop.vaultFolder, passphrase: testPassphrase })
      const { rows } = await desktop.call('cases.list', {})
      expect(rows.map((row) => row.code)).toEqual([code])
    },
  )

  it('locks when its page’s process ends by itself', async () => {
    await createVault()
    const before = await desktop.processes()
    process.kill(before.page, 'SIGKILL')
    await desktop.shows('Ouvrir votre coffre')
    expect((await desktop.processes()).page).not.toBe(before.page)
  })
})
