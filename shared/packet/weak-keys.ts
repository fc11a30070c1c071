import { type ErrorCode, RelaisError } from '../errors.ts'
import { equalBytes, fromHex, lessThanLittleEndian } from './bytes.ts'
import { KEY_BYTES } from './limits.ts'

/**
 * Public keys that hold no secret. tweetnacl accepts them: with such a recipient anyone can compute the "shared" key and read the
 * packet; with such a sender, signatures verify that nobody made. Every point of order 1, 2, 4 or 8 is listed (Cremers and Jackson,
 * "Prime, Order Please!", 2019; for X25519 also https://cr.yp.to/ecdh.html#validate); tests derive them again from the curve equation.
 */

function point(hex: string): Uint8Array {
  const bytes = fromHex(hex, KEY_BYTES)
  if (bytes === undefined) throw new RelaisError('app.unexpected')
  return bytes
}

const ZERO = point('00'.repeat(32))
const ONE = point(`01${'00'.repeat(31)}`)
const MINUS_ONE = point(`ec${'ff'.repeat(30)}7f`)

/** p = 2^255 - 19, little-endian (RFC 7748, section 4.1). A coordinate at or above it has a shorter twin. */
const FIELD_PRIME = point(`ed${'ff'.repeat(30)}7f`)

/** y coordinates of the Edwards curve, whatever the sign of x. */
const LOW_ORDER_Y = [
  ZERO,
  ONE,
  MINUS_ONE,
  point('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'),
  point('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'),
]

/** u coordinates of the Montgomery curve and of its twist. */
const LOW_ORDER_U = [
  ZERO,
  ONE,
  MINUS_ONE,
  point('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'),
  point('5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157'),
]

function isOneOf(points: readonly Uint8Array[], candidate: Uint8Array): boolean {
  return points.some((known) => equalBytes(known, candidate))
}

/** The top bit cleared: in Ed25519 it is the sign of x, in X25519 it is ignored by RFC 7748. */
function coordinate(key: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(key)
  copy[KEY_BYTES - 1] = (copy[KEY_BYTES - 1] ?? 0) & 0x7f
  return copy
}

/** True for a key of 32 bytes that is canonical and of large order. Being on the curve is left to the signature check. */
export function isSafeSignKey(key: Uint8Array): boolean {
  if (key.length !== KEY_BYTES) return false
  const y = coordinate(key)
  return lessThanLittleEndian(y, FIELD_PRIME) && !isOneOf(LOW_ORDER_Y, y)
}

/** True for a key of 32 bytes that is canonical (so the top bit is clear) and of large order. */
export function isSafeBoxKey(key: Uint8Array): boolean {
  return key.length === KEY_BYTES && lessThanLittleEndian(key, FIELD_PRIME) && !isOneOf(LOW_ORDER_U, key)
}

/** @throws RelaisError `packet.weak_key`, or the given code. */
export function requireSafeSignKey(key: Uint8Array, code: ErrorCode = 'packet.weak_key'): void {
  if (!isSafeSignKey(key)) throw new RelaisError(code)
}

/** @throws RelaisError `packet.weak_key`, or the given code. */
export function requireSafeBoxKey(key: Uint8Array, code: ErrorCode = 'packet.weak_key'): void {
  if (!isSafeBoxKey(key)) throw new RelaisError(code)
}
