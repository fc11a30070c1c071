import { RelaisError } from '../errors.ts'
import { fingerprintOf } from '../members/fingerprint.ts'
import { toHex } from './bytes.ts'
import { type Container, decodeContainer, encodeContainer, type PacketPart } from './container.ts'
import { MAX_RECIPIENTS } from './limits.ts'
import { PACKET_ID_BYTES, type PacketKind, profileWith } from './manifest.ts'
import { nacl, type RandomSource } from './nacl.ts'
import { designcrypt } from './open.ts'
import type { WorkOptions } from './pause.ts'
import type { BoxKeyPair } from './recipient.ts'
import { signcryptWith } from './seal.ts'
import type { SignKeyPair } from './signature.ts'

interface PacketRecipient {
  /** 64 lower-case hexadecimal digits. */
  readonly fingerprint: string
  /** X25519, from the recipient's card. */
  readonly boxPublicKey: Uint8Array
  /** Number of this packet among those sent to this recipient, from 1. */
  readonly sequence: number
}

export interface PacketInput {
  readonly sender: { readonly signKeys: SignKeyPair }
  /** One to 128, each once. */
  readonly recipients: readonly PacketRecipient[]
  readonly kind: PacketKind
  /** Calendar days, `YYYY-MM-DD`. */
  readonly created: string
  readonly expires: string
  /** Number of the member directory, 0 when none. */
  readonly directoryNumber: number
  readonly parts: readonly PacketPart[]
  /** See `Manifest.journalHead`; left out by a tool that keeps no journal. */
  readonly journalHead?: string
  /** See `Manifest.practice`. */
  readonly practice?: boolean
}

export interface SealedPacket {
  /** The file. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** 32 hexadecimal digits. */
  readonly packetId: string
  /** See `Container.contentHash`. */
  readonly contentHash: string
}

export interface OpenIdentity {
  /** The reader's own, 64 hexadecimal digits: the manifest must name it. */
  readonly fingerprint: string
  /** The current box pair first, then those kept until the packets in flight expire. */
  readonly boxKeys: readonly BoxKeyPair[]
  /** True for a practice vault, which opens only what was made for practice; others open none of that. */
  readonly practice?: boolean
}

export interface OpenedPacket extends Container {
  /** Ed25519 key that signed everything, 32 bytes; its fingerprint is the manifest's. */
  readonly senderSignPublicKey: Uint8Array
}

/** The header shows 4, 8, 16 or 32 entries, then multiples of 32, whatever the number of recipients. */
export function entriesShown(recipients: number): number {
  const step = [4, 8, 16].find((size) => recipients <= size)
  return step ?? Math.ceil(recipients / 32) * 32
}

function requireSendable({ recipients, parts }: PacketInput): void {
  if (recipients.length === 0) throw new RelaisError('packet.no_recipient')
  if (recipients.length > MAX_RECIPIENTS) {
    throw new RelaisError('packet.too_many_recipients', { count: recipients.length, max: MAX_RECIPIENTS })
  }
  if (parts.length === 0) throw new RelaisError('packet.nothing_to_send')
}

/** `sealPacket` with chosen randomness, for known-answer tests. */
export async function sealPacketWith(
  random: RandomSource,
  input: PacketInput,
  options?: WorkOptions,
): Promise<SealedPacket> {
  requireSendable(input)
  const {
    sender,
    kind,
    created,
    expires,
    directoryNumber,
    parts,
    journalHead = null,
    practice = false,
  } = input
  const recipients = input.recipients.toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
  const packetId = toHex(random(PACKET_ID_BYTES))
  const container = encodeContainer(
    {
      profile: profileWith(journalHead),
      practice,
      packetId,
      kind,
      senderFingerprint: fingerprintOf(sender.signKeys.publicKey),
      recipients: recipients.map(({ fingerprint, sequence }) => ({ fingerprint, sequence })),
      created,
      expires,
      directoryNumber,
      journalHead,
    },
    parts,
  )
  try {
    const bytes = await signcryptWith(
      random,
      {
        sender: sender.signKeys,
        recipients: recipients.map(({ boxPublicKey }) => boxPublicKey),
        dummies: entriesShown(recipients.length) - recipients.length,
        plaintext: container.bytes,
      },
      options,
    )
    return { bytes, packetId, contentHash: container.contentHash }
  } finally {
    container.bytes.fill(0)
  }
}

/**
 * Seals a packet for its recipients: manifest, padding, dummy recipients and all.
 * @throws RelaisError `packet.no_recipient`, `packet.nothing_to_send`, `packet.too_many_recipients`, `packet.too_large`,
 *   `packet.weak_key`, `app.bad_request` (a recipient twice, an impossible date, a part name), `app.cancelled`
 */
export function sealPacket(input: PacketInput, options?: WorkOptions): Promise<SealedPacket> {
  return sealPacketWith(nacl.randomBytes, input, options)
}

/**
 * Opens a packet without looking at its expiry, nor at whether it was made for practice: for tools that show what is there, never for taking it in.
 * @throws RelaisError those of `openPacket` but `packet.expired`
 */
export async function readPacket(
  bytes: Uint8Array,
  identity: OpenIdentity,
  options?: WorkOptions,
): Promise<OpenedPacket> {
  const { senderSignPublicKey, plaintext } = await designcrypt(bytes, identity.boxKeys, options)
  try {
    const container = decodeContainer(plaintext)
    const { senderFingerprint, recipients } = container.manifest
    // Someone who signs another's manifest as her own is passing off what she received.
    if (senderFingerprint !== fingerprintOf(senderSignPublicKey)) throw new RelaisError('packet.altered')
    // The key opened it but the sender did not name us: a recipient has re-sealed it for a third party.
    if (!recipients.some(({ fingerprint }) => fingerprint === identity.fingerprint)) {
      throw new RelaisError('packet.not_for_me')
    }
    return { ...container, senderSignPublicKey }
  } finally {
    plaintext.fill(0)
  }
}

/** True from the day after `expires`; both are calendar days, which compare as texts. */
export function isExpired(manifest: { readonly expires: string }, today: string): boolean {
  return today > manifest.expires
}

/**
 * Opens a packet that is still valid on `now` (the reader's own calendar day: clocks of others are not trusted).
 * Whether the sender is known and verified, and whether the packet was seen before, is for the caller to check.
 * @throws RelaisError those of `designcrypt`; `packet.newer_version`, `packet.malformed`, `packet.altered`, `packet.not_for_me`
 *   for what the manifest says; `packet.of_practice`, `packet.not_of_practice`, `packet.expired` (`expires`), and then
 *   nothing of the packet comes out
 */
export async function openPacket(
  bytes: Uint8Array,
  identity: OpenIdentity,
  options: WorkOptions & { readonly now: string },
): Promise<OpenedPacket> {
  const packet = await readPacket(bytes, identity, options)
  const { practice } = packet.manifest
  if (practice !== (identity.practice ?? false)) {
    throw new RelaisError(practice ? 'packet.of_practice' : 'packet.not_of_practice')
  }
  if (isExpired(packet.manifest, options.now)) {
    throw new RelaisError('packet.expired', { expires: packet.manifest.expires })
  }
  return packet
}
