import { type FileHandle, open } from 'node:fs/promises'
import { RelaisError } from '../../shared/errors.ts'
import { concat, equalBytes } from '../../shared/packet/bytes.ts'
import { errorCode, isBadSector } from '../disk.ts'
import {
  type BackupHead,
  checksumBytes,
  decodeHead,
  demandChecksum,
  headLimit,
  lengthBytes,
  magic,
  openSealed,
  type SealedPart,
  sealedLimit,
} from './head.ts'

/** A backup, open for reading, of which all but the database has been read. */
export interface BackupFile {
  readonly file: FileHandle
  readonly head: BackupHead
  /** Where the database begins: it goes on for `head.databaseBytes`, to the end of the file. */
  readonly databaseAt: number
  /** Of the whole file. */
  readonly bytes: number
  /** @throws backup.damaged */
  openSealed(key: Uint8Array): SealedPart
}

/**
 * Hands an open backup to `work`, and closes it.
 * @throws backup.not_found, backup.not_a_backup, backup.newer_version, backup.damaged, backup.folder_unwritable
 */
export async function withBackup<T>(path: string, work: (backup: BackupFile) => Promise<T>): Promise<T> {
  const file = await open(path, 'r').catch(unreadable)
  try {
    const backup = await readBackup(file).catch((error: unknown) => {
      throw readingRefusal(error, path)
    })
    return await work(backup)
  } finally {
    await file.close()
  }
}

function unreadable(error: unknown): never {
  throw new RelaisError(
    ['ENOENT', 'ENOTDIR'].includes(errorCode(error)) ? 'backup.not_found' : 'backup.folder_unwritable',
  )
}

/** A sector that the disk can't read is damage to this one backup, whatever it is read for. */
export const readingRefusal = (error: unknown, path: string): unknown =>
  isBadSector(error, path) ? new RelaisError('backup.damaged') : error

/**
 * Reads all that stands before the database, and that the file ends where the database does.
 * @throws backup.not_a_backup, backup.newer_version, backup.damaged
 */
export async function readBackup(file: FileHandle): Promise<BackupFile> {
  const stat = await file.stat()
  if (!stat.isFile()) throw new RelaisError('backup.not_a_backup')
  await demandMagic(file)
  const [headLength, head, afterHead] = await readPrefixed(file, magic.length, headLimit)
  const [boxLength, box, afterBox] = await readPrefixed(file, afterHead, sealedLimit)
  demandChecksum(
    concat(magic, headLength, head, boxLength, box),
    await readExactly(file, checksumBytes, afterBox),
  )
  const decoded = decodeHead(head)
  const databaseAt = afterBox + checksumBytes
  if (stat.size !== databaseAt + decoded.databaseBytes) throw new RelaisError('backup.damaged')
  return {
    file,
    head: decoded,
    databaseAt,
    bytes: stat.size,
    openSealed: (key) => openSealed(box, head, decoded.vaultId, key),
  }
}

/** A file cut within the magic, or that nothing was written into, was to be a backup. */
async function demandMagic(file: FileHandle): Promise<void> {
  const found = await readUpTo(file, magic.length, 0)
  if (!equalBytes(found, magic.subarray(0, found.length))) throw new RelaisError('backup.not_a_backup')
  if (found.length < magic.length) throw new RelaisError('backup.damaged')
}

/** A length, what it is the length of, and where that ends. */
async function readPrefixed(
  file: FileHandle,
  at: number,
  limit: number,
): Promise<[Uint8Array, Uint8Array, number]> {
  const prefix = await readExactly(file, lengthBytes, at)
  const length = prefix.readUInt32BE()
  if (length > limit) throw new RelaisError('backup.damaged')
  const start = at + lengthBytes
  return [prefix, await readExactly(file, length, start), start + length]
}

async function readExactly(file: FileHandle, length: number, at: number): Promise<Buffer> {
  const bytes = await readUpTo(file, length, at)
  if (bytes.length < length) throw new RelaisError('backup.damaged')
  return bytes
}

async function readUpTo(file: FileHandle, length: number, at: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes.subarray(0, done)
}
