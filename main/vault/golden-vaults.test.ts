import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  goldenRows,
  goldenVaults,
  goldenVersions,
  migrationHashes,
  releasedMigrations,
  rowsOf,
} from '../../build/golden-vault.ts'
import { openVaultSide, stateOfFolder, temporaryFolder, testPassphrase } from '../../tests/support/vault.ts'
import { vaultFiles } from './folder/files.ts'
import { readMigrations } from './migrate.ts'

const makeIt = 'A schema version has no golden vault. Once it is settled: node build/golden-vault.ts'
const latest = String(readMigrations().length).padStart(4, '0')

function copyOf(version: string): string {
  const folder = join(temporaryFolder(), 'vault')
  cpSync(join(goldenVaults, version), folder, { recursive: true })
  return folder
}

describe.each(goldenVersions())('a vault left by schema %s', (version) => {
  it('holds what it held, row for row, once this version has opened it', async () => {
    const folder = copyOf(version)
    const before = goldenRows(version)
    expect(await rowsOf(folder)).toEqual(before)
    const side = await openVaultSide()
    await side.call('vault.unlock', { folder, passphrase: testPassphrase })
    side.close()
    const after = await rowsOf(folder)
    for (const [table, rows] of Object.entries(before)) {
      const now = (after[table] ?? []).map((row) => JSON.stringify(only(row, Object.keys(rows[0] ?? {}))))
      for (const row of rows) expect(now, table).toContain(JSON.stringify(row))
    }
  })

  it('can be worked in: a section is saved, and found with those of then', async () => {
    const folder = copyOf(version)
    const side = await openVaultSide()
    await side.call('vault.unlock', { folder, passphrase: testPassphrase })
    const before = (await side.call('cases.list', { words: 'fictive' })).total
    const id = crypto.randomUUID()
    const section = { name: 'summary', body: { situation: 'Une situation fictive de plus.' } } as const
    await side.call('cases.saveSection', { id, section, seen: [] })
    const { rows, total } = await side.call('cases.list', { words: 'fictive' })
    expect(total).toBe(before + 1)
    expect(rows.map((row) => row.id)).toContain(id)
    expect(before).toBeGreaterThan(0)
  })
})

describe.each(goldenVersions().filter((version) => version !== latest))(
  'a vault left by schema %s',
  (version) => {
    it('is backed up before it is updated, with the version it had', async () => {
      const folder = copyOf(version)
      const side = await openVaultSide()
      await side.call('vault.unlock', { folder, passphrase: testPassphrase })
      const { backups } = vaultFiles(folder)
      const listed = await side.call('backup.list', { folder: backups })
      expect(listed.backups.map(({ kind, problem }) => ({ kind, problem }))).toEqual([
        { kind: 'update', problem: null },
      ])
      const into = join(temporaryFolder(), 'restored')
      const opener = { by: 'passphrase', passphrase: testPassphrase } as const
      const name = listed.backups[0]?.name ?? ''
      await side.call('backup.restore', { jobId: crypto.randomUUID(), folder: backups, name, opener, into })
      expect(await rowsOf(into)).toMatchObject({ cases: goldenRows(version).cases })
    })
  },
)

const only = (row: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, row[name]]))

describe('the migrations', () => {
  it('each have a golden vault', () => {
    expect(goldenVersions(), makeIt).toEqual(
      readMigrations().map(({ version }) => String(version).padStart(4, '0')),
    )
  })

  it('are never changed, renamed or taken away once a vault has been through them', () => {
    expect(migrationHashes()).toMatchObject(releasedMigrations())
    expect(Object.keys(releasedMigrations()).length).toBe(goldenVersions().length)
  })

  it('leave the golden vaults themselves alone', async () => {
    const before = stateOfFolder(goldenVaults)
    const side = await openVaultSide()
    await side.call('vault.unlock', { folder: copyOf('0001'), passphrase: testPassphrase })
    expect(stateOfFolder(goldenVaults)).toEqual(before)
  })
})
