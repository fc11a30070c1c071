import { concat } from './bytes.ts'
import { nacl } from './nacl.ts'

/** SHA-512 works on blocks of 128 bytes (FIPS 180-4). */
const BLOCK_BYTES = 128

/** HMAC-SHA512 (RFC 2104), 64 bytes, for keys of at most one block: saltpack's are constant strings of 40 characters. */
export function hmacSha512(key: Uint8Array, message: Uint8Array): Uint8Array {
  const inner = new Uint8Array(BLOCK_BYTES).fill(0x36)
  const outer = new Uint8Array(BLOCK_BYTES).fill(0x5c)
  key.forEach((byte, i) => {
    inner[i] = byte ^ 0x36
    outer[i] = byte ^ 0x5c
  })
  return nacl.hash(concat(outer, nacl.hash(concat(inner, message))))
}
