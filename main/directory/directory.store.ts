import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Given } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { type DirectoryEntry, directoryEntry } from '../../shared/directory/directory.contract.ts'
import { matchExpression } from '../cases/search.ts'
import type { Reader, Writer } from '../vault/database.ts'
import { foldedName, wordsOf } from './words.ts'

/** Entries of one answer. */
const pageSize = 100

/** An entry as the tables hold it; `n` is its local row number. */
export interface EntryRecord {
  readonly n: number
  readonly entry: DirectoryEntry
  /** What was written of it at the same time by others, until somebody has settled it. None dominates another. */
  readonly rivals: readonly DirectoryEntry[]
}

interface Row {
  readonly n: number
  readonly body: string
  readonly rival: string | null
}

const rivalList = z.array(directoryEntry)

const fromRow = ({ n, body, rival }: Row): EntryRecord => ({
  n,
  entry: directoryEntry.parse(JSON.parse(body)),
  rivals: rival === null ? [] : rivalList.parse(JSON.parse(rival)),
})

export function entryById(db: Reader, id: string): EntryRecord | undefined {
  const row = db.get<Row>('SELECT n, body, rival FROM directory_entries WHERE id = ?', id)
  return row && fromRow(row)
}

export const allEntries = (db: Reader): EntryRecord[] =>
  db.all<Row>('SELECT n, body, rival FROM directory_entries ORDER BY sort_name, n').map(fromRow)

/** An entry made ready to be put away: most of the work of it, without touching the database. */
export interface PreparedEntry {
  readonly id: string
  readonly entry: DirectoryEntry
  readonly body: string
  readonly sortName: string
  readonly words: string
}

export const prepareEntry = (entry: DirectoryEntry): PreparedEntry => ({
  id: entry.id,
  entry,
  body: JSON.stringify(entry),
  sortName: foldedName(entry.organisation),
  words: wordsOf(entry),
})

/** Puts an entry in the place of the one with its id, or beside the others; brings what finds it up to date. */
export const putEntry = (db: Writer, entry: DirectoryEntry, rivals: readonly DirectoryEntry[] = []): void =>
  putPrepared(db, prepareEntry(entry), rivals)

export function putPrepared(
  db: Writer,
  { id, entry, body, sortName, words }: PreparedEntry,
  rivals: readonly DirectoryEntry[],
): void {
  db.run(
    `INSERT INTO directory_entries (id, sort_name, sector, checked_on, body, rival) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET sort_name = excluded.sort_name, sector = excluded.sector,
       checked_on = excluded.checked_on, body = excluded.body, rival = excluded.rival`,
    id,
    sortName,
    entry.sector,
    entry.checkedOn,
    body,
    rivals.length === 0 ? null : JSON.stringify(rivals),
  )
  const n = db.get<{ n: number }>('SELECT n FROM directory_entries WHERE id = ?', id)?.n ?? 0
  db.run('DELETE FROM directory_facets WHERE entry_n = ?', n)
  for (const facet of facets) {
    for (const code of new Set(entry[facet]))
      db.run('INSERT INTO directory_facets (facet, code, entry_n) VALUES (?, ?, ?)', facet, code, n)
  }
  db.run('INSERT OR REPLACE INTO directory_search (rowid, body) VALUES (?, ?)', n, words)
}

/** Changes whenever anything in the directory does: what was looked at is compared with what is there later. */
export function directoryStamp(db: Reader): string {
  const hash = createHash('sha256')
  const rows = db.all<Row>('SELECT n, body, rival FROM directory_entries ORDER BY n')
  for (const { n, body, rival } of rows) hash.update(JSON.stringify([n, body, rival]))
  return hash.digest('hex')
}

/** @returns whether there was one */
export function deleteEntry(db: Writer, id: string): boolean {
  db.run('DELETE FROM directory_search WHERE rowid = (SELECT n FROM directory_entries WHERE id = ?)', id)
  return db.run('DELETE FROM directory_entries WHERE id = ?', id) > 0
}

const facets = ['services', 'regions', 'languages'] as const

export interface FoundEntries {
  readonly all: number
  readonly total: number
  readonly staleCount: number
  readonly records: readonly EntryRecord[]
}

/**
 * One page of the entries that match, by name.
 * @param staleBefore the first day on which a check still counts
 */
export function searchEntries(
  db: Reader,
  query: Given<'directory.search'>,
  staleBefore: PlainDate,
): FoundEntries {
  const count = (where: string, values: readonly string[]): number =>
    db.get<{ count: number }>(`SELECT count(*) AS count FROM directory_entries ${where}`, ...values)?.count ??
    0
  const { where, values } = conditions(query, staleBefore)
  const all = count('', [])
  return {
    all,
    total: where === '' ? all : count(where, values),
    staleCount: count(`WHERE ${stale}`, [staleBefore]),
    records: db
      .all<Row>(
        `SELECT n, body, rival FROM directory_entries ${where} ORDER BY sort_name, n LIMIT ${pageSize} OFFSET ?`,
        ...values,
        query.offset,
      )
      .map(fromRow),
  }
}

const stale = '(checked_on IS NULL OR checked_on < ?)'

function conditions(query: Given<'directory.search'>, staleBefore: PlainDate) {
  const parts: string[] = []
  const values: string[] = []
  const marks = (codes: readonly string[]): string => codes.map(() => '?').join(', ')
  for (const facet of facets) {
    const wanted = query[facet]
    if (wanted.length === 0) continue
    const offered = `n IN (SELECT entry_n FROM directory_facets WHERE facet = '${facet}' AND code IN (${marks(wanted)}))`
    // Whoever names no region serves them all.
    const everywhere = "n NOT IN (SELECT entry_n FROM directory_facets WHERE facet = 'regions')"
    parts.push(facet === 'regions' ? `(${offered} OR ${everywhere})` : offered)
    values.push(...wanted)
  }
  if (query.sectors.length > 0) {
    parts.push(`sector IN (${marks(query.sectors)})`)
    values.push(...query.sectors)
  }
  if (query.stale) {
    parts.push(stale)
    values.push(staleBefore)
  }
  const expression = matchExpression(query.words)
  if (expression) {
    parts.push('n IN (SELECT rowid FROM directory_search WHERE directory_search MATCH ?)')
    values.push(expression)
  }
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values }
}
