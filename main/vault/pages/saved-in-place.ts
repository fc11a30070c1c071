import type { VaultDatabase, Writer } from '../database.ts'
import type { PageFile } from './page-file.ts'

/**
 * The same database, which acknowledges no change once its file was deleted or replaced: it would be gone at the next lock.
 * Two looks at the file a change, some microseconds.
 */
export function savedInPlace(database: VaultDatabase, pages: PageFile): VaultDatabase {
  const { writer: given, raw } = database
  const writer: Writer = {
    ...given,
    run: (sql, ...values) => {
      if (raw.inTransaction) return given.run(sql, ...values)
      pages.demandInPlace()
      return given.run(sql, ...values)
    },
    transaction: (work) => {
      if (raw.inTransaction) return given.transaction(work)
      return given.transaction(() => {
        const done = work()
        // Last, so that as little as may be comes between the look and the saving; a refusal takes all of it back.
        pages.demandInPlace()
        return done
      })
    },
  }
  return { ...database, reader: writer, writer }
}
