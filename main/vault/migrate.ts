import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RelaisError } from '../../shared/errors.ts'
import type { VaultDatabase } from './database.ts'
import { fullCheck } from './integrity.store.ts'

/** The same place from the sources and from the packaged bundle: two folders up. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations/', import.meta.url))

export interface Migration {
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
export function schemaVersion(
  { raw }: VaultDatabase,
  migrations: readonly Migration[] = readMigrations(),
): number {
  const current = Number(raw.pragma('user_version', { simple: true }))
  if (current > migrations.length) throw new RelaisError('vault.newer_version')
  return current
}

/**
 * Brings the schema up to this version of Relais, and checks what became of the database: all of it in one transaction,
 * the numbers of the steps included, so that a vault is at the old version or at the new one and never between.
 * @throws vault.newer_version: nothing is touched; vault.database_damaged: it is as it was
 */
export function migrate(
  database: VaultDatabase,
  migrations: readonly Migration[] = readMigrations(),
  onStep: (done: number, total: number) => void = () => undefined,
): void {
  const { raw } = database
  const current = schemaVersion(database, migrations)
  const due = migrations.slice(current)
  if (due.length === 0) return
  raw
    .transaction(() => {
      for (const [done, { version, sql }] of due.entries()) {
        onStep(done, due.length + 1)
        raw.exec(sql)
        raw.pragma(`user_version=${version}`)
      }
      onStep(due.length, due.length + 1)
      fullCheck(database)
    })
    .immediate()
  onStep(due.length + 1, due.length + 1)
}
