import { writeFileSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { migrationsFolder, readMigrations } from '../main/vault/migrate.ts'

/**
 * `node build/schema.ts`: writes `migrations/schema.sql`, what all migrations together make. It is for reading and for
 * reviewing a change of the schema; nothing runs it.
 */
export const schemaFile = `${migrationsFolder}schema.sql`

export function schemaSql(): string {
  const database = new Database(':memory:')
  try {
    for (const { sql } of readMigrations()) database.exec(sql)
    const objects = database
      .prepare<[], string>(
        // The tables behind a search index are FTS5's own, and change with SQLite.
        `SELECT sql FROM sqlite_schema
          WHERE sql IS NOT NULL AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
          ORDER BY type DESC, name`,
      )
      .pluck()
      .all()
    return `-- What the migrations make together. Written by: node build/schema.ts\n\n${objects.join(';\n\n')};\n`
  } finally {
    database.close()
  }
}

if (import.meta.main) writeFileSync(schemaFile, schemaSql())
