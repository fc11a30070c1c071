import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { errorCode, isBadSector } from '../../disk.ts'
import { type Frame, type Log, readFrames, type Salts } from './log-frames.ts'
import type { PageCipher } from './page-proof.ts'

/**
 * What SQLite would do with a log that was hit is to go back to the last change before the hit, in silence, and to write
 * over the rest. So it is looked at first:
 * - `whole`: every change in it is whole;
 * - `torn`: only its last change is not. That one was under way when the power went, as a change is on the disk before
 *   the next one begins; or it was hit after it was saved: nothing can tell the two apart.
 * - `damaged`: a change was hit that others came after, so it had been saved.
 */
export interface LogProof {
  readonly state: 'whole' | 'torn' | 'damaged'
  /** The newest version (as encrypted) of each page that the log holds in a saved change. */
  readonly pages: ReadonlyMap<number, Buffer>
  /** Pages whose newest version was in the log and can't be read: what the database has of them is out of date. */
  readonly lost: ReadonlySet<number>
  /** The size of the database in pages after the last saved change in the log; 0 when it holds none. */
  readonly size: number
  /** How long the log is; 0 when there is none. */
  readonly bytes: number
  /** Changes were left out because nobody can tell which pages they had changed. */
  readonly cutShort: boolean
}

const nothingInIt = {
  state: 'whole',
  pages: new Map(),
  lost: new Set(),
  size: 0,
  cutShort: false,
} as const satisfies Omit<LogProof, 'bytes'>

/** @param path of the log, which need not be there */
export function proveLog(path: string, cipher: PageCipher): LogProof {
  const { bytes, unreadable } = readLog(path)
  const proof = prove(bytes, cipher)
  // SQLite would read the same sectors, and give up there.
  return { ...proof, state: unreadable ? 'damaged' : proof.state, bytes: bytes.length }
}

function prove(bytes: Buffer, cipher: PageCipher): Omit<LogProof, 'bytes'> {
  const log = readFrames(bytes)
  if (!log || (log.frames.length === 0 && log.rest === 0)) return nothingInIt
  const firstBad = log.headerWhole ? log.frames.findIndex((frame) => !isSound(frame, log.salts)) : 0
  const end = firstBad < 0 ? log.frames.length : firstBad
  const saved = contentsOf(log.frames.slice(0, lastCommit(log.frames, end)), cipher, log.salts)
  if (log.headerWhole && isEnd(log, end, cipher)) return { ...saved, state: 'whole' }
  const salts = log.headerWhole ? log.salts : log.frames[0]?.salts
  const beyond = salts ? lastOfGeneration(log.frames, end, salts) : end
  const hit =
    !log.headerWhole ||
    !salts ||
    log.frames.slice(end, beyond).some((frame) => endsChange(frame, salts, cipher))
  if (!hit || !salts) return { ...saved, state: 'torn' }
  const all = contentsOf(log.frames.slice(0, lastCommit(log.frames, beyond + 1)), cipher, salts)
  // Without the number of a page that was hit, any page might be out of date: what came before the hit is consistent.
  return { ...(all.cutShort ? { ...saved, cutShort: true } : all), state: 'damaged' }
}

interface LogBytes {
  readonly bytes: Buffer
  /** The disk could not read all of it. */
  readonly unreadable: boolean
}

function readLog(path: string): LogBytes {
  try {
    return { bytes: readFileSync(path), unreadable: false }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { bytes: Buffer.alloc(0), unreadable: false }
    if (isBadSector(error, path)) return readAround(path)
    throw error
  }
}

const sectorBytes = 4096

/** Zeros where the disk can't read: that is as good as hit, and the changes around it are not. */
function readAround(path: string): LogBytes {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(fstatSync(file).size)
    let unreadable = false
    for (let at = 0; at < bytes.length; at += sectorBytes) {
      try {
        readSync(file, bytes, at, Math.min(sectorBytes, bytes.length - at), at)
      } catch (error) {
        if (!isBadSector(error, path)) throw error
        unreadable = true
      }
    }
    return { bytes, unreadable }
  } finally {
    closeSync(file)
  }
}

const sameSalts = (a: Salts, b: Salts): boolean => a.first === b.first && a.second === b.second
const isSound = (frame: Frame, salts: Salts): boolean =>
  sameSalts(frame.salts, salts) && frame.follows && frame.pageNumber > 0

/** How many of the first `end` frames belong to changes that were saved. */
function lastCommit(frames: readonly Frame[], end: number): number {
  return frames.slice(0, end).findLastIndex(({ commitSize }) => commitSize > 0) + 1
}

/** Whether the log properly ends before the frame at `end`: after a change, or with what an earlier round left there. */
function isEnd(log: Log, end: number, cipher: PageCipher): boolean {
  const last = log.frames[end - 1]
  if (last && last.commitSize === 0) return false
  const next = log.frames[end]
  if (!next) return log.rest === 0
  // Each time SQLite begins the log anew, the first salt grows by one; the frames of the round before are still whole.
  const older = (log.salts.first - next.salts.first) >>> 0
  const isOlder = older > 0 && older < 2 ** 31 && next.salts.second !== log.salts.second
  return (
    isOlder &&
    cipher.isAuthentic(next.page, next.pageNumber) &&
    lastOfGeneration(log.frames, end, log.salts) <= end
  )
}

/** The index of the last frame that was written in the same round as the header, or `from`. */
function lastOfGeneration(frames: readonly Frame[], from: number, salts: Salts): number {
  const last = frames.findLastIndex((frame) => sameSalts(frame.salts, salts))
  return Math.max(last, from)
}

/** Whether a change of this round ended here, by its header or, should that have been hit, by the checksums around it. */
function endsChange(frame: Frame, salts: Salts, cipher: PageCipher): boolean {
  if (frame.salts.first !== salts.first && frame.salts.second !== salts.second) return false
  if (frame.commitSize > 0) return true
  const { pageNumber, commitSize } = frame.solved
  return commitSize > 0 && pageNumber === frame.pageNumber && cipher.isAuthentic(frame.page, pageNumber)
}

function contentsOf(
  frames: readonly Frame[],
  cipher: PageCipher,
  salts: Salts,
): Omit<LogProof, 'state' | 'bytes'> {
  const pages = new Map<number, Buffer>()
  const lost = new Set<number>()
  let size = 0
  let cutShort = false
  for (const frame of frames) {
    const number = [frame.pageNumber, frame.solved.pageNumber].find((one) =>
      cipher.isAuthentic(frame.page, one),
    )
    if (frame.commitSize > 0) size = frame.commitSize
    if (number !== undefined) {
      pages.set(number, frame.page)
      lost.delete(number)
    } else if (sameSalts(frame.salts, salts)) {
      pages.delete(frame.pageNumber)
      lost.add(frame.pageNumber)
    } else cutShort = true
  }
  return { pages, lost, size, cutShort }
}
