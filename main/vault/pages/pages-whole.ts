import { RelaisError } from '../../../shared/errors.ts'
import type { LogProof } from './log-proof.ts'
import type { PageFile } from './page-file.ts'
import { type PageCipher, usableBytes } from './page-proof.ts'

/**
 * That every page in use is whole, with those that the log holds in their newest version, before SQLite is let at the files.
 * It puts the log into the database and takes it away when it closes, also one that it found damaged: the vault would then
 * not be as it was for whoever salvages it. Some 10 µs a page, and only after a crash.
 * @throws vault.database_damaged
 */
export function demandPagesWhole(pages: PageFile, cipher: PageCipher, log: LogProof): void {
  const newest = (number: number): Buffer | null => {
    const page = log.lost.has(number) ? null : (log.pages.get(number) ?? pages.read(number))
    return page && cipher.isAuthentic(page, number) ? page : null
  }
  const count = log.size || pages.pageCount
  const hit: number[] = []
  for (let number = 1; number <= count; number += 1) if (!newest(number)) hit.push(number)
  if (hit.length === 0) return
  const unused = unusedPages((number) => {
    const page = newest(number)
    return page && cipher.decrypted(page, number)
  })
  // Nothing is read from these before it is written.
  if (hit.some((number) => !unused.has(number))) throw new RelaisError('vault.database_damaged')
}

const firstTrunkAt = 32

/** The leaves of the freelist (sqlite.org/fileformat2.html#the_freelist); its trunk pages are in use. */
function unusedPages(read: (number: number) => Buffer | null): ReadonlySet<number> {
  const unused = new Set<number>()
  const trunks = new Set<number>()
  let next = read(1)?.readUInt32BE(firstTrunkAt) ?? 0
  while (next > 0 && !trunks.has(next)) {
    trunks.add(next)
    const trunk = read(next)
    if (!trunk) break
    const leaves = Math.min(trunk.readUInt32BE(4), usableBytes / 4 - 2)
    for (let leaf = 0; leaf < leaves; leaf += 1) unused.add(trunk.readUInt32BE(8 + leaf * 4))
    next = trunk.readUInt32BE(0)
  }
  return unused
}
