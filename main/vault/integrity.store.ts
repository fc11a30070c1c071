import { RelaisError } from '../../shared/errors.ts'
import type { Reader, VaultDatabase } from './database.ts'

/** Where tables begin. Nothing moves them: there is no auto-vacuum, and a vault is never vacuumed in place. */
export const rootPages = (db: Reader, tables: readonly string[]): number[] =>
  db
    .all<{ name: string; root: number }>(
      `SELECT name, rootpage AS root FROM sqlite_schema WHERE type = 'table'`,
    )
    .filter(({ name }) => tables.includes(name))
    .map(({ root }) => root)

/** Every page that is in use, and that each table is well formed. @throws vault.database_damaged */
export function quickCheck({ raw }: Pick<VaultDatabase, 'raw'>): void {
  demand(raw.pragma('quick_check(1)', { simple: true }) === 'ok')
}

/** The same, each index against its table, and every reference. @throws vault.database_damaged */
export function fullCheck({ raw }: Pick<VaultDatabase, 'raw'>): void {
  demand((raw.pragma('foreign_key_check') as unknown[]).length === 0)
  demand(raw.pragma('integrity_check(1)', { simple: true }) === 'ok')
}

function demand(well: boolean): void {
  if (!well) throw new RelaisError('vault.database_damaged')
}
