import { describe, expect, it, vi } from 'vitest'
import { rowsByTable } from '../../tests/support/rows-by-table.ts'
import { newVault, openBeneath, stateOfFolder, testOpener } from '../../tests/support/vault.ts'
import { vaultFiles } from './folder/files.ts'
import { readKeys, unwrapWith } from './keys/key-store.ts'
import { type Migration, readMigrations } from './migrate.ts'
import { type BackupBefore, updateVault } from './update-vault.ts'

const released = readMigrations()
const next = (sql: string, after = 1): Migration => ({ version: released.length + after, sql })
const good = next('CREATE TABLE later (x TEXT) STRICT')

/** Was made, and becomes what the update asks. */
const newBackup = () => ({ keep: vi.fn(async () => undefined), discard: vi.fn(async () => undefined) })

/** Updates a closed vault with migrations that this version does not have. */
async function update(
  folder: string,
  migrations: readonly Migration[],
  options: { free?: number; backUp?: () => Promise<BackupBefore> } = {},
): Promise<number | null> {
  const database = await openBeneath(folder)
  try {
    return await updateVault(database, {
      folder,
      migrations,
      onProgress: () => undefined,
      backUp: options.backUp ?? (async () => newBackup()),
      ...(options.free === undefined ? {} : { free: async () => options.free ?? 0 }),
    })
  } finally {
    database.close()
  }
}

async function contentOf(folder: string): Promise<unknown> {
  const key = await unwrapWith((await readKeys(vaultFiles(folder))).keyFile, testOpener)
  const database = await openBeneath(folder)
  const version = database.raw.pragma('user_version', { simple: true })
  database.close()
  return { version, rows: [...rowsByTable(folder, key)] }
}

describe('an update', () => {
  it('backs the vault up first, and says which version it had', async () => {
    const folder = await newVault()
    const backup = newBackup()
    const backUp = vi.fn(async () => backup)
    expect(await update(folder, [...released, good], { backUp })).toBe(released.length)
    expect(backUp).toHaveBeenCalledOnce()
    expect(backup.keep).toHaveBeenCalledOnce()
    expect(backup.discard).not.toHaveBeenCalled()
    expect(await contentOf(folder)).toMatchObject({ version: released.length + 1 })
  })

  it('is not made, and nothing backed up, where there is nothing to update', async () => {
    const folder = await newVault()
    const before = stateOfFolder(folder)
    const backUp = vi.fn(async () => newBackup())
    expect(await update(folder, released, { backUp })).toBeNull()
    expect(backUp).not.toHaveBeenCalled()
    expect(stateOfFolder(folder)).toEqual(before)
  })

  it('is refused before anything is written where the disk has not twice the room, saying how much is missing', async () => {
    const folder = await newVault()
    const before = stateOfFolder(folder)
    const backUp = vi.fn(async () => newBackup())
    await expect(update(folder, [...released, good], { backUp, free: 100_000 })).rejects.toMatchObject({
      code: 'vault.no_room_to_update',
      params: { megabytes: 1 },
    })
    expect(backUp).not.toHaveBeenCalled()
    expect(stateOfFolder(folder)).toEqual(before)
  })

  it('is not begun when the backup can’t be made', async () => {
    const folder = await newVault()
    const before = stateOfFolder(folder)
    const backUp = () => Promise.reject(new Error('no backup'))
    await expect(update(folder, [...released, good], { backUp })).rejects.toThrow('no backup')
    expect(stateOfFolder(folder)).toEqual(before)
  })

  it.each([
    ['fails half way', 'CREATE TABLE half (x TEXT); INSERT INTO nowhere VALUES (1)'],
    [
      'breaks a reference',
      "INSERT INTO case_sections VALUES (404, 'summary', '[]', 'a', '2026-01-01', '{}')",
    ],
    [
      'wants another constraint than the rows keep',
      'CREATE TABLE t (x TEXT NOT NULL) STRICT; INSERT INTO t VALUES (NULL)',
    ],
  ])('whose second step %s leaves the vault as it was, the first step undone too', async (_how, sql) => {
    const folder = await newVault()
    const before = await contentOf(folder)
    const database = await openBeneath(folder)
    database.raw.pragma('foreign_keys=OFF')
    const backup = newBackup()
    const steps = { folder, onProgress: () => undefined, backUp: async () => backup }
    await expect(
      updateVault(database, { ...steps, migrations: [...released, good, next(sql, 2)] }),
    ).rejects.toThrow()
    database.close()
    expect(await contentOf(folder)).toEqual(before)
    expect(backup.discard).toHaveBeenCalledOnce()
    expect(backup.keep).not.toHaveBeenCalled()
  })

  it('tells how far it is, and ends at the end', async () => {
    const folder = await newVault()
    const told: number[] = []
    const database = await openBeneath(folder)
    await updateVault(database, {
      folder,
      migrations: [...released, good],
      onProgress: (done, total) => told.push(done / total),
      backUp: async ({ onProgress }) => {
        onProgress(1, 2)
        return newBackup()
      },
    })
    database.close()
    expect(told[0]).toBeCloseTo(0.4)
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })
})
