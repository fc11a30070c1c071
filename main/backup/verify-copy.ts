import { breathe } from '../../shared/packet/pause.ts'
import { assertEncrypted, openDatabase } from '../vault/database.ts'
import type { Job } from '../vault/handler.ts'
import { vaultIdOf } from '../vault/identity.store.ts'
import { countTable, isTableSound, type Rows, schemaNumber, tablesOf } from './copy.store.ts'

/** What a copy has to hold. */
export interface Expected {
  readonly vaultId: string
  readonly schemaVersion: number
  readonly rows: Rows
}

/**
 * Opens a copy as a vault would, and holds every table against what was counted. A table at a time, so that the living
 * vault answers in between.
 * @param onTable how much of it is done, 0 to 1
 * @returns whether it is sound and complete; what SQLite says of a damaged page is thrown
 */
export async function isCopyWhole(
  path: string,
  key: Uint8Array,
  expected: Expected,
  job: Job,
  onTable: (fraction: number) => void,
): Promise<boolean> {
  assertEncrypted(path)
  const database = openDatabase(path, key, 'existing')
  try {
    const tables = tablesOf(database.reader)
    if (
      vaultIdOf(database.reader) !== expected.vaultId ||
      schemaNumber(database) !== expected.schemaVersion ||
      tables.join() !== Object.keys(expected.rows).sort().join()
    )
      return false
    for (const [index, table] of tables.entries()) {
      if (!isTableSound(database, table)) return false
      await breathe(job)
      if (countTable(database.reader, table) !== expected.rows[table]) return false
      await breathe(job)
      onTable((index + 1) / tables.length)
    }
    return true
  } finally {
    database.close()
  }
}
