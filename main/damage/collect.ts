import { breathe } from '../../shared/packet/pause.ts'
import type { VaultDatabase } from '../vault/database.ts'
import type { Job } from '../vault/handler.ts'
import type { PagesLeft } from './pages-left.ts'
import { type PageOfRows, type Row, rowsOf, strayShape, treePage, treeRows } from './rows-left.ts'
import { insertRows } from './salvage.store.ts'
import type { Shape } from './shapes.store.ts'

/** Between two looks at whether the person has cancelled: some 10 ms of reading. */
const pagesAtOnce = 256

/** What was found out on the way about what is not there. */
export interface Collected {
  /** Tables of which something could not be read. */
  readonly damaged: ReadonlySet<string>
  /** Entries of the indexes that could be read to the end, by table: as many rows as there were. */
  readonly counted: ReadonlyMap<string, number>
  /** Pages of a table that could not be read. */
  readonly lostPages: ReadonlyMap<string, number>
  /** Tables of which pages turned up that no page leads to any more: the one that did is lost, and nobody knows what else it led to. */
  readonly strays: ReadonlySet<string>
  /** What the indexes of `cases` say, by row number. */
  readonly caseIndex: ReadonlyMap<number, Record<string, string>>
}

/** Puts every row that is left into a new database with the same schema, and remembers what the indexes told. */
export async function collect(
  left: PagesLeft,
  shapes: readonly Shape[],
  roots: ReadonlyMap<string, number>,
  seen: Set<number>,
  database: VaultDatabase,
  job: Job,
): Promise<Collected> {
  const damaged = new Set<string>()
  const counted = new Map<string, number>()
  const lostPages = new Map<string, number>()
  const caseIndex = new Map<number, Record<string, string>>()
  const strays = new Set<string>()
  let read = 0

  const take = (shape: Shape, { rows, lost }: PageOfRows): void => {
    if (shape.isIndex) {
      if (shape.table === 'cases') for (const row of rows) rememberCase(shape, row)
    } else if (shape.ours) insertRows(database.writer, shape, rows)
    if (lost === 0) return
    damaged.add(shape.name)
    lostPages.set(shape.name, (lostPages.get(shape.name) ?? 0) + 1)
  }
  const rememberCase = (shape: Shape, row: Row): void => {
    const n = row[shape.columns.findIndex(({ name }) => name === 'n')]
    if (typeof n !== 'number') return
    const known = caseIndex.get(n) ?? {}
    shape.columns.forEach(({ name }, index) => {
      const value = row[index]
      if (typeof value === 'string') known[name] = value
    })
    caseIndex.set(n, known)
  }
  /** A slice of work in one transaction, then a pause in which cancelling is heard. */
  const inSlices = async (next: () => boolean): Promise<void> => {
    for (let more = true; more; ) {
      database.writer.transaction(() => {
        for (let page = 0; page < pagesAtOnce && more; page += 1) more = next()
      })
      job.onProgress(Math.min(read, left.count), left.count)
      await breathe({ signal: job.signal })
    }
  }

  for (const shape of shapes) {
    const root = roots.get(shape.name)
    if (root === undefined) {
      damaged.add(shape.name)
      continue
    }
    const pages = treeRows(left, shape, root, seen)
    let entries = 0
    await inSlices(() => {
      const next = pages.next()
      if (next.done) return false
      read += 1
      entries += next.value.rows.length
      take(shape, next.value)
      return true
    })
    if (shape.everyRow && shape.isIndex && !damaged.has(shape.name)) counted.set(shape.table, entries)
  }

  if (damaged.size > 0) {
    let number = 0
    await inSlices(() => {
      number += 1
      if (number > left.count) return false
      if (seen.has(number)) return true
      read += 1
      const page = treePage(left, number)
      const shape = page && strayShape(left, page, shapes)
      if (!shape) return true
      strays.add(shape.name)
      take(shape, rowsOf(left, page, shape))
      return true
    })
  }
  return { damaged, counted, lostPages, strays, caseIndex }
}
