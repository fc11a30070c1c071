import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { unwatched } from '../../main/backup/stages.ts'
import { headsInBackups } from '../../main/journal/backup-heads.ts'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { unlockVault } from '../../main/vault/unlock-vault.ts'
import type { Out } from '../../shared/contract.ts'
import {
  openVaultSide,
  stateOfFolder,
  temporaryFolder,
  testOpener,
  testPassphrase,
} from '../support/vault.ts'
import { lookInside } from './support/after-cuts.ts'
import { badSector, sectorBytes } from './support/bad-sector.ts'
import { ids, saveOf, wholeSaves } from './support/saves.ts'
import { inProcess } from './support/spawn-vault.ts'

const saved = ids(8)

/** A vault with a few cases, closed: all of it is in its database. */
async function closedVault(): Promise<string> {
  const vault = await openVaultSide()
  for (const id of saved) await vault.call(...saveOf(id))
  vault.close()
  // Once more, so that the copy of the vital pages is of what is there now.
  await lookInside(vault.folder, testOpener, () => undefined)
  return vault.folder
}

/** As a process leaves it that is killed: the last changes are only in the log. */
async function killedVault(): Promise<string> {
  const vault = await openVaultSide()
  for (const id of saved) await vault.call(...saveOf(id))
  return copyOf(vault.folder)
}

function copyOf(folder: string): string {
  const copy = join(temporaryFolder(), 'copy')
  cpSync(folder, copy, { recursive: true })
  return copy
}

const unlock = (folder: string): Promise<unknown> =>
  inProcess().ask('vault.unlock', { folder, passphrase: testPassphrase })

async function salvage(folder: string, into: string): Promise<Out<'damage.salvage'>> {
  const vault = inProcess()
  const account = await vault.ask('damage.salvage', { jobId: randomUUID(), folder, opener: testOpener, into })
  vault.close()
  return account
}

const newPlace = (): string => join(temporaryFolder(), 'salvaged')

/** The same vault, with zeros where the disk can't read. */
function zeroed(folder: string, file: 'database' | 'log', sector: number): string {
  const copy = copyOf(folder)
  const path = vaultFiles(copy)[file]
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0, sector * sectorBytes, (sector + 1) * sectorBytes))
  return copy
}

describe('a vault with a sector that the disk can’t read', () => {
  it('in its first page is told damaged, and salvaged without losing a word', async () => {
    const folder = await closedVault()
    await badSector(vaultFiles(folder).database, 0)
    await expect(unlock(folder)).rejects.toThrow('vault.database_damaged')
    const into = newPlace()
    expect(await salvage(folder, into)).toMatchObject({ lost: [], cases: [], identity: 'kept' })
    expect(await lookInside(into, testOpener, ({ reader }) => wholeSaves(reader).sort())).toEqual(
      saved.toSorted(),
    )
  })

  it('anywhere else in its database loses to a salvage what that sector held, and no more', async () => {
    const folder = await closedVault()
    const pages = statSync(vaultFiles(folder).database).size / sectorBytes
    for (const page of [1, Math.floor(pages / 2), pages - 2]) {
      const expected = await salvage(zeroed(folder, 'database', page), newPlace())
      const here = copyOf(folder)
      const mend = await badSector(vaultFiles(here).database, page)
      expect(await salvage(here, newPlace()), `page ${page + 1} of ${pages}`).toEqual(expected)
      mend()
    }
  })

  it('in its database is told damaged before the log of a crash is put over it', async () => {
    const folder = await killedVault()
    const pages = statSync(vaultFiles(folder).database).size / sectorBytes
    const outcomes = new Set<string>()
    for (let page = 1; page < pages; page += 4) {
      const here = copyOf(folder)
      const before = stateOfFolder(here)
      const mend = await badSector(vaultFiles(here).database, page)
      const outcome = await unlock(here).then(
        () => 'opened',
        (error: Error) => error.message,
      )
      mend()
      outcomes.add(outcome)
      if (outcome !== 'opened') expect(stateOfFolder(here)).toEqual(before)
    }
    // Some pages are newer in the log, which is read in their place.
    expect([...outcomes].sort()).toEqual(['opened', 'vault.database_damaged'])
  })

  it('in its log is told damaged and left as it was, and a salvage keeps what can be read', async () => {
    const folder = await killedVault()
    const sector = Math.floor(statSync(vaultFiles(folder).log).size / sectorBytes / 2)
    const expected = await salvage(zeroed(folder, 'log', sector), newPlace())
    const before = stateOfFolder(folder)
    const mend = await badSector(vaultFiles(folder).log, sector)
    await expect(unlock(folder)).rejects.toThrow('vault.database_damaged')
    const account = await salvage(folder, newPlace())
    mend()
    expect(account).toEqual(expected)
    expect(account.kept.find(({ kind }) => kind === 'cases')?.count).toBeGreaterThan(0)
    expect(stateOfFolder(folder)).toEqual(before)
  })

  it('on a stick that is pulled out meanwhile is no damage', async () => {
    const folder = await closedVault()
    const { database } = vaultFiles(folder)
    await badSector(database, 0, () => renameSync(database, `${database}.gone`))
    await expect(unlock(folder)).rejects.toThrow('vault.folder_unwritable')
  })
})

describe('a backup with a sector that the disk can’t read', () => {
  /** An open vault with three backups, the oldest of which is at `path`. */
  async function backedUp() {
    const vault = await openVaultSide()
    for (const id of saved) await vault.call(...saveOf(id))
    const folder = vaultFiles(vault.folder).backups
    const names: string[] = []
    for (let n = 0; n < 3; n += 1) names.push((await vault.call('backup.now', { jobId: randomUUID() })).name)
    const [name = ''] = names
    return { vault, folder, names, name, path: join(folder, name) }
  }

  it('at its beginning is told damaged in the list, and hides none of the others', async () => {
    const { vault, folder, names, name, path } = await backedUp()
    await badSector(path, 0)
    const { backups } = await vault.call('backup.list', { folder })
    expect(backups.map((backup) => [backup.name, backup.problem]).sort()).toEqual(
      names.map((one) => [one, one === name ? 'backup.damaged' : null]).sort(),
    )
  })

  it('leaves the other backups to vouch for the journal', async () => {
    const { vault: side, names, path } = await backedUp()
    side.close()
    const vault = await unlockVault(side.folder, testOpener)
    onTestFinished(() => vault.close())
    await badSector(path, 0)
    const heads = await headsInBackups(vault, unwatched)
    expect(heads.map(({ reference }) => reference).sort()).toEqual(names.slice(1).sort())
  })

  it('in its database is told damaged when it is restored, and not laid on the new folder', async () => {
    const { vault, folder, name, path } = await backedUp()
    await badSector(path, Math.floor(statSync(path).size / sectorBytes) - 1)
    const around = temporaryFolder()
    const into = join(around, 'restored')
    const restoring = { jobId: randomUUID(), folder, name, opener: testOpener, into }
    await expect(vault.call('backup.restore', restoring)).rejects.toThrow('backup.damaged')
    expect(stateOfFolder(around)).toEqual([])
  })

  it('keeps no vault of an older Relais shut', async () => {
    const folder = temporaryFolder()
    cpSync(new URL('../vectors/vaults/0001', import.meta.url), folder, { recursive: true })
    const { backups } = vaultFiles(folder)
    mkdirSync(backups, { recursive: true })
    const old = join(backups, 'vieux.relais-backup')
    writeFileSync(old, Buffer.alloc(2 * sectorBytes, 7))
    await badSector(old, 0)
    await expect(unlock(folder)).resolves.toEqual({})
  })
})
