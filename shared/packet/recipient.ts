import { RelaisError } from '../errors.ts'
import { concat, equalBytes, utf8 } from './bytes.ts'
import { hmacSha512 } from './hmac.ts'
import { KEY_BYTES } from './limits.ts'
import { nacl } from './nacl.ts'
import { recipientNonce, SHARED_KEY_NONCE } from './nonces.ts'
import { requireSafeBoxKey } from './weak-keys.ts'

/** An X25519 pair, 32 bytes each. */
export interface BoxKeyPair {
  readonly publicKey: Uint8Array
  readonly secretKey: Uint8Array
}

/** One line of the header's recipients list: who (opaque, 32 bytes for a box key) and the payload key sealed for her (48 bytes). */
export interface RecipientEntry {
  readonly identifier: Uint8Array
  readonly payloadKeyBox: Uint8Array
}

const IDENTIFIER_KEY = utf8('saltpack signcryption box key identifier')

/** What X25519 gives for a low-order point whatever the secret, once hashed as NaCl does. Computed from the point 0. */
const keyOfNoSecret = nacl.box.before(new Uint8Array(KEY_BYTES), new Uint8Array(KEY_BYTES).fill(1))

/**
 * The symmetric key (32 bytes) that the ephemeral pair shares with a recipient: 32 zero bytes boxed, of which the last 32 are
 * kept. Same result from either side. The caller wipes it.
 * @throws RelaisError `packet.weak_key` for a public key of low order or a shared secret of zero
 */
export function deriveSharedKey(publicKey: Uint8Array, secretKey: Uint8Array): Uint8Array {
  requireSafeBoxKey(publicKey)
  const precomputed = nacl.box.before(publicKey, secretKey)
  if (equalBytes(precomputed, keyOfNoSecret)) throw new RelaisError('packet.weak_key')
  const box = nacl.box.after(new Uint8Array(KEY_BYTES), SHARED_KEY_NONCE, precomputed)
  precomputed.fill(0)
  return box.slice(-KEY_BYTES)
}

/** What the recipient looks for at `index`. Depends on the place, so that a key listed twice does not show. */
function recipientIdentifier(sharedKey: Uint8Array, index: number): Uint8Array {
  return hmacSha512(IDENTIFIER_KEY, concat(sharedKey, recipientNonce(index))).slice(0, 32)
}

/** Seals the payload key for one recipient. */
export function sealForRecipient(
  payloadKey: Uint8Array,
  publicKey: Uint8Array,
  ephemeralSecretKey: Uint8Array,
  index: number,
): RecipientEntry {
  const sharedKey = deriveSharedKey(publicKey, ephemeralSecretKey)
  try {
    return {
      identifier: recipientIdentifier(sharedKey, index),
      payloadKeyBox: nacl.secretbox(payloadKey, recipientNonce(index), sharedKey),
    }
  } finally {
    sharedKey.fill(0)
  }
}

/**
 * The payload key (32 bytes), found with the first of `keys` that any entry is meant for. The caller wipes it.
 * @throws RelaisError `packet.not_for_me`; `packet.altered` when the entry is ours but its box does not open; `packet.weak_key`
 */
export function openForRecipient(
  entries: readonly RecipientEntry[],
  keys: readonly BoxKeyPair[],
  ephemeralPublicKey: Uint8Array,
): Uint8Array {
  for (const { secretKey } of keys) {
    const sharedKey = deriveSharedKey(ephemeralPublicKey, secretKey)
    try {
      const index = entries.findIndex(({ identifier }, i) =>
        equalBytes(identifier, recipientIdentifier(sharedKey, i)),
      )
      const entry = entries[index]
      if (entry === undefined) continue
      const payloadKey = nacl.secretbox.open(entry.payloadKeyBox, recipientNonce(index), sharedKey)
      if (payloadKey === null) throw new RelaisError('packet.altered')
      return payloadKey
    } finally {
      sharedKey.fill(0)
    }
  }
  throw new RelaisError('packet.not_for_me')
}
