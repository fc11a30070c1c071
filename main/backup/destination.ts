import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { diskError, freeBytes, syncFolder } from '../disk.ts'
import { isCorrupt } from '../vault/database.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import { type BackupKind, newBackupName, newPartName } from './names.ts'

/** SQLite's log grows to 4 MB before it is emptied: what is saved during a backup must still find room. */
const roomForSaves = 4 * 1024 * 1024

/**
 * A folder that can take backups. Only the one beside the vault is made when it is not there: a folder made where a stick
 * should be would hide that the stick is not.
 * @throws backup.folder_missing, backup.folder_unwritable
 */
export async function prepareFolder(folder: string, vaultFolder: string): Promise<void> {
  if (folder === vaultFiles(vaultFolder).backups) {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 })
    // Or a power cut could take the folder away with the first backup in it.
    if (made) await syncFolder(vaultFolder)
  }
  if (!(await isFolder(folder))) throw new RelaisError('backup.folder_missing')
}

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** A name that no backup there has: a rename would put this one in its place. */
export async function freeName(folder: string, madeAt: number, kind: BackupKind): Promise<string> {
  const name = newBackupName(madeAt, kind)
  return (await exists(join(folder, name))) ? freeName(folder, madeAt, kind) : name
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Finds out by writing: permissions do not tell on a stick that is locked. @throws as a backup there would be */
export async function demandWritable(folder: string, vaultId: string): Promise<void> {
  const probe = join(folder, newPartName(vaultId))
  try {
    if (!(await isFolder(folder))) throw new RelaisError('backup.folder_missing')
    await (await open(probe, 'wx', 0o600)).close()
    await rm(probe)
  } catch (error) {
    throw await folderRefusal(folder, error)
  }
}

/**
 * Where the copy is made that is then written into the backup: beside the vault, because making it stops the vault, and
 * a stick may take a minute for what the vault's own disk does in a second. In the folder for backups only when the
 * vault's disk has no room for it.
 * @throws vault.disk_full
 */
export async function placeForCopy(database: string, folder: string, bytes: number): Promise<string> {
  const vaultFolder = dirname(database)
  const [here, there] = await Promise.all([stat(vaultFolder), stat(folder)])
  const [freeHere, freeThere] = await Promise.all([freeBytes(vaultFolder), freeBytes(folder)])
  const sameDisk = here.dev === there.dev
  if (freeThere < bytes * (sameDisk ? 2 : 1) + roomForSaves) throw new RelaisError('vault.disk_full')
  if (sameDisk || freeHere >= bytes + roomForSaves) return vaultFolder
  if (freeThere >= bytes * 2 + roomForSaves) return folder
  throw new RelaisError('vault.disk_full')
}

/** What went wrong with a folder for backups, as the person can be told it; any other error as it is. */
export async function folderRefusal(folder: string, error: unknown): Promise<unknown> {
  if (isRelaisError(error)) return error
  if (isCorrupt(error)) return new RelaisError('vault.database_damaged')
  const told = diskError(error)
  if (isRelaisError(told, 'vault.disk_full') || !isRelaisError(told)) return told
  return new RelaisError((await isFolder(folder)) ? 'backup.folder_unwritable' : 'backup.folder_missing')
}
