import { type ErrorCode, RelaisError } from '../errors.ts'
import { fromHex, toHex } from './bytes.ts'
import { KEY_BYTES, MAX_PLAINTEXT_BYTES, MAX_RECIPIENTS } from './limits.ts'
import { MsgpackReader } from './msgpack-reader.ts'
import { packArray, packBin, packStr, packUint } from './msgpack-writer.ts'
import { isPlainDate } from './plain-date.ts'

/** What a packet can be. A kind that this list lacks comes from a later version of the program. */
const PACKET_KINDS = ['case-share', 'hand-over', 'answer', 'directory'] as const
export type PacketKind = (typeof PACKET_KINDS)[number]

/** One part as the manifest vouches for it: a name unique in the packet, a length in bytes, a SHA-512 (64 bytes). */
interface ManifestPart {
  readonly name: string
  readonly length: number
  readonly sha512: Uint8Array
}

interface ManifestRecipient {
  /** 64 lower-case hexadecimal digits. */
  readonly fingerprint: string
  /** Counts what this sender sends to this recipient, from 1; a gap means that a packet went missing. */
  readonly sequence: number
}

/** Signed and encrypted with the rest: what the packet is, from whom, for whom, until when. */
export interface Manifest {
  /** 1, or 2 with the head of the sender's journal. */
  readonly profile: number
  /** Made in a practice vault: nothing in it is of anybody, and no real vault takes it in. */
  readonly practice: boolean
  /** 16 random bytes, as 32 hexadecimal digits. */
  readonly packetId: string
  readonly kind: PacketKind
  readonly senderFingerprint: string
  /** All of them, in ascending order of fingerprint. */
  readonly recipients: readonly ManifestRecipient[]
  /** Calendar days, `YYYY-MM-DD`; the packet may still be opened on the day it expires. */
  readonly created: string
  readonly expires: string
  /** Number of the member directory the sender had, 0 when none. */
  readonly directoryNumber: number
  readonly parts: readonly ManifestPart[]
  /**
   * What binds the sender's journal to this packet, 64 hexadecimal digits: a hash over her last line and its number, so
   * that she can be held to it later and the recipient learns neither. Null when the packet was made without a journal.
   */
  readonly journalHead: string | null
}

/** Profile 2 adds the head of the journal; a packet made by a tool that has none is still of profile 1. */
const LATEST_PROFILE = 2
export const profileWith = (journalHead: string | null): number => (journalHead === null ? 1 : LATEST_PROFILE)
export const PACKET_ID_BYTES = 16
/** SHA-512. */
const HASH_BYTES = 64
/** SHA-256. */
const JOURNAL_HEAD_BYTES = 32
/** More sections than any case has. */
const MAX_PARTS = 256
/** Everything at its longest stays well below; refused before anything is read. */
export const MAX_MANIFEST_BYTES = 65_536

/** The first word of a manifest. A vault's own packets and those made for practice never bear the same one. */
const FORMAT = 'relais packet'
const PRACTICE_FORMAT = 'relais practice packet'
const PART_NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/
const KIND = /^[a-z][a-z0-9-]{0,31}$/

function isKind(text: string): text is PacketKind {
  return PACKET_KINDS.some((kind) => kind === text)
}

function ascends(texts: readonly string[]): boolean {
  return texts.every((text, i) => i === 0 || (texts[i - 1] ?? '') < text)
}

/** What must hold on both sides beyond the shapes; on reading a break is `malformed`, on writing it is the program's own mistake. */
function requireSound(manifest: Manifest, code: ErrorCode): void {
  const { recipients, parts, created, expires, profile, journalHead } = manifest
  const sound =
    profile === profileWith(journalHead) &&
    recipients.length > 0 &&
    recipients.length <= MAX_RECIPIENTS &&
    ascends(recipients.map(({ fingerprint }) => fingerprint)) &&
    parts.length > 0 &&
    parts.length <= MAX_PARTS &&
    parts.every(({ name, length }) => PART_NAME.test(name) && length <= MAX_PLAINTEXT_BYTES) &&
    new Set(parts.map(({ name }) => name)).size === parts.length &&
    isPlainDate(created) &&
    isPlainDate(expires) &&
    created <= expires
  if (!sound) throw new RelaisError(code)
}

/** Lower case only, so that ascending texts are ascending bytes. */
function packHex(hex: string, length: number): Uint8Array {
  const bytes = fromHex(hex, length)
  if (bytes === undefined || hex !== hex.toLowerCase()) throw new RelaisError('app.bad_request')
  return packBin(bytes)
}

/** @throws RelaisError `app.bad_request` for a manifest that no reader would accept */
export function encodeManifest(manifest: Manifest): Uint8Array {
  requireSound(manifest, 'app.bad_request')
  return packArray(
    packStr(manifest.practice ? PRACTICE_FORMAT : FORMAT),
    packUint(manifest.profile),
    packHex(manifest.packetId, PACKET_ID_BYTES),
    packStr(manifest.kind),
    packHex(manifest.senderFingerprint, KEY_BYTES),
    packArray(
      ...manifest.recipients.map(({ fingerprint, sequence }) =>
        packArray(packHex(fingerprint, KEY_BYTES), packUint(sequence)),
      ),
    ),
    packStr(manifest.created),
    packStr(manifest.expires),
    packUint(manifest.directoryNumber),
    packArray(
      ...manifest.parts.map(({ name, length, sha512 }) =>
        packArray(packStr(name), packUint(length), packBin(sha512)),
      ),
    ),
    ...(manifest.journalHead === null ? [] : [packHex(manifest.journalHead, JOURNAL_HEAD_BYTES)]),
  )
}

function list<T>(reader: MsgpackReader, max: number, read: () => T): T[] {
  const count = reader.arrayHead()
  if (count > max) reader.malformed()
  return Array.from({ length: count }, read)
}

function readKind(reader: MsgpackReader): PacketKind {
  const kind = reader.str(32)
  if (!KIND.test(kind)) return reader.malformed()
  if (!isKind(kind)) throw new RelaisError('packet.newer_version', { kind })
  return kind
}

/**
 * @throws RelaisError `packet.newer_version` for a later profile or an unknown kind, `packet.malformed` for anything else that is wrong
 */
export function decodeManifest(bytes: Uint8Array): Manifest {
  const reader = new MsgpackReader(bytes, { truncated: 'packet.malformed', malformed: 'packet.malformed' })
  const fields = reader.arrayHead()
  const format = reader.str(PRACTICE_FORMAT.length)
  if (format !== FORMAT && format !== PRACTICE_FORMAT) reader.malformed()
  const profile = reader.uint()
  if (profile > LATEST_PROFILE) throw new RelaisError('packet.newer_version', { profile })
  if (profile === 0 || fields !== 9 + profile) reader.malformed()
  const hex = (length: number): string => toHex(reader.bin(length, length))
  const manifest: Manifest = {
    profile,
    practice: format === PRACTICE_FORMAT,
    packetId: hex(PACKET_ID_BYTES),
    kind: readKind(reader),
    senderFingerprint: hex(KEY_BYTES),
    recipients: list(reader, MAX_RECIPIENTS, () => {
      reader.arrayOf(2)
      return { fingerprint: hex(KEY_BYTES), sequence: reader.uint() }
    }),
    created: reader.str(10),
    expires: reader.str(10),
    directoryNumber: reader.uint(),
    parts: list(reader, MAX_PARTS, () => {
      reader.arrayOf(3)
      return {
        name: reader.str(64),
        length: reader.uint(),
        sha512: reader.bin(HASH_BYTES, HASH_BYTES).slice(),
      }
    }),
    journalHead: profile === LATEST_PROFILE ? hex(JOURNAL_HEAD_BYTES) : null,
  }
  reader.end()
  requireSound(manifest, 'packet.malformed')
  return manifest
}
