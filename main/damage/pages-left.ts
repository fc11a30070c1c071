import type { LogProof } from '../vault/pages/log-proof.ts'
import type { PageFile } from '../vault/pages/page-file.ts'
import type { PageCipher } from '../vault/pages/page-proof.ts'
import type { VitalPages } from '../vault/pages/vital-pages.ts'

/** What is left of a database: each page at its newest version, decrypted, or null. Never one whose HMAC fails. */
export interface PagesLeft {
  readonly count: number
  read(number: number): Buffer | null
}

/** The log's version of a page counts; then the file's; then the copy of the few that are copied. */
export function pagesLeft(pages: PageFile, cipher: PageCipher, log: LogProof, vital: VitalPages): PagesLeft {
  const whole = (page: Buffer | null | undefined, number: number): Buffer | null =>
    page && cipher.isAuthentic(page, number) ? page : null
  const newest = (number: number): Buffer | null => {
    const logged = log.pages.get(number)
    if (logged) return logged
    const inFile = log.lost.has(number) ? null : whole(pages.read(number), number)
    return inFile ?? whole(vital.get(number), number)
  }
  return {
    count: Math.max(pages.pageCount, log.size),
    read: (number) => {
      const page = newest(number)
      return page && cipher.decrypted(page, number)
    },
  }
}
