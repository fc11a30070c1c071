import { createHash } from 'node:crypto'
import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { createVault, openApp, type TestApp } from '../support/app.ts'
import { browserOfFile } from '../support/browser.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { vaultJourney } from '../support/vault-journey.ts'

const browser = browserOfFile()
let app: TestApp

afterEach(async () => {
  expect(app.faults).toEqual([])
  expect(await app.page().title()).toBe('Relais')
  await app.close()
})

const { page, heading, button, passphraseField, untilLocked, unlock, expectRefusal } = vaultJourney(() => app)

describe('a vault that does not open', () => {
  /** Everything in a folder, by name and content: what an attempt to open must leave as it was. */
  async function contentOf(folder: string): Promise<Record<string, string>> {
    const names = await readdir(folder).catch(() => [])
    const entries = names.sort().map(async (name) => {
      const hash = createHash('sha256').update(await readFile(join(folder, name)))
      return [name, hash.digest('hex')] as const
    })
    return Object.fromEntries(await Promise.all(entries))
  }

  async function lockedApp(): Promise<void> {
    app = await openApp(browser())
    await createVault(app)
    await untilLocked(() => app.call('vault.lock', {}))
  }

  /** With its sentence, and nothing that would do away with it. */
  async function expectRefused(code: ErrorCode): Promise<void> {
    await expectRefusal(code)
    expect(
      await page()
        .getByRole('button', { name: /supprimer|effacer|détruire/i })
        .count(),
    ).toBe(0)
  }

  const halved = async (path: string) => {
    const whole = await readFile(path)
    await writeFile(path, whole.subarray(0, whole.length / 2))
  }
  const scratched = async (path: string) => {
    const bytes = await readFile(path)
    await writeFile(path, bytes.fill(7, 1024, 2048))
  }

  const damages: [ErrorCode, (folder: string) => Promise<unknown>][] = [
    ['vault.key_file_missing', (folder) => eachKeyFile(folder, rm)],
    ['vault.database_missing', (folder) => rm(vaultFiles(folder).database)],
    ['vault.key_file_damaged', (folder) => eachKeyFile(folder, halved)],
    ['vault.database_damaged', (folder) => scratched(vaultFiles(folder).database)],
    ['vault.not_a_vault', (folder) => eachKeyFile(folder, (path) => writeFile(path, 'une liste de courses'))],
    ['vault.newer_version', (folder) => eachKeyFile(folder, fromTheFuture)],
  ]

  /** What the screen then offers: no kit to whoever has none, and nothing for a vault that only wants a newer Relais. */
  const waysOut: Partial<Record<ErrorCode, readonly string[]>> = {
    'vault.key_file_missing': ['Restaurer une sauvegarde'],
    'vault.key_file_damaged': ['Restaurer une sauvegarde'],
    'vault.database_missing': ['Restaurer une sauvegarde'],
    'vault.database_damaged': ['Restaurer une sauvegarde', 'Récupérer ce qui est lisible'],
  }

  async function eachKeyFile(folder: string, harm: (path: string) => Promise<unknown>): Promise<void> {
    const { keys, keysCopy } = vaultFiles(folder)
    await harm(keys)
    await harm(keysCopy)
  }

  /** The key file as a later version of Relais might write it. */
  async function fromTheFuture(path: string): Promise<void> {
    const { checksum: _, ...body } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    const later = { ...body, version: 99 }
    const checksum = createHash('sha256').update(JSON.stringify(later)).digest('hex')
    await writeFile(path, JSON.stringify({ ...later, checksum }))
  }

  it.each(damages)('is explained and left as it is: %s', async (code, damage) => {
    await lockedApp()
    await damage(app.vaultFolder)
    const before = await contentOf(app.vaultFolder)
    await unlock()
    await expectRefused(code)
    const offered = page()
      .getByRole('main')
      .getByRole('button', { name: /trousse|sauvegarde|lisible/ })
    await eventually(() => offered.allTextContents()).toEqual(waysOut[code] ?? [])
    expect(await contentOf(app.vaultFolder)).toEqual(before)
  })

  it('because its database is damaged leads to its backups and to what can be salvaged, and back', async () => {
    await lockedApp()
    await scratched(vaultFiles(app.vaultFolder).database)
    await unlock()
    await button('Récupérer ce qui est lisible').click()
    await page().getByRole('heading', { level: 1 }).waitFor()
    await button('Retour').click()
    await heading('Ouvrir votre coffre').waitFor()
    await unlock()
    await button('Restaurer une sauvegarde').click()
    await heading('Restaurer une sauvegarde').waitFor()
    await button('Retour').click()
    await heading('Ouvrir votre coffre').waitFor()
  })

  it('is not one whose key file alone is damaged: its second copy opens it', async () => {
    await lockedApp()
    await halved(vaultFiles(app.vaultFolder).keys)
    await unlock()
    await heading('Aujourd’hui').waitFor()
  })

  it('for want of the right passphrase lets one look at it and try again', async () => {
    await lockedApp()
    await unlock('ce n’est pas celle-là')
    await expectRefused('vault.wrong_passphrase')
    await expectFocus(passphraseField())
    await unlock()
    await heading('Aujourd’hui').waitFor()
  })

  it('because it is not there says so at once, creates nothing, and opens once it is back', async () => {
    await lockedApp()
    const away = `${app.vaultFolder}-ailleurs`
    await rename(app.vaultFolder, away)
    await page().reload()
    await expectRefused('vault.not_found')
    await button('Créer plutôt un nouveau coffre').waitFor()
    await unlock()
    await expectRefused('vault.not_found')
    expect(await readdir(app.folder)).not.toContain('vault')
    await rename(away, app.vaultFolder)
    await unlock()
    await heading('Aujourd’hui').waitFor()
  })

  it('because it is open in another window says so, and opens once that one is closed', async () => {
    await lockedApp()
    const first = app
    app = await openApp(browser(), { dataFolder: first.folder, keepFolder: true })
    await unlock()
    await heading('Aujourd’hui').waitFor()
    const second = app
    app = first
    await unlock()
    await expectRefused('vault.open_elsewhere')
    expect(second.faults).toEqual([])
    await second.close()
    await unlock()
    await heading('Aujourd’hui').waitFor()
  })

  it('because its two files belong to two vaults says so', async () => {
    app = await openApp(browser())
    await createVault(app)
    const mine = vaultFiles(app.vaultFolder)
    await untilLocked(() => app.call('vault.lock', {}))
    const other = await openApp(browser())
    await createVault(other)
    await copyFile(vaultFiles(other.vaultFolder).keys, mine.keys)
    await other.close()
    await unlock()
    await expectRefused('vault.mismatch')
  })
})
