import { RelaisError } from '../errors.ts'
import { concat } from './bytes.ts'
import { sealChunk } from './chunk.ts'
import { encodeHeader, sealSender } from './header.ts'
import { CHUNK_BYTES, KEY_BOX_BYTES, KEY_BYTES, MAX_PLAINTEXT_BYTES, MAX_RECIPIENTS } from './limits.ts'
import { packBin } from './msgpack-writer.ts'
import { nacl, type RandomSource } from './nacl.ts'
import { breathe, refuseCancelled, type WorkOptions } from './pause.ts'
import { type RecipientEntry, sealForRecipient } from './recipient.ts'
import { shuffled } from './shuffle.ts'
import { requireSignKeyPair, type SignKeyPair } from './signature.ts'

export interface SealInput {
  readonly sender: SignKeyPair
  /** X25519 public keys. Their order does not show in the file. */
  readonly recipients: readonly Uint8Array[]
  /** Entries that nobody can open, to hide how many recipients there are. */
  readonly dummies?: number
  readonly plaintext: Uint8Array
}

/** Recipients sealed in one go before the process may answer something else: about 2 ms each. */
const RECIPIENTS_PER_BREATH = 16

function requireSealable({ sender, recipients, dummies = 0, plaintext }: SealInput): void {
  requireSignKeyPair(sender)
  if (recipients.length === 0) throw new RelaisError('packet.no_recipient')
  const count = recipients.length + dummies
  if (count > MAX_RECIPIENTS)
    throw new RelaisError('packet.too_many_recipients', { count, max: MAX_RECIPIENTS })
  if (plaintext.length > MAX_PLAINTEXT_BYTES) {
    throw new RelaisError('packet.too_large', { bytes: plaintext.length, max: MAX_PLAINTEXT_BYTES })
  }
}

/** Indistinguishable from a real entry (an HMAC and a secretbox both look random), and no secret key exists for it. */
function dummyEntry(random: RandomSource): RecipientEntry {
  return { identifier: random(32), payloadKeyBox: random(KEY_BOX_BYTES) }
}

/** The two secrets of one packet, wiped as soon as it is sealed. */
interface PacketSecrets {
  readonly payloadKey: Uint8Array
  readonly ephemeralSecretKey: Uint8Array
}

async function sealHeader(
  random: RandomSource,
  { sender, recipients, dummies = 0 }: SealInput,
  { payloadKey, ephemeralSecretKey }: PacketSecrets,
  options: WorkOptions,
): Promise<Uint8Array> {
  const places = shuffled([...recipients, ...Array.from({ length: dummies }, () => undefined)], random)
  const entries: RecipientEntry[] = []
  for (const [index, publicKey] of places.entries()) {
    if (index % RECIPIENTS_PER_BREATH === 0) await breathe(options)
    entries.push(
      publicKey === undefined
        ? dummyEntry(random)
        : sealForRecipient(payloadKey, publicKey, ephemeralSecretKey, index),
    )
  }
  return encodeHeader({
    ephemeralPublicKey: nacl.scalarMult.base(ephemeralSecretKey),
    senderBox: sealSender(sender.publicKey, payloadKey),
    recipients: entries,
  })
}

async function sealChunks(
  { sender, plaintext }: SealInput,
  headerHash: Uint8Array,
  payloadKey: Uint8Array,
  options: WorkOptions,
): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  const count = Math.max(1, Math.ceil(plaintext.length / CHUNK_BYTES))
  for (let index = 0; index < count; index++) {
    await breathe(options)
    const end = Math.min((index + 1) * CHUNK_BYTES, plaintext.length)
    const place = { headerHash, index, final: index === count - 1 }
    chunks.push(sealChunk(plaintext.subarray(index * CHUNK_BYTES, end), place, payloadKey, sender))
    options.onProgress?.(end, plaintext.length)
  }
  return chunks
}

/** saltpack v2 signcryption with chosen randomness, for known-answer tests. Everything else calls `signcrypt`. */
export async function signcryptWith(
  random: RandomSource,
  input: SealInput,
  options: WorkOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  refuseCancelled(options)
  requireSealable(input)
  const secrets = { payloadKey: random(KEY_BYTES), ephemeralSecretKey: random(KEY_BYTES) }
  try {
    const header = await sealHeader(random, input, secrets, options)
    const chunks = await sealChunks(input, nacl.hash(header), secrets.payloadKey, options)
    return concat(packBin(header), ...chunks)
  } finally {
    secrets.payloadKey.fill(0)
    secrets.ephemeralSecretKey.fill(0)
  }
}

/**
 * Signs and encrypts `plaintext` as a saltpack v2 signcryption file that other implementations open.
 * @throws RelaisError `packet.no_recipient`, `packet.too_many_recipients`, `packet.too_large`, `packet.weak_key`, `app.cancelled`
 */
export function signcrypt(input: SealInput, options?: WorkOptions): Promise<Uint8Array<ArrayBuffer>> {
  return signcryptWith(nacl.randomBytes, input, options)
}
