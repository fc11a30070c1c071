import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { RelaisError } from '../shared/errors.ts'

/** Writes a whole file so that a power cut leaves either the old content or the new, never a part. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${randomBytes(8).toString('hex')}.part`)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Makes a rename last: the folder's own entry must reach the disk. Windows has no such call, and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some file systems (FUSE, network shares) can't sync a folder. The rename stands all the same.
    if (!['EINVAL', 'ENOTSUP'].includes(errorCode(error))) throw error
  } finally {
    await handle.close()
  }
}

/** What may still be written in a folder; Infinity where its file system does not say (FUSE, some network shares). */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize, blocks } = await statfs(folder)
  return blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize
}

/** The system's own code of an error, or nothing. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** A bad sector: the disk can't read a part of a file that is there. Of a stick pulled out, the path leads nowhere. */
export const isBadSector = (error: unknown, path: string): boolean =>
  errorCode(error) === 'EIO' && existsSync(path)

/** No room, by the disk, by a quota, or for a file this large (4 GB on most sticks). */
const full = /^(?:ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)$/
/** Permissions, a stick pulled out, a folder gone read-only or away. */
const refused =
  /^(?:E(?:ACCES|PERM|ROFS|NOTDIR|NOENT|IO|BUSY|LOOP|NAMETOOLONG|NODEV|NXIO|STALE|NOTCONN)|SQLITE_(?:READONLY|CANTOPEN|IOERR).*)$/

/** What the file system or SQLite refused, as the person can be told it; any other error as it is. */
export function diskError(error: unknown): unknown {
  const code = errorCode(error)
  if (full.test(code)) return new RelaisError('vault.disk_full')
  return refused.test(code) ? new RelaisError('vault.folder_unwritable') : error
}
