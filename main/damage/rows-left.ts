import { readRecord, type StoredValue } from '../vault/pages/record.ts'
import { type Cell, readTreePage, type TreePage } from '../vault/pages/tree-pages.ts'
import type { PagesLeft } from './pages-left.ts'
import type { Column, Shape } from './shapes.store.ts'

/** The values of a row in the order of its shape's columns; columns younger than the row are missing at the end. */
export type Row = readonly StoredValue[]

/** What one page of a tree gave. */
export interface PageOfRows {
  readonly rows: readonly Row[]
  /** Rows of which a part lay in a page that can't be read, or that are not of this shape; a page counts as one. */
  readonly lost: number
}

const nothingLeft: PageOfRows = { rows: [], lost: 1 }

/** Goes through a tree from its root, page by page; what hangs beneath an unreadable page is not reached. */
export function* treeRows(
  left: PagesLeft,
  shape: Shape,
  root: number,
  seen: Set<number>,
): Generator<PageOfRows> {
  const waiting = [root]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (seen.has(number)) continue
    seen.add(number)
    const page = treePage(left, number)
    if (!page?.kind.startsWith(shape.tree)) {
      yield nothingLeft
      continue
    }
    waiting.push(...page.children.toReversed())
    yield rowsOf(left, page, shape)
  }
}

export function treePage(left: PagesLeft, number: number): TreePage | null {
  const content = left.read(number)
  return content && readTreePage(content, number)
}

export function rowsOf(left: PagesLeft, page: TreePage, shape: Shape): PageOfRows {
  const rows = page.cells.map((cell) => rowOf(left, cell, shape)).filter((row) => row !== null)
  return { rows, lost: page.cells.length - rows.length }
}

function rowOf(left: PagesLeft, cell: Cell, shape: Shape): Row | null {
  const record = wholeRecord(left, cell)
  if (!record) return null
  const values = valuesOf(record)
  if (!values) return null
  if (shape.rowidAt >= 0 && cell.rowid !== null) {
    const rowid = Number(cell.rowid)
    if (values[shape.rowidAt] !== null || !Number.isSafeInteger(rowid)) return null
    values[shape.rowidAt] = rowid
  }
  return fits(values, shape.columns) ? values : null
}

function valuesOf(record: Buffer): StoredValue[] | null {
  try {
    return readRecord(record)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A record with its overflow pages, each of which begins with the number of the next. */
function wholeRecord(left: PagesLeft, { local, size, overflow }: Cell): Buffer | null {
  if (overflow === 0) return local
  const parts = [local]
  let length = local.length
  for (let number = overflow; length < size; ) {
    const page = number > 0 && number <= left.count ? left.read(number) : null
    if (!page) return null
    const part = page.subarray(4, 4 + size - length)
    parts.push(part)
    length += part.length
    number = page.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

const aDay = /^\d{4}-\d{2}-\d{2}$/

function fits(values: readonly StoredValue[], columns: readonly Column[]): boolean {
  return (
    values.length > 0 &&
    values.length <= columns.length &&
    columns.every(({ type, required, isDay }, index) => {
      const value = values[index]
      if (value === undefined || value === null) return !required
      if (type === 'TEXT') return typeof value === 'string' && (!isDay || aDay.test(value))
      if (type === 'INTEGER') return typeof value === 'number' || typeof value === 'bigint'
      if (type === 'BLOB') return Buffer.isBuffer(value)
      return true
    })
  )
}

/**
 * Pages that no tree leads to, because the page above them can't be read. (Pages that were given up are emptied: Relais
 * keeps `secure_delete` on.) Each says by the form of its rows whose it is, or is left out when two would fit.
 */
export function strayShape(left: PagesLeft, page: TreePage, shapes: readonly Shape[]): Shape | null {
  const fitting = shapes
    .filter((shape) => page.kind.startsWith(shape.tree))
    .map((shape) => ({ shape, score: score(rowsOf(left, page, shape).rows, shape) }))
    .filter((one) => one.score > 0)
  const most = Math.max(...fitting.map((one) => one.score))
  const [best, ...others] = fitting.filter((one) => one.score === most)
  return best && others.length === 0 ? best.shape : null
}

/**
 * A row as long as the table is wide counts before one that would have been written before the table grew; and a table
 * that declares its types before those behind the search index, which would take anything.
 */
function score(rows: readonly Row[], { columns }: Shape): number {
  if (rows.length === 0) return 0
  const typed = columns.filter(({ type }) => type !== '').length
  // A meeting would also fit where drafts are kept; a draft has no day where a meeting has.
  const days = columns.filter(({ isDay }, index) => isDay && rows.every((row) => row[index] !== null)).length
  return 1 + typed + days + (rows.every((row) => row.length === columns.length) ? 1000 : 0)
}
