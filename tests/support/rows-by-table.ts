import { openDatabase } from '../../main/vault/database.ts'
import { vaultFiles } from '../../main/vault/folder/files.ts'

/** Every row of each table but those behind the search index, as JSON; bytes as `{ hex }`. */
export type RowsByTable = ReadonlyMap<string, readonly string[]>

/** The rows of a closed vault. Its log, if it has one, is put into the database on the way. */
export function rowsByTable(folder: string, key: Uint8Array): RowsByTable {
  const database = openDatabase(vaultFiles(folder).database, key, 'existing')
  try {
    const tables = database.reader.all<{ name: string }>(
      `SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    return new Map(
      tables.map(({ name }) => [
        name,
        database.reader
          .all<Record<string, unknown>>(`SELECT * FROM "${name}"`)
          .map((row) => JSON.stringify(row, readable)),
      ]),
    )
  } finally {
    database.close()
  }
}

const readable = (_name: string, value: unknown): unknown =>
  isBufferJson(value) ? { hex: Buffer.from(value.data).toString('hex') } : value

/** Buffers turn into this before a replacer sees them. */
const isBufferJson = (value: unknown): value is { data: number[] } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
