import { closeSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { RelaisError } from '../../shared/errors.ts'
import { plaintextMark } from './pages/page-proof.ts'

type Value = string | number | bigint | Uint8Array | null

/** What a query is given: it can look and not touch. Rows are trusted to have the shape the migrations gave them. */
export interface Reader {
  all<Row>(sql: string, ...values: Value[]): Row[]
  get<Row>(sql: string, ...values: Value[]): Row | undefined
}

/** What a change is given. */
export interface Writer extends Reader {
  run(sql: string, ...values: Value[]): number
  /** All of `work` or none of it. Nested calls join the outer one. */
  transaction<T>(work: () => T): T
}

export interface VaultDatabase {
  readonly reader: Reader
  readonly writer: Writer
  readonly raw: Database.Database
  close(): void
}

/**
 * Opens a SQLCipher 4 database with its raw key. Without the right one it may not be opened at all: SQLite finds nothing
 * it knows in the write-ahead log then, and removes it.
 * @param key 32 bytes. Without a key, or with one byte less, the library would silently do something else.
 * @throws vault.open_elsewhere, vault.not_a_vault, vault.database_damaged, vault.folder_unwritable
 */
export function openDatabase(path: string, key: Uint8Array, mode: 'create' | 'existing'): VaultDatabase {
  if (key.length !== 32) throw new RelaisError('app.unexpected')
  const raw = openFile(path, mode)
  try {
    giveKey(raw, key)
    // One process at a time: the file stays locked, and the shared-memory file of the log is not needed.
    raw.pragma('locking_mode=EXCLUSIVE')
    const objects = raw.prepare('SELECT count(*) FROM sqlite_master').pluck().get()
    // A file cut down to nothing opens with any key: what follows would make a new, empty database of it.
    if (mode === 'existing' && objects === 0) throw new RelaisError('vault.database_damaged')
    raw.pragma('journal_mode=WAL')
    raw.pragma('synchronous=FULL')
    // On macOS what was synced may still be in the disk's own memory, unless it is asked to empty that too.
    raw.pragma('fullfsync=ON')
    raw.pragma('checkpoint_fullfsync=ON')
    raw.pragma('foreign_keys=ON')
    raw.pragma('secure_delete=ON')
    raw.pragma('trusted_schema=OFF')
    raw.pragma('temp_store=MEMORY')
    raw.pragma('cell_size_check=ON')
    raw.pragma('mmap_size=0')
  } catch (error) {
    raw.close()
    throw openingError(error, path)
  }
  const writer = writerOf(raw)
  return { reader: writer, writer, raw, close: () => closeCleanly(raw) }
}

/**
 * Asks for the database without the right to write. @throws vault.open_elsewhere, and whatever else SQLite says: with a
 * log beside it, it can't be read this way.
 */
export function lookIntoDatabase(path: string, key: Uint8Array): void {
  const raw = new Database(path, { readonly: true, timeout: 0 })
  try {
    giveKey(raw, key)
    raw.pragma('locking_mode=EXCLUSIVE')
    raw.prepare('SELECT count(*) FROM sqlite_master').get()
  } catch (error) {
    throw openingError(error, path)
  } finally {
    raw.close()
  }
}

function giveKey(raw: Database.Database, key: Uint8Array): void {
  raw.pragma("cipher='sqlcipher'")
  raw.pragma('legacy=4')
  const literal = keyLiteral(key)
  raw.key(literal)
  literal.fill(0)
}

function openFile(path: string, mode: 'create' | 'existing'): Database.Database {
  try {
    return new Database(path, { fileMustExist: mode === 'existing', timeout: 0 })
  } catch (error) {
    throw sqliteCode(error).startsWith('SQLITE_CANTOPEN') ? new RelaisError('vault.folder_unwritable') : error
  }
}

/** After the first write: the file must be noise from its first byte on. */
export function assertEncrypted(path: string): void {
  if (startsInTheClear(path)) throw new RelaisError('app.unexpected')
}

/** `x'…'` with the key in hexadecimal, as bytes that can be wiped. */
function keyLiteral(key: Uint8Array): Buffer {
  const literal = Buffer.alloc(2 + 64 + 1)
  literal.write("x'", 0)
  literal.write("'", 66)
  const digits = Buffer.from('0123456789abcdef')
  key.forEach((byte, index) => {
    literal[2 + index * 2] = digits[byte >> 4] ?? 0
    literal[3 + index * 2] = digits[byte & 15] ?? 0
  })
  return literal
}

export function writerOf(raw: Database.Database): Writer {
  const statements = new Map<string, Database.Statement>()
  const prepared = (sql: string): Database.Statement => {
    const known = statements.get(sql)
    if (known) return known
    const fresh = raw.prepare(sql)
    statements.set(sql, fresh)
    return fresh
  }
  return {
    all: <Row>(sql: string, ...values: Value[]) => prepared(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: Value[]) => prepared(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => prepared(sql).run(...values).changes,
    transaction: (work) => raw.transaction(work).immediate(),
  }
}

function openingError(error: unknown, path: string): unknown {
  const code = sqliteCode(error)
  if (code.startsWith('SQLITE_BUSY')) return new RelaisError('vault.open_elsewhere')
  if (code.startsWith('SQLITE_CORRUPT')) return new RelaisError('vault.database_damaged')
  // The key was proven before, by the key file and by some page: this is a file in the clear, or a hit first page.
  if (code === 'SQLITE_NOTADB')
    return new RelaisError(startsInTheClear(path) ? 'vault.not_a_vault' : 'vault.database_damaged')
  return error
}

/** SQLite says that what it read is damaged, or noise. */
export const isCorrupt = (error: unknown): boolean => /^SQLITE_(?:CORRUPT.*|NOTADB)$/.test(sqliteCode(error))

function sqliteCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : ''
}

function startsInTheClear(path: string): boolean {
  const head = Buffer.alloc(plaintextMark.length)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  return head.equals(plaintextMark)
}

/** Leaves no write-ahead log behind: what was deleted must not wait in it. */
function closeCleanly(raw: Database.Database): void {
  if (!raw.open) return
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    raw.close()
  }
}
