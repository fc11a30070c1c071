import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

/**
 * SQLCipher 4 (sqlcipher.net/design): pages of 4096 bytes, the last 80 of which are the IV (16) and an HMAC-SHA-512 (64)
 * over what comes before it and the page number. The file begins with 16 bytes of salt; the HMAC key is the raw key
 * stretched twice over that salt, masked.
 */
const pageBytes = 4096
const macBytes = 64
const saltBytes = 16
const saltMask = 0x3a
/** One page that fits settles it; a database hit on its first megabyte is damaged whatever the key. */
const pagesTried = 256

/**
 * Whether any page but the first was written with this key. SQLite says “not a database” both when the first page is
 * damaged and when the key is another's: what to tell the person differs.
 */
export function keyFitsSomePage(path: string, key: Uint8Array): boolean {
  const file = openSync(path, 'r')
  try {
    const page = Buffer.alloc(pageBytes)
    readSync(file, page, 0, pageBytes, 0)
    const macKey = pbkdf2Sync(
      key,
      page.subarray(0, saltBytes).map((byte) => byte ^ saltMask),
      2,
      32,
      'sha512',
    )
    for (let number = 2; number <= pagesTried; number += 1) {
      if (readSync(file, page, 0, pageBytes, (number - 1) * pageBytes) < pageBytes) return false
      if (isAuthentic(page, number, macKey)) return true
    }
    return false
  } finally {
    closeSync(file)
  }
}

function isAuthentic(page: Buffer, number: number, macKey: Buffer): boolean {
  const place = Buffer.alloc(4)
  place.writeUInt32LE(number)
  const said = page.subarray(pageBytes - macBytes)
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(0, pageBytes - macBytes))
    .update(place)
    .digest()
  return timingSafeEqual(mac, said)
}
