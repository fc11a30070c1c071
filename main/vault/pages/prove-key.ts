import { RelaisError } from '../../../shared/errors.ts'
import type { PageFile } from './page-file.ts'
import { type PageCipher, pageCipher, plaintextMark, saltBytes } from './page-proof.ts'
import type { VitalPages } from './vital-pages.ts'

/** One page that fits settles it; a database hit on its first megabyte is damaged whatever the key. */
const pagesTried = 256

/**
 * Holds a key against the pages of a database. SQLite says “not a database” of a hit first page, of another vault's key
 * and of something that never was ours: what to tell the person differs.
 * @param vital the copy of the first page has the salt too, without which no page fits any key
 * @throws vault.not_a_vault, vault.mismatch, vault.database_damaged
 */
export function proveKey(pages: PageFile, key: Uint8Array, vital: VitalPages): PageCipher {
  const { salt } = pages
  // A file cut down to nothing opens with any key, and SQLite would make a new, empty database of it.
  if (salt.length < saltBytes) throw new RelaisError('vault.database_damaged')
  if (salt.equals(plaintextMark)) throw new RelaisError('vault.not_a_vault')
  const cipher = pageCipher(key, salt)
  if (fitsSomePage(pages, cipher)) return cipher
  const copied = cipherOfCopy(key, vital)
  throw new RelaisError(copied ? 'vault.database_damaged' : 'vault.mismatch')
}

/** With the salt of the copy, if that copy is this key's. */
export function cipherOfCopy(key: Uint8Array, vital: VitalPages): PageCipher | null {
  const first = vital.get(1)
  if (!first) return null
  const cipher = pageCipher(key, first.subarray(0, saltBytes))
  return cipher.isAuthentic(first, 1) ? cipher : null
}

export function fitsSomePage(pages: PageFile, cipher: PageCipher): boolean {
  const last = Math.min(pagesTried, pages.pageCount)
  for (let number = 1; number <= last; number += 1) {
    const page = pages.read(number)
    if (page && cipher.isAuthentic(page, number)) return true
  }
  return false
}
