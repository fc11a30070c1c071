import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { Identity } from '../../shared/members/members.contract.ts'
import { diskError, errorCode, syncFolder, writeWhole } from '../disk.ts'
import {
  assertEncrypted,
  openDatabase,
  type Reader,
  sqliteCode,
  type VaultDatabase,
  type Writer,
} from './database.ts'
import { vaultFiles } from './files.ts'
import { insertVaultId, vaultIdOf } from './identity.store.ts'
import { createIdentity, type Me, readIdentity, wipeIdentity } from './identity.ts'
import type { KdfParameters } from './kdf.ts'
import { decodeKeyFile, encodeKeyFile, unwrapKey, wrapKey } from './key-file.ts'
import { migrate, schemaVersion } from './migrate.ts'

/** A vault in use: what handlers work with until the process ends. */
export interface OpenVault {
  readonly folder: string
  readonly reader: Reader
  readonly writer: Writer
  readonly me: Me
  /** To be called when words were deleted: they leave the write-ahead log within seconds. */
  sweepSoon(): void
  close(): void
}

/** What a folder holds, found out by looking only. */
export async function inspectFolder(folder: string): Promise<'nothing' | 'vault' | 'other'> {
  const files = vaultFiles(folder)
  if ((await exists(files.keys)) || (await exists(files.database))) return 'vault'
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') return ['a file']
    throw new RelaisError('vault.folder_unwritable')
  })
  return entries.length === 0 ? 'nothing' : 'other'
}

/**
 * Creates a vault in a folder that is empty or does not exist yet. It is built beside the folder and put in place with
 * one rename: there is a whole vault or none.
 * @throws vault.already_exists, vault.folder_not_empty, vault.folder_unwritable, vault.disk_full
 */
export async function createVault(
  folder: string,
  passphrase: string,
  identity: Identity,
  today: PlainDate,
  kdf: KdfParameters,
): Promise<void> {
  const holds = await inspectFolder(folder)
  if (holds === 'vault') throw new RelaisError('vault.already_exists')
  if (holds === 'other') throw new RelaisError('vault.folder_not_empty')
  const parent = dirname(folder)
  const building = join(parent, `.relais-${randomBytes(8).toString('hex')}`)
  let firstMade: string | undefined
  try {
    firstMade = await mkdir(parent, { recursive: true, mode: 0o700 })
    await mkdir(building, { mode: 0o700 })
    await buildVault(building, passphrase, identity, today, kdf)
    // Renaming over an empty folder works everywhere but on Windows.
    await rmdir(folder).catch(() => undefined)
    await rename(building, folder)
    await syncFolder(parent)
  } catch (error) {
    await rm(building, { recursive: true, force: true }).catch(() => undefined)
    if (firstMade) await removeEmpty(parent, firstMade)
    throw folderError(error)
  }
}

/** Takes back the folders that were made on the way, from `last` up to `first`, as long as nobody put anything there. */
async function removeEmpty(last: string, first: string): Promise<void> {
  for (let folder = last; folder.length >= first.length; folder = dirname(folder)) {
    await rmdir(folder).catch(() => undefined)
  }
}

async function buildVault(
  folder: string,
  passphrase: string,
  identity: Identity,
  today: PlainDate,
  kdf: KdfParameters,
): Promise<void> {
  const files = vaultFiles(folder)
  const vaultId = randomUUID()
  const key = randomBytes(32)
  try {
    // SQLite would leave the file to the umask; its log takes over the permissions it finds here.
    await writeFile(files.database, '', { flag: 'wx', mode: 0o600 })
    const database = openDatabase(files.database, key, 'create')
    try {
      migrate(database)
      database.writer.transaction(() => {
        insertVaultId(database.writer, vaultId)
        createIdentity(database.writer, identity, today)
      })
    } finally {
      database.close()
    }
    assertEncrypted(files.database)
    const slots = [await wrapKey(key, passphrase, vaultId, kdf)]
    const keyFile = encodeKeyFile({ format: 'relais-keys', version: 1, vaultId, slots })
    await writeWhole(files.keys, keyFile)
    await writeWhole(files.previousKeys, keyFile)
  } finally {
    key.fill(0)
  }
}

/**
 * Opens the vault in `folder`. Never creates, changes or deletes anything when it can't.
 * @throws vault.not_found, vault.key_file_missing, vault.database_missing, vault.key_file_damaged, vault.not_a_vault,
 *   vault.wrong_passphrase, vault.open_elsewhere, vault.database_damaged, vault.newer_version, vault.mismatch,
 *   vault.folder_unwritable
 */
export async function unlockVault(folder: string, passphrase: string): Promise<OpenVault> {
  const files = vaultFiles(folder)
  const [hasKeys, hasDatabase] = await Promise.all([exists(files.keys), exists(files.database)])
  if (!hasKeys && !hasDatabase) throw new RelaisError('vault.not_found')
  if (!hasKeys) throw new RelaisError('vault.key_file_missing')
  if (!hasDatabase) throw new RelaisError('vault.database_missing')
  const keyFile = decodeKeyFile(await readFile(files.keys, 'utf8').catch(unreadable))
  const key = await unwrapKey(keyFile, passphrase)
  const database = openProven(files.database, key)
  try {
    schemaVersion(database)
    if (vaultIdOf(database.reader) !== keyFile.vaultId) throw new RelaisError('vault.mismatch')
    migrate(database)
    return openVault(folder, database, readIdentity(database.reader))
  } catch (error) {
    database.close()
    throw sqliteCode(error).startsWith('SQLITE_CORRUPT') ? new RelaisError('vault.database_damaged') : error
  }
}

function openProven(path: string, key: Uint8Array): VaultDatabase {
  try {
    return openDatabase(path, key, 'existing')
  } finally {
    key.fill(0)
  }
}

/** “5 s after a delete”: soon enough that a name taken out is gone, seldom enough not to be felt. */
const sweepMilliseconds = 5000

function openVault(folder: string, database: VaultDatabase, me: Me): OpenVault {
  let sweeping: NodeJS.Timeout | null = null
  return {
    folder,
    reader: database.reader,
    writer: database.writer,
    me,
    sweepSoon: () => {
      sweeping ??= setTimeout(() => {
        sweeping = null
        if (database.raw.open) database.raw.pragma('wal_checkpoint(TRUNCATE)')
      }, sweepMilliseconds)
    },
    close: () => {
      if (sweeping) clearTimeout(sweeping)
      database.close()
      wipeIdentity(me)
    },
  }
}

/** A folder that can't be looked into is not an empty one. */
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return false
      throw new RelaisError('vault.folder_unwritable')
    },
  )

function unreadable(error: unknown): never {
  throw new RelaisError(errorCode(error) === 'EISDIR' ? 'vault.not_a_vault' : 'vault.folder_unwritable')
}

function folderError(error: unknown): unknown {
  // Something was put there while the vault was being built.
  return ['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))
    ? new RelaisError('vault.folder_not_empty')
    : diskError(error)
}
