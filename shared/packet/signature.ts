import { RelaisError } from '../errors.ts'
import { equalBytes, fromHex, lessThanLittleEndian } from './bytes.ts'
import { nacl } from './nacl.ts'
import { isSafeSignKey } from './weak-keys.ts'

/** An Ed25519 pair in NaCl form: 32 bytes, and 64 bytes that are the seed followed by the public key. */
export interface SignKeyPair {
  readonly publicKey: Uint8Array
  readonly secretKey: Uint8Array
}

export const SIGNATURE_BYTES = 64

/** The order L of the base point, 2^252 + 27742317777372353535851937790883648493, little-endian (RFC 8032, section 5.1). */
const GROUP_ORDER = fromHex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010', 32)

/** RFC 8032, section 5.1.7: S must be below L. tweetnacl does not look, so S + L would pass as a second signature. */
function hasCanonicalScalar(signature: Uint8Array): boolean {
  return GROUP_ORDER !== undefined && lessThanLittleEndian(signature.subarray(32), GROUP_ORDER)
}

/** Strict Ed25519: 64 bytes, S below L, a public key of large order, then the equation itself. Never throws. */
export function verifySignature(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  return (
    signature.length === SIGNATURE_BYTES &&
    hasCanonicalScalar(signature) &&
    isSafeSignKey(publicKey) &&
    nacl.sign.detached.verify(message, signature, publicKey)
  )
}

/**
 * Refuses halves that do not belong together: signing with a foreign public half gives the secret away
 * (two signatures with one nonce, "double public key signing function oracle", 2022).
 * @throws RelaisError `packet.weak_key`
 */
export function requireSignKeyPair({ publicKey, secretKey }: SignKeyPair): void {
  const paired =
    secretKey.length === nacl.sign.secretKeyLength && equalBytes(secretKey.subarray(32), publicKey)
  if (!paired || !isSafeSignKey(publicKey)) throw new RelaisError('packet.weak_key')
}

export function sign(message: Uint8Array, { secretKey }: SignKeyPair): Uint8Array {
  return nacl.sign.detached(message, secretKey)
}
