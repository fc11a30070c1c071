import { usableBytes } from './page-proof.ts'

/**
 * SQLite's b-trees (sqlite.org/fileformat2.html#b_tree_pages), page by page, for reading what is left of a database that
 * SQLite itself gives up on. Tables keep their rows in the leaves of a table tree; indexes and tables WITHOUT ROWID keep
 * them in every page of an index tree.
 */
export type PageKind = 'table leaf' | 'table interior' | 'index leaf' | 'index interior'

/** A record, or as much of it as its page holds: the rest is in overflow pages. */
export interface Cell {
  /** Null in an index tree. */
  readonly rowid: bigint | null
  readonly size: number
  readonly local: Buffer
  /** The first overflow page, or 0. */
  readonly overflow: number
}

export interface TreePage {
  readonly kind: PageKind
  readonly children: readonly number[]
  readonly cells: readonly Cell[]
}

const kinds: Readonly<Record<number, PageKind>> = {
  2: 'index interior',
  5: 'table interior',
  10: 'index leaf',
  13: 'table leaf',
}

/** The largest part of a record that stays in its page, and the smallest, for a page of which SQLite may use 4016 bytes. */
const mostInTable = usableBytes - 35
const mostInIndex = Math.floor(((usableBytes - 12) * 64) / 255) - 23
const least = Math.floor(((usableBytes - 12) * 32) / 255) - 23

/**
 * @param content of the page, decrypted
 * @returns null for a page that is not part of a tree (free, overflow) or not well formed
 */
export function readTreePage(content: Buffer, number: number): TreePage | null {
  const start = number === 1 ? 100 : 0
  const kind = kinds[content[start] ?? 0]
  if (!kind) return null
  try {
    return readPage(content, start, kind)
  } catch (error) {
    // Lengths that lead out of the page: it only looked like one.
    if (error instanceof RangeError) return null
    throw error
  }
}

function readPage(content: Buffer, start: number, kind: PageKind): TreePage {
  const interior = kind.endsWith('interior')
  const count = content.readUInt16BE(start + 3)
  const pointers = start + (interior ? 12 : 8)
  const children: number[] = []
  const cells: Cell[] = []
  for (let index = 0; index < count; index += 1) {
    let at = content.readUInt16BE(pointers + index * 2)
    if (interior) {
      children.push(content.readUInt32BE(at))
      at += 4
    }
    if (kind !== 'table interior') cells.push(readCell(content, at, kind === 'table leaf'))
  }
  if (interior) children.push(content.readUInt32BE(start + 8))
  return { kind, children, cells }
}

function readCell(content: Buffer, at: number, inTable: boolean): Cell {
  const [payload, afterSize] = readVarint(content, at)
  const size = Number(payload)
  const [rowid, begin] = inTable ? readVarint(content, afterSize) : [null, afterSize]
  const most = inTable ? mostInTable : mostInIndex
  const wanted = least + ((size - least) % (usableBytes - 4))
  const kept = size <= most ? size : wanted <= most ? wanted : least
  if (begin + kept > content.length) throw new RangeError()
  return {
    rowid: rowid === null ? null : BigInt.asIntN(64, rowid),
    size,
    local: content.subarray(begin, begin + kept),
    overflow: kept < size ? content.readUInt32BE(begin + kept) : 0,
  }
}

/** Nine bytes at most: seven bits of each, eight of the ninth. @returns the number, and where it ends */
export function readVarint(bytes: Buffer, at: number): readonly [bigint, number] {
  let value = 0n
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index)
    value = (value << 7n) | BigInt(byte & 127)
    if (byte < 128) return [value, at + index + 1]
  }
  return [(value << 8n) | BigInt(bytes.readUInt8(at + 8)), at + 9]
}
