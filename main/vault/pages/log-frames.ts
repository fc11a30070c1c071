import { pageBytes } from './page-proof.ts'

/**
 * SQLite's write-ahead log (sqlite.org/fileformat2.html#walformat): a header of 32 bytes, then frames, each a header of
 * 24 bytes and a page. The checksums run on from the header through every frame, here over the page *as encrypted*.
 */
const headerBytes = 32
const frameHeaderBytes = 24
const frameBytes = frameHeaderBytes + pageBytes
/** The last bit of the mark says in which order of bytes the checksums are reckoned. */
const mark = 0x377f0682
const formatVersion = 3007000

type Sum = readonly [number, number]

export interface Salts {
  readonly first: number
  readonly second: number
}

export interface Frame {
  readonly page: Buffer
  readonly pageNumber: number
  /** The size of the database in pages after this change, on the last frame of a change; 0 on the others. */
  readonly commitSize: number
  readonly salts: Salts
  /** Whether it follows from the frame before it, by what that one and this one say of themselves. */
  readonly follows: boolean
  /** What its header must say of the page and the size for the checksums before and after it to be right. */
  readonly solved: { readonly pageNumber: number; readonly commitSize: number }
}

export interface Log {
  readonly headerWhole: boolean
  readonly salts: Salts
  readonly frames: readonly Frame[]
  /** Bytes after the last whole frame. */
  readonly rest: number
}

/** Takes a log apart without judging it. Null: it is too short to hold anything. */
export function readFrames(log: Buffer): Log | null {
  if (log.length < headerBytes) return null
  const bigEndian = (log.readUInt32BE(0) & 1) === 1
  const sum = (bytes: Buffer, from: Sum): Sum => checksum(bytes, from, bigEndian)
  const saidInHeader: Sum = [log.readUInt32BE(24), log.readUInt32BE(28)]
  const headerWhole =
    (log.readUInt32BE(0) & ~1) === mark &&
    log.readUInt32BE(4) === formatVersion &&
    log.readUInt32BE(8) === pageBytes &&
    same(sum(log.subarray(0, 24), [0, 0]), saidInHeader)
  const count = Math.floor((log.length - headerBytes) / frameBytes)
  const frames: Frame[] = []
  let before: Sum = saidInHeader
  for (let index = 0; index < count; index += 1) {
    const at = headerBytes + index * frameBytes
    const header = log.subarray(at, at + frameHeaderBytes)
    const page = log.subarray(at + frameHeaderBytes, at + frameBytes)
    const said: Sum = [header.readUInt32BE(16), header.readUInt32BE(20)]
    frames.push({
      page,
      pageNumber: header.readUInt32BE(0),
      commitSize: header.readUInt32BE(4),
      salts: { first: header.readUInt32BE(8), second: header.readUInt32BE(12) },
      follows: same(sum(page, sum(header.subarray(0, 8), before)), said),
      solved: solve(before, uncheck(page, said, bigEndian), bigEndian),
    })
    before = said
  }
  return {
    headerWhole,
    salts: { first: log.readUInt32BE(16), second: log.readUInt32BE(20) },
    frames,
    rest: log.length - headerBytes - count * frameBytes,
  }
}

const same = (a: Sum, b: Sum): boolean => a[0] === b[0] && a[1] === b[1]

function words(bytes: Buffer, bigEndian: boolean): (at: number) => number {
  return (at) => (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at))
}

function checksum(bytes: Buffer, [a, b]: Sum, bigEndian: boolean): Sum {
  const word = words(bytes, bigEndian)
  let [first, second] = [a, b]
  for (let at = 0; at < bytes.length; at += 8) {
    first = (first + word(at) + second) >>> 0
    second = (second + word(at + 4) + first) >>> 0
  }
  return [first, second]
}

/** The checksum before `bytes`, from the one after them. */
function uncheck(bytes: Buffer, [a, b]: Sum, bigEndian: boolean): Sum {
  const word = words(bytes, bigEndian)
  let [first, second] = [a, b]
  for (let at = bytes.length - 8; at >= 0; at -= 8) {
    second = (second - word(at + 4) - first) >>> 0
    first = (first - word(at) - second) >>> 0
  }
  return [first, second]
}

/** The two words of a frame header that lead from one checksum to the next. */
function solve(before: Sum, after: Sum, bigEndian: boolean): { pageNumber: number; commitSize: number } {
  const asStored = (word: number): number => {
    const bytes = Buffer.alloc(4)
    if (bigEndian) bytes.writeUInt32BE(word)
    else bytes.writeUInt32LE(word)
    return bytes.readUInt32BE(0)
  }
  const pageNumber = (after[0] - before[0] - before[1]) >>> 0
  const commitSize = (after[1] - before[1] - after[0]) >>> 0
  return { pageNumber: asStored(pageNumber), commitSize: asStored(commitSize) }
}
