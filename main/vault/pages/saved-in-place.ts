import { statSync } from 'node:fs'
import { RelaisError } from '../../../shared/errors.ts'
import type { VaultDatabase, Writer } from '../database.ts'
import type { PageFile } from './page-file.ts'

/**
 * The same database, which acknowledges no change once its file or its log was deleted or replaced: it would be gone at the
 * next lock, or with the power. Some looks at the files a change, some microseconds.
 * @param log what was saved is in it until it is put into the database
 * @throws vault.database_missing, vault.log_missing: each of its changes
 */
export function savedInPlace(database: VaultDatabase, pages: PageFile, log: string): VaultDatabase {
  const { writer: given, raw } = database
  let known: string | null = null
  const demandInPlace = (): void => {
    pages.demandInPlace()
    // Windows: see `PageFile`.
    if (process.platform === 'win32') return
    const there = numberOf(log)
    // SQLite makes it when it first reads, and keeps the same one until it closes.
    known ??= there
    if (there !== known) throw new RelaisError('vault.log_missing')
  }
  const writer: Writer = {
    ...given,
    run: (sql, ...values) => {
      if (raw.inTransaction) return given.run(sql, ...values)
      demandInPlace()
      return given.run(sql, ...values)
    },
    transaction: (work) => {
      if (raw.inTransaction) return given.transaction(work)
      return given.transaction(() => {
        const done = work()
        // Last, so that as little as may be comes between the look and the saving; a refusal takes all of it back.
        demandInPlace()
        return done
      })
    },
  }
  return { ...database, reader: writer, writer }
}

/** Which file a path leads to, by device and inode. */
function numberOf(path: string): string | null {
  const there = statSync(path, { bigint: true, throwIfNoEntry: false })
  return there ? `${there.dev}:${there.ino}` : null
}
