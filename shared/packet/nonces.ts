import { concat, uint64BigEndian, utf8 } from './bytes.ts'

/** The nonces of saltpack v2 signcryption, 24 bytes each (specs/saltpack_signcryption_v2.md). */

/** Seals the sender's signing key under the payload key. */
export const SENDER_KEY_NONCE = utf8('saltpack_sender_key_sbox')

/** Derives the key shared with one recipient. */
export const SHARED_KEY_NONCE = utf8('saltpack_derived_sboxkey')

const RECIPIENT_PREFIX = utf8('saltpack_recipsb')

/** Seals the payload key for the recipient at `index` of the header, counted from 0. */
export function recipientNonce(index: number): Uint8Array {
  return concat(RECIPIENT_PREFIX, uint64BigEndian(index))
}

/** Seals the chunk `index`, counted from 0. Its last prefix bit is the final flag, so that no chunk can be passed off as the last. */
export function chunkNonce(headerHash: Uint8Array, index: number, final: boolean): Uint8Array {
  const prefix = headerHash.slice(0, 16)
  prefix[15] = ((prefix[15] ?? 0) & 0xfe) | (final ? 1 : 0)
  return concat(prefix, uint64BigEndian(index))
}
