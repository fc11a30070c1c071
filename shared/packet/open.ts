import { RelaisError } from '../errors.ts'
import { type Chunk, openChunk, plaintextLength, readChunks } from './chunk.ts'
import { openSender, readHeader } from './header.ts'
import { MAX_PACKET_BYTES } from './limits.ts'
import { breathe, refuseCancelled, type WorkOptions } from './pause.ts'
import { type BoxKeyPair, openForRecipient } from './recipient.ts'
import { requireSafeSignKey } from './weak-keys.ts'

export interface Opened {
  /** Ed25519 key whose signature every chunk bears. Whether it belongs to anyone known is for the caller to say. */
  readonly senderSignPublicKey: Uint8Array
  readonly plaintext: Uint8Array<ArrayBuffer>
}

/** @throws RelaisError `packet.too_large` */
export function requireFileSize(length: number): void {
  if (length > MAX_PACKET_BYTES) {
    throw new RelaisError('packet.too_large', { bytes: length, max: MAX_PACKET_BYTES })
  }
}

async function openChunks(
  chunks: readonly Chunk[],
  headerHash: Uint8Array,
  payloadKey: Uint8Array,
  signPublicKey: Uint8Array,
  options: WorkOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const total = plaintextLength(chunks)
  const plaintext = new Uint8Array(total)
  let done = 0
  try {
    for (const [index, { sealed, final }] of chunks.entries()) {
      await breathe(options)
      const piece = openChunk(sealed, { headerHash, index, final }, payloadKey, signPublicKey)
      plaintext.set(piece, done)
      done += piece.length
      piece.fill(0)
      options.onProgress?.(done, total)
    }
    return plaintext
  } catch (error) {
    plaintext.fill(0)
    throw error
  }
}

/**
 * Opens a saltpack v2 signcryption file with any of `keys`. Resolves only once the final chunk has been verified: until then
 * not a byte of plaintext leaves this function.
 * @throws RelaisError `packet.empty_file`, `packet.too_large`, `packet.not_a_packet`, `packet.newer_version`, `packet.truncated`,
 *   `packet.malformed`, `packet.too_many_recipients`, `packet.weak_key`, `packet.not_for_me`, `packet.anonymous_sender`,
 *   `packet.altered`, `app.cancelled`
 */
export async function designcrypt(
  bytes: Uint8Array,
  keys: readonly BoxKeyPair[],
  options: WorkOptions = {},
): Promise<Opened> {
  refuseCancelled(options)
  requireFileSize(bytes.length)
  const header = readHeader(bytes)
  const chunks = readChunks(bytes, header.end)
  const payloadKey = openForRecipient(header.recipients, keys, header.ephemeralPublicKey)
  try {
    const senderSignPublicKey = openSender(header.senderBox, payloadKey)
    requireSafeSignKey(senderSignPublicKey)
    const plaintext = await openChunks(chunks, header.hash, payloadKey, senderSignPublicKey, options)
    return { senderSignPublicKey, plaintext }
  } finally {
    payloadKey.fill(0)
  }
}
