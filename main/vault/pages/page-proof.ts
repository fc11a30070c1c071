import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'

/**
 * SQLCipher 4 (sqlcipher.net/design): pages of 4096 bytes, AES-256-CBC, the last 80 of which are the IV (16) and an
 * HMAC-SHA-512 (64) over what comes before it and the page number. The file begins with 16 bytes of salt in the clear;
 * the HMAC key is the raw key stretched twice over that salt, masked.
 */
export const pageBytes = 4096
export const saltBytes = 16
/** What SQLite has of a page once SQLCipher has taken its part. */
export const usableBytes = 4016
const ivBytes = 16
const macBytes = 64
const saltMask = 0x3a
export const plaintextMark = Buffer.from('SQLite format 3\0', 'latin1')

/** Reads the pages of one database with its key, without SQLite. */
export interface PageCipher {
  /** Whether `page` was written with this key, for this place, and no bit of it has changed since. */
  isAuthentic(page: Uint8Array, number: number): boolean
  /** What SQLite would see of a page that is authentic (4016 bytes; page 1 begins with SQLite's own mark). */
  decrypted(page: Uint8Array, number: number): Buffer
}

/** @param salt the first 16 bytes of the file */
export function pageCipher(key: Uint8Array, salt: Uint8Array): PageCipher {
  const masked = salt.map((byte) => byte ^ saltMask)
  const macKey = pbkdf2Sync(key, masked, 2, 32, 'sha512')
  const start = (number: number): number => (number === 1 ? saltBytes : 0)
  return {
    isAuthentic: (page, number) => {
      const place = Buffer.alloc(4)
      place.writeUInt32LE(number)
      const mac = createHmac('sha512', macKey)
        .update(page.subarray(start(number), pageBytes - macBytes))
        .update(place)
        .digest()
      const saltKept = number > 1 || Buffer.compare(page.subarray(0, saltBytes), salt) === 0
      return saltKept && timingSafeEqual(mac, page.subarray(pageBytes - macBytes))
    },
    decrypted: (page, number) => {
      const iv = page.subarray(usableBytes, usableBytes + ivBytes)
      const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
      const body = [decipher.update(page.subarray(start(number), usableBytes)), decipher.final()]
      return Buffer.concat(number === 1 ? [plaintextMark, ...body] : body)
    },
  }
}
