import { type BigIntStats, closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { RelaisError } from '../../../shared/errors.ts'
import { isBadSector } from '../../disk.ts'
import { pageBytes, saltBytes } from './page-proof.ts'

/**
 * The pages of a database file as they lie on the disk, to be looked at only.
 *
 * On Linux and macOS, closing *any* handle on a file gives up every lock that this process holds on it, SQLite's too
 * (POSIX, fcntl): while a database is open, its file is read through the one handle that was opened before it and is
 * closed after it, and never otherwise.
 */
export interface PageFile {
  /** Whole pages, and a last one cut short. */
  readonly pageCount: number
  /** The first 16 bytes; fewer when the file is shorter. */
  readonly salt: Buffer
  /** 4096 bytes, or null beyond the end and where the disk can't read. Pages are numbered from 1. */
  read(number: number): Buffer | null
  /**
   * That the file is still the one that its path leads to. Linux and macOS let an open file be deleted or replaced, and
   * take what is written into it to nowhere. @throws vault.database_missing, and what the disk refuses
   */
  demandInPlace(): void
  close(): void
}

/** Numbers of files may be larger than a double holds exactly. */
const bigint = { bigint: true } as const

/** Device and inode of the files that this process holds. */
const held = new Set<string>()

/** @throws vault.open_elsewhere when this very process has it open already, vault.folder_unwritable when it is no file */
export function openPages(path: string): PageFile {
  const status = statSync(path, bigint)
  if (!status.isFile()) throw new RelaisError('vault.folder_unwritable')
  const { dev, ino } = status
  const name = `${dev}:${ino}`
  if (held.has(name)) throw new RelaisError('vault.open_elsewhere')
  const file = openSync(path, 'r')
  held.add(name)
  let open = true
  const readAt = (length: number, at: number): Buffer => {
    const buffer = Buffer.alloc(length)
    try {
      return buffer.subarray(0, readSync(file, buffer, 0, length, at))
    } catch (error) {
      // It costs what is in it, like any other damage, and not the pages around it.
      if (!isBadSector(error, path)) throw error
      return buffer.subarray(0, 0)
    }
  }
  return {
    get pageCount() {
      return Math.ceil(fstatSync(file).size / pageBytes)
    },
    get salt() {
      return readAt(saltBytes, 0)
    },
    read: (number) => {
      const page = readAt(pageBytes, (number - 1) * pageBytes)
      return page.length === pageBytes ? page : null
    },
    demandInPlace: () => {
      // Windows does neither to a file that SQLite holds, and has not always given a file the same number twice.
      if (open && process.platform !== 'win32' && !isSameFile(fstatSync(file, bigint), path)) {
        throw new RelaisError('vault.database_missing')
      }
    },
    close: () => {
      if (!open) return
      open = false
      held.delete(name)
      closeSync(file)
    },
  }
}

function isSameFile(held: BigIntStats, path: string): boolean {
  const there = statSync(path, { ...bigint, throwIfNoEntry: false })
  return held.nlink > 0n && there?.dev === held.dev && there.ino === held.ino
}
