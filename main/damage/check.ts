import { RelaisError } from '../../shared/errors.ts'
import { breathe } from '../../shared/packet/pause.ts'
import type { Job } from '../vault/handler.ts'
import { fullCheck } from '../vault/integrity.store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { pageCipher } from '../vault/pages/page-proof.ts'

/** Some 20 ms of reading, between which other calls are answered. */
const pagesAtOnce = 1024

/**
 * Reads every page as it lies on the disk, those that nothing uses included, then lets SQLite hold each index against its
 * table and each reference against what it points to. (That last part is one call: nothing is answered meanwhile.)
 * @throws vault.database_damaged, app.cancelled
 */
export async function checkVault({ database, pages, key }: OpenVault, job: Job): Promise<number> {
  // What is still in the log is not in the file.
  database.raw.pragma('wal_checkpoint(TRUNCATE)')
  const cipher = pageCipher(key, pages.salt)
  let number = 0
  for (; number < pages.pageCount; ) {
    job.onProgress(number, pages.pageCount)
    await breathe({ signal: job.signal })
    for (let one = 0; one < pagesAtOnce && number < pages.pageCount; one += 1) {
      number += 1
      const page = pages.read(number)
      if (!page || !cipher.isAuthentic(page, number)) throw new RelaisError('vault.database_damaged')
    }
  }
  fullCheck(database)
  job.onProgress(number, number)
  return number
}
