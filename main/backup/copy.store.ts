import type { Reader, VaultDatabase, Writer } from '../vault/database.ts'

/** How many rows each table has, by its name. */
export type Rows = Readonly<Record<string, number>>

/**
 * Every table that holds rows, those beneath the search index included. Asked of the database itself: a backup is also
 * made before an update, of a schema that this version no longer knows.
 */
export const tablesOf = (db: Reader): string[] =>
  db
    .all<{ name: string }>(
      `SELECT name FROM sqlite_master
       WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
    )
    .map(({ name }) => name)

const quoted = (table: string): string => `"${table.replaceAll('"', '""')}"`

export const countTable = (db: Reader, table: string): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM ${quoted(table)}`)?.n ?? 0

export const countRows = (db: Reader): Rows =>
  Object.fromEntries(tablesOf(db).map((table) => [table, countTable(db, table)]))

/** The whole database as it is now, without the pages it gave up, under the same key. `path` is an empty file. */
export const copyInto = (db: Writer, path: string): void => {
  db.run('VACUUM INTO ?', path)
}

/** Pages, indexes and rows of one table: SQLite's own check, which throws or says what is wrong. */
export const isTableSound = ({ raw }: VaultDatabase, table: string): boolean =>
  raw.pragma(`quick_check(${quoted(table)})`, { simple: true }) === 'ok'

/** Bytes that the database takes at most, before a copy leaves out what it gave up. */
export const databaseBytes = ({ raw }: VaultDatabase): number =>
  Number(raw.pragma('page_count', { simple: true })) * Number(raw.pragma('page_size', { simple: true }))

/** The number of the last migration, whichever version of Relais it is of. */
export const schemaNumber = ({ raw }: VaultDatabase): number =>
  Number(raw.pragma('user_version', { simple: true }))
