import { RelaisError } from '../errors.ts'
import { concat, utf8 } from './bytes.ts'
import { CHUNK_BYTES, CHUNK_OVERHEAD, MAX_PLAINTEXT_BYTES } from './limits.ts'
import { MsgpackReader } from './msgpack-reader.ts'
import { packArray, packBin, packBool } from './msgpack-writer.ts'
import { nacl } from './nacl.ts'
import { chunkNonce } from './nonces.ts'
import { SIGNATURE_BYTES, type SignKeyPair, sign, verifySignature } from './signature.ts'

/** A payload packet of the file: what is sealed, and whether it says to be the last. */
export interface Chunk {
  readonly sealed: Uint8Array
  readonly final: boolean
}

/** Where a chunk stands: all of it is in its nonce and under its signature. */
export interface ChunkPlace {
  readonly headerHash: Uint8Array
  readonly index: number
  readonly final: boolean
}

const SIGNATURE_CONTEXT = utf8('saltpack encrypted signature\0')

function signatureInput(
  { headerHash, final }: ChunkPlace,
  nonce: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array {
  return concat(SIGNATURE_CONTEXT, headerHash, nonce, Uint8Array.of(final ? 1 : 0), nacl.hash(plaintext))
}

/** Signs and seals up to 1 MiB of plaintext, as a payload packet ready to be written. */
export function sealChunk(
  plaintext: Uint8Array,
  place: ChunkPlace,
  payloadKey: Uint8Array,
  signKeys: SignKeyPair,
): Uint8Array {
  const nonce = chunkNonce(place.headerHash, place.index, place.final)
  const signed = concat(sign(signatureInput(place, nonce, plaintext), signKeys), plaintext)
  const sealed = nacl.secretbox(signed, nonce, payloadKey)
  signed.fill(0)
  return packArray(packBin(sealed), packBool(place.final))
}

/**
 * The plaintext of one chunk, authenticated as the sender's. On its own it proves nothing of the chunks that follow.
 * @throws RelaisError `packet.altered`
 */
export function openChunk(
  sealed: Uint8Array,
  place: ChunkPlace,
  payloadKey: Uint8Array,
  signPublicKey: Uint8Array,
): Uint8Array {
  const nonce = chunkNonce(place.headerHash, place.index, place.final)
  const signed = nacl.secretbox.open(sealed, nonce, payloadKey)
  if (signed === null) throw new RelaisError('packet.altered')
  const plaintext = signed.subarray(SIGNATURE_BYTES)
  const signature = signed.subarray(0, SIGNATURE_BYTES)
  if (!verifySignature(signatureInput(place, nonce, plaintext), signature, signPublicKey)) {
    signed.fill(0)
    throw new RelaisError('packet.altered')
  }
  return plaintext
}

/**
 * Chunks as conforming writers make them: all full but the last, and the last empty only when the whole message is. The
 * specification only caps the size; the reference implementation never writes an empty chunk behind others and
 * refuses one (keybase/saltpack common.go, checkChunkState), and a short chunk in the middle has no honest writer either.
 */
function hasFairLength({ sealed, final }: Chunk, index: number): boolean {
  const length = sealed.length - CHUNK_OVERHEAD
  return final ? length > 0 || index === 0 : length === CHUNK_BYTES
}

/** Bytes of plaintext in all the chunks, which their sealed lengths show to anyone. */
export function plaintextLength(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { sealed }) => sum + sealed.length - CHUNK_OVERHEAD, 0)
}

/**
 * Splits everything behind the header into chunks (views, nothing is copied or decrypted), up to the final one and the end of the file.
 * @throws RelaisError `packet.truncated`; `packet.altered` for bytes behind the final chunk; `packet.malformed`; `packet.too_large`
 */
export function readChunks(bytes: Uint8Array, start: number): Chunk[] {
  const codes = { truncated: 'packet.truncated', malformed: 'packet.malformed' } as const
  const reader = new MsgpackReader(bytes, codes, start)
  const chunks: Chunk[] = []
  for (;;) {
    reader.arrayOf(2)
    const sealed = reader.bin(CHUNK_OVERHEAD, CHUNK_OVERHEAD + CHUNK_BYTES)
    const chunk = { sealed, final: reader.bool() }
    if (!hasFairLength(chunk, chunks.length)) reader.malformed()
    chunks.push(chunk)
    if (chunk.final) break
  }
  if (!reader.atEnd) throw new RelaisError('packet.altered')
  const length = plaintextLength(chunks)
  if (length > MAX_PLAINTEXT_BYTES)
    throw new RelaisError('packet.too_large', { bytes: length, max: MAX_PLAINTEXT_BYTES })
  return chunks
}
