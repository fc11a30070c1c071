import { RelaisError } from '../errors.ts'
import { isAllZero, utf8 } from './bytes.ts'
import { KEY_BOX_BYTES, KEY_BYTES, MAX_IDENTIFIER_BYTES, MAX_PACKET_BYTES, MAX_RECIPIENTS } from './limits.ts'
import { MsgpackReader } from './msgpack-reader.ts'
import { packArray, packBin, packStr, packUint } from './msgpack-writer.ts'
import { nacl } from './nacl.ts'
import { SENDER_KEY_NONCE } from './nonces.ts'
import type { RecipientEntry } from './recipient.ts'

const FORMAT = 'saltpack'
const MAJOR = 2
const MINOR = 0
/** 0 encrypts, 1 and 2 sign, 3 signcrypts. */
const MODE_SIGNCRYPTION = 3

/** What a header says before anything depends on the mode. */
export interface Preamble {
  readonly major: number
  readonly minor: number
  readonly mode: number
}

export interface Header {
  readonly ephemeralPublicKey: Uint8Array
  /** The sender's signing key, sealed under the payload key: 48 bytes. */
  readonly senderBox: Uint8Array
  readonly recipients: readonly RecipientEntry[]
}

/** A header as found in a file. The hash is of the bytes received: re-encoding them would hide what a carrier changed. */
export interface ReceivedHeader extends Header {
  /** SHA-512 of the inner bytes, on which every nonce and signature depends. */
  readonly hash: Uint8Array
  /** Offset of the first chunk in the file. */
  readonly end: number
}

/** A header cut short can't be told from one that was never right: the outer length already matched. */
const INNER = { truncated: 'packet.malformed', malformed: 'packet.malformed' } as const
const OUTER = { truncated: 'packet.truncated', malformed: 'packet.not_a_packet' } as const

/** How every header goes on behind the tag of its array, which other modes and later versions make shorter or longer. */
const NAME = packStr(FORMAT)

export function encodeHeader({ ephemeralPublicKey, senderBox, recipients }: Header): Uint8Array {
  return packArray(
    packStr(FORMAT),
    packArray(packUint(MAJOR), packUint(MINOR)),
    packUint(MODE_SIGNCRYPTION),
    packBin(ephemeralPublicKey),
    packBin(senderBox),
    packArray(
      ...recipients.map(({ identifier, payloadKeyBox }) =>
        packArray(packBin(identifier), packBin(payloadKeyBox)),
      ),
    ),
  )
}

export function sealSender(signPublicKey: Uint8Array, payloadKey: Uint8Array): Uint8Array {
  return nacl.secretbox(signPublicKey, SENDER_KEY_NONCE, payloadKey)
}

/**
 * The sender's signing key (32 bytes). Nothing vouches for it until a chunk's signature has been checked.
 * @throws RelaisError `packet.altered`, `packet.anonymous_sender` (all zero: the specification then skips signatures)
 */
export function openSender(senderBox: Uint8Array, payloadKey: Uint8Array): Uint8Array {
  const signPublicKey = nacl.secretbox.open(senderBox, SENDER_KEY_NONCE, payloadKey)
  if (signPublicKey === null) throw new RelaisError('packet.altered')
  if (isAllZero(signPublicKey)) throw new RelaisError('packet.anonymous_sender')
  return signPublicKey
}

/** True when `bytes` agrees with a saltpack header at `start` as far as the file goes: it may have been cut short. */
function opensLikeSaltpack(bytes: Uint8Array, start: number): boolean {
  const tag = bytes[start] ?? 0x90
  return (tag & 0xf0) === 0x90 && NAME.every((byte, i) => (bytes[start + 1 + i] ?? byte) === byte)
}

/** Length of the tag and length of a `bin`, by its tag. */
const BIN_HEAD_BYTES: Readonly<Record<number, number>> = { 196: 2, 197: 3, 198: 5 }

function openInner(bytes: Uint8Array): { inner: Uint8Array; end: number } {
  const reader = new MsgpackReader(bytes, OUTER)
  const start = BIN_HEAD_BYTES[reader.peekTag()]
  if (start === undefined || !opensLikeSaltpack(bytes, start)) reader.malformed()
  return { inner: reader.bin(NAME.length, MAX_PACKET_BYTES), end: reader.offset }
}

function readPreamble(reader: MsgpackReader): Preamble {
  if (reader.str(utf8(FORMAT).length) !== FORMAT) throw new RelaisError('packet.not_a_packet')
  reader.arrayOf(2)
  const major = reader.uint()
  const minor = reader.uint()
  return { major, minor, mode: reader.uint() }
}

/**
 * Version and mode of any saltpack file, also of those that `readHeader` refuses.
 * @throws RelaisError `packet.not_a_packet`, `packet.truncated`, `packet.malformed`
 */
export function peekPreamble(bytes: Uint8Array): Preamble {
  const reader = new MsgpackReader(openInner(bytes).inner, INNER)
  reader.arrayHead()
  return readPreamble(reader)
}

function readRecipients(reader: MsgpackReader): RecipientEntry[] {
  const count = reader.arrayHead()
  if (count > MAX_RECIPIENTS)
    throw new RelaisError('packet.too_many_recipients', { count, max: MAX_RECIPIENTS })
  if (count === 0) reader.malformed()
  return Array.from({ length: count }, () => {
    reader.arrayOf(2)
    return {
      identifier: reader.bin(1, MAX_IDENTIFIER_BYTES),
      payloadKeyBox: reader.bin(KEY_BOX_BYTES, KEY_BOX_BYTES),
    }
  })
}

/**
 * Reads the header of a signcrypted file, format and version first, so that a file from the future is called just that.
 * @throws RelaisError `packet.empty_file`, `packet.not_a_packet`, `packet.newer_version`, `packet.truncated`,
 *   `packet.too_many_recipients`, `packet.malformed`
 */
export function readHeader(bytes: Uint8Array): ReceivedHeader {
  if (bytes.length === 0) throw new RelaisError('packet.empty_file')
  const { inner, end } = openInner(bytes)
  const reader = new MsgpackReader(inner, INNER)
  const fields = reader.arrayHead()
  const { major, minor, mode } = readPreamble(reader)
  if (major > MAJOR || (major === MAJOR && minor > MINOR)) {
    throw new RelaisError('packet.newer_version', { major, minor })
  }
  if (major < MAJOR || mode !== MODE_SIGNCRYPTION)
    throw new RelaisError('packet.not_a_packet', { major, mode })
  if (fields !== 6) reader.malformed()
  const ephemeralPublicKey = reader.bin(KEY_BYTES, KEY_BYTES)
  const senderBox = reader.bin(KEY_BOX_BYTES, KEY_BOX_BYTES)
  const recipients = readRecipients(reader)
  reader.end()
  return { ephemeralPublicKey, senderBox, recipients, hash: nacl.hash(inner), end }
}
