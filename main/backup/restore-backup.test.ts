import { mkdirSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { isRelaisError } from '../../shared/errors.ts'
import { jobThat, newBackup, quarterPastTwo, sourceOf } from '../../tests/support/backup.ts'
import {
  newVault,
  stateOfFolder,
  temporaryFolder,
  testIdentity,
  testOpener,
} from '../../tests/support/vault.ts'
import { freeBytes } from '../disk.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import { floorParameters } from '../vault/keys/kdf.ts'
import { decodeKeyFile } from '../vault/keys/key-file.ts'
import { wrapKey } from '../vault/keys/key-slot.ts'
import { writeKeys } from '../vault/keys/key-store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { countRows, tablesOf } from './copy.store.ts'
import { makeBackup } from './make-backup.ts'
import { type Restoring, restoreBackup } from './restore-backup.ts'
import { unwatched } from './stages.ts'

vi.mock('@node-rs/argon2', async () =>
  (await import('../../tests/faults/support/argon2-once.ts')).argon2Once(),
)

vi.mock('../disk.ts', async (original) => {
  const disk = await original<typeof import('../disk.ts')>()
  return { ...disk, freeBytes: vi.fn(disk.freeBytes) }
})

/** A backup, and what restoring it into a place of its own takes. */
async function restorable() {
  const backup = await newBackup()
  const around = temporaryFolder()
  const restoring: Restoring = {
    folder: backup.folder,
    name: backup.name,
    opener: testOpener,
    into: join(around, 'restauré'),
    now: quarterPastTwo + 1000,
    job: unwatched,
  }
  return { ...backup, around, restoring }
}

/** Every row of every table, but for what a vault notes about its own unlocking and care. */
function contentOf({ reader }: OpenVault): Record<string, unknown> {
  const own = new Set(['journal', 'journal_heads', 'settings'])
  const tables = tablesOf(reader).filter((table) => !own.has(table))
  return Object.fromEntries(tables.map((table) => [table, reader.all(`SELECT * FROM "${table}"`)]))
}

async function opened(folder: string, opener = testOpener): Promise<OpenVault> {
  const vault = await unlockVault(folder, opener)
  onTestFinished(() => vault.close())
  return vault
}

/** Refused with `code`, and nothing around the place to restore into has changed. */
async function expectRefusal(around: string, restoring: Restoring, code: string): Promise<void> {
  const before = stateOfFolder(around)
  await expect(restoreBackup(restoring)).rejects.toThrow(code)
  expect(stateOfFolder(around)).toEqual(before)
}

describe('a restored vault', () => {
  it('holds what was backed up, to the last row, with its keys and a copy of them, for its owner alone', async () => {
    const { vault, restoring, name } = await restorable()
    const content = contentOf(vault)
    await restoreBackup(restoring)
    const files = stateOfFolder(restoring.into).map((line) => line.split(' ').slice(0, 2))
    for (const file of ['/relais.db', '/relais.keys', '/relais.keys.previous']) {
      expect(files).toContainEqual([file, '100600'])
    }
    const restored = await opened(restoring.into)
    expect(restored.vaultId).toBe(vault.vaultId)
    expect(restored.me.fingerprint).toBe(vault.me.fingerprint)
    expect(contentOf(restored)).toEqual(content)
    expect(restored.reader.all("SELECT subject, at FROM journal WHERE action = 'backup.restored'")).toEqual([
      { subject: name, at: quarterPastTwo + 1000 },
    ])
  })

  it('comes from a copy that somebody named, and its journal does not repeat that name', async () => {
    const { restoring, path, folder } = await restorable()
    const name = 'Copie de Madame Fictive.relais-backup'
    renameSync(path, join(folder, name))
    await restoreBackup({ ...restoring, name })
    const { reader } = await opened(restoring.into)
    expect(reader.all("SELECT subject FROM journal WHERE action = 'backup.restored'")).toEqual([
      { subject: null },
    ])
  })

  it('goes into an empty folder, and beneath folders that are not there yet', async () => {
    const { restoring, around } = await restorable()
    mkdirSync(restoring.into)
    await restoreBackup(restoring)
    const deep = join(around, 'un', 'deux', 'coffre')
    await restoreBackup({ ...restoring, into: deep })
    expect((await opened(deep)).me.name).toBe(testIdentity.name)
  })

  it('opens with the passphrase it had when it was backed up, whatever it was changed to since', async () => {
    const { vault, restoring } = await restorable()
    const files = vaultFiles(vault.folder)
    const keyFile = decodeKeyFile(readFileSync(files.keys, 'utf8'))
    const slot = await wrapKey(
      vault.key,
      'une autre phrase, bien plus récente',
      vault.vaultId,
      floorParameters(),
    )
    await writeKeys(files, { ...keyFile, slots: [slot] })
    await restoreBackup(restoring)
    expect((await opened(restoring.into)).me.name).toBe(testIdentity.name)
    const recent = await makeBackup({
      folder: restoring.folder,
      kind: 'manual',
      source: sourceOf(vault),
      now: quarterPastTwo,
    })
    const again = { ...restoring, name: recent.name, into: `${restoring.into} encore` }
    await expect(restoreBackup(again)).rejects.toThrow('vault.wrong_passphrase')
    await restoreBackup({
      ...again,
      opener: { by: 'passphrase', passphrase: 'une autre phrase, bien plus récente' },
    })
  })

  it('may itself be backed up and restored', async () => {
    const { restoring, around } = await restorable()
    await restoreBackup(restoring)
    const restored = await opened(restoring.into)
    const made = await makeBackup({
      folder: restoring.folder,
      kind: 'manual',
      source: sourceOf(restored),
      now: quarterPastTwo,
    })
    const into = join(around, 'encore')
    await restoreBackup({ ...restoring, name: made.name, into })
    const rows = countRows((await opened(into)).reader)
    expect(rows.cases).toBe(20)
  })
})

describe('a restore is refused, and leaves nothing behind,', () => {
  it('over a vault that lives', async () => {
    const { restoring } = await restorable()
    const living = await newVault()
    await expectRefusal(dirname(living), { ...restoring, into: living }, 'vault.already_exists')
  })

  it('over half of a vault', async () => {
    const { restoring, around } = await restorable()
    mkdirSync(restoring.into)
    writeFileSync(join(restoring.into, 'relais.keys'), 'what remains')
    await expectRefusal(around, restoring, 'vault.already_exists')
  })

  it('over anything else', async () => {
    const { restoring, around } = await restorable()
    mkdirSync(restoring.into)
    writeFileSync(join(restoring.into, 'photo.jpg'), 'mine')
    await expectRefusal(around, restoring, 'vault.folder_not_empty')
  })

  it('with a wrong passphrase', async () => {
    const { restoring, around } = await restorable()
    const opener = { by: 'passphrase', passphrase: 'ce n’est pas la bonne phrase' } as const
    await expectRefusal(around, { ...restoring, opener }, 'vault.wrong_passphrase')
  })

  it('with a printed code when there was no kit', async () => {
    const { restoring, around } = await restorable()
    const before = stateOfFolder(around)
    const opener = { by: 'code', code: 'rien' } as const
    const refused = await restoreBackup({ ...restoring, opener }).catch((error: unknown) => error)
    expect(isRelaisError(refused) && refused.code.startsWith('recovery.')).toBe(true)
    expect(stateOfFolder(around)).toEqual(before)
  })

  it('with a bit flipped in its database', async () => {
    const { restoring, around, path, made } = await restorable()
    for (const back of [1, 5000, 60_000]) {
      const bytes = readFileSync(path)
      const at = made.bytes - back
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(path, bytes)
      await expectRefusal(around, restoring, 'backup.damaged')
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(path, bytes)
    }
    await restoreBackup(restoring)
  })

  it('when the backup is cut short while it is being read', async () => {
    const { restoring, around, path } = await restorable()
    const file = vi.fn(() => truncateSync(path, 40_000))
    const job = { ...unwatched, onProgress: file }
    const before = stateOfFolder(around)
    // Read in one piece when small: cut before the first.
    truncateSync(path, 40_000)
    await expect(restoreBackup({ ...restoring, job })).rejects.toThrow('backup.damaged')
    expect(stateOfFolder(around)).toEqual(before)
  })

  it('when it is cancelled, at whichever step', async () => {
    const { restoring, around } = await restorable()
    const whole = jobThat(0, () => undefined)
    await restoreBackup({ ...restoring, into: join(temporaryFolder(), 'coffre'), job: whole })
    expect(whole.steps()).toBeGreaterThan(10)
    for (let step = 1; step <= whole.steps(); step += 1) {
      const job = jobThat(step, (abort) => abort())
      await expect(restoreBackup({ ...restoring, job })).rejects.toThrow('app.cancelled')
      expect(readdirSync(around)).toEqual([])
    }
  }, 60_000)

  it('where the disk has no room for it', async () => {
    const { restoring, around } = await restorable()
    vi.mocked(freeBytes).mockResolvedValueOnce(1000)
    await expectRefusal(around, restoring, 'vault.disk_full')
  })

  it('when the backup is no longer there', async () => {
    const { restoring, around } = await restorable()
    const name = 'relais-20260101-000000-0000.relais-backup'
    await expectRefusal(around, { ...restoring, name }, 'backup.not_found')
  })
})
