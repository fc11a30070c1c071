import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RelaisError } from '../../shared/errors.ts'
import type { VaultDatabase } from './database.ts'

/** The same place from the sources and from the packaged bundle: two folders up. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations/', import.meta.url))

interface Migration {
  readonly version: number
  readonly sql: string
}

/** Numbered files, `0001-….sql` on, without a gap: the list only ever grows. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name, index) => {
      const version = Number(name.slice(0, 4))
      if (version !== index + 1) throw new RelaisError('app.unexpected')
      return { version, sql: readFileSync(`${folder}${name}`, 'utf8') }
    })
}

/**
 * The number of the last migration this database has been through. Only looks.
 * @throws vault.newer_version when a later Relais has been here
 */
export function schemaVersion({ raw }: VaultDatabase, migrations = readMigrations()): number {
  const current = Number(raw.pragma('user_version', { simple: true }))
  if (current > migrations.length) throw new RelaisError('vault.newer_version')
  return current
}

/**
 * Brings the schema up to this version of Relais; each step and its number move in one transaction.
 * @throws vault.newer_version: nothing is touched
 */
export function migrate(database: VaultDatabase, migrations = readMigrations()): void {
  const { raw } = database
  const current = schemaVersion(database, migrations)
  for (const { version, sql } of migrations.slice(current)) {
    raw
      .transaction(() => {
        raw.exec(sql)
        raw.pragma(`user_version=${version}`)
      })
      .immediate()
  }
}
