import { RelaisError } from '../errors.ts'
import { fromBase32, toBase32 } from '../packet/base32.ts'
import { concat, utf8 } from '../packet/bytes.ts'
import { KEY_BYTES } from '../packet/limits.ts'
import { MsgpackReader } from '../packet/msgpack-reader.ts'
import { packArray, packBin, packStr, packUint } from '../packet/msgpack-writer.ts'
import { isPlainDate } from '../packet/plain-date.ts'
import { requireSignKeyPair, SIGNATURE_BYTES, sign, verifySignature } from '../packet/signature.ts'
import { requireSafeBoxKey, requireSafeSignKey } from '../packet/weak-keys.ts'

/** What a member hands to others so that they can send to her and recognise what she sends. */
export interface Card {
  readonly version: number
  /** Made in a practice vault: there is nobody behind it. */
  readonly practice: boolean
  /** One line of text each, at most 80 characters, without control or direction characters, in Unicode form NFC. */
  readonly name: string
  readonly organisation: string
  /** A code of the sector list: a letter, then letters, digits, `_`, `.` or `-`, at most 40. */
  readonly sector: string
  /** Ed25519, the identity. */
  readonly signPublicKey: Uint8Array<ArrayBuffer>
  /** X25519, renewed every few months under the same identity. */
  readonly boxPublicKey: Uint8Array<ArrayBuffer>
  /** Calendar days, `YYYY-MM-DD`; valid on the last one too. */
  readonly validFrom: string
  readonly validUntil: string
}

/** The card to write and the secret key (64 bytes, NaCl form) of its `signPublicKey`. */
export interface CardIdentity extends Omit<Card, 'version' | 'practice' | 'signPublicKey' | 'boxPublicKey'> {
  readonly practice?: boolean
  readonly signPublicKey: Uint8Array
  readonly signSecretKey: Uint8Array
  readonly boxPublicKey: Uint8Array
}

const CARD_VERSION = 1
/** Longest name or organisation, in UTF-16 units as screens count them. */
const CARD_NAME_LIMIT = 80
/** Two names of 80 four-byte characters and all the rest fit; as QR text that is one code with room to spare. */
export const CARD_MAX_BYTES = 1024

/** A signature made for a card can never be taken for one made for a packet, nor a practice card for a real one. */
const REAL = { format: 'relais card', context: utf8('relais card v1\0') } as const
const PRACTICE = { format: 'relais practice card', context: utf8('relais practice card v1\0') } as const
const QR_PREFIX = 'RELAIS-CARD:'
const SECTOR = /^[A-Za-z][A-Za-z0-9_.-]{0,39}$/
/** Control, format (zero-width, direction overrides), private and unassigned characters, line and paragraph separators. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/u
const CODES = { truncated: 'members.card_malformed', malformed: 'members.card_malformed' } as const

type CardText = Omit<Card, 'version' | 'practice' | 'signPublicKey' | 'boxPublicKey'>

/** One visible line with one spelling: two cards that look alike on screen differ in a word one can see. */
function isNameLike(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= CARD_NAME_LIMIT &&
    text === text.trim() &&
    text === text.normalize('NFC') &&
    !INVISIBLE.test(text)
  )
}

function requireSound({ name, organisation, sector, validFrom, validUntil }: CardText): void {
  const sound =
    isNameLike(name) &&
    isNameLike(organisation) &&
    SECTOR.test(sector) &&
    isPlainDate(validFrom) &&
    isPlainDate(validUntil) &&
    validFrom <= validUntil
  if (!sound) throw new RelaisError('members.card_malformed')
}

function requireSafeKeys(card: { signPublicKey: Uint8Array; boxPublicKey: Uint8Array }): void {
  requireSafeSignKey(card.signPublicKey, 'members.card_weak_key')
  requireSafeBoxKey(card.boxPublicKey, 'members.card_weak_key')
}

/**
 * The content of a `.relais-card` file: some 300 bytes.
 * @throws RelaisError `members.card_malformed`, `members.card_weak_key`, `packet.weak_key` when the pair does not match
 */
export function encodeCard(identity: CardIdentity): Uint8Array<ArrayBuffer> {
  requireSound(identity)
  requireSafeKeys(identity)
  const keys = { publicKey: identity.signPublicKey, secretKey: identity.signSecretKey }
  requireSignKeyPair(keys)
  const body = packArray(
    packStr(identity.name),
    packStr(identity.organisation),
    packStr(identity.sector),
    packBin(identity.signPublicKey),
    packBin(identity.boxPublicKey),
    packStr(identity.validFrom),
    packStr(identity.validUntil),
  )
  const { format, context } = identity.practice ? PRACTICE : REAL
  const signature = sign(concat(context, body), keys)
  return packArray(packStr(format), packUint(CARD_VERSION), packBin(body), packBin(signature))
}

function readKey(reader: MsgpackReader): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(reader.bin(KEY_BYTES, KEY_BYTES))
}

function readBody(body: Uint8Array): Omit<Card, 'practice'> {
  const reader = new MsgpackReader(body, CODES)
  reader.arrayOf(7)
  const card = {
    version: CARD_VERSION,
    name: reader.str(4 * CARD_NAME_LIMIT),
    organisation: reader.str(4 * CARD_NAME_LIMIT),
    sector: reader.str(40),
    signPublicKey: readKey(reader),
    boxPublicKey: readKey(reader),
    validFrom: reader.str(10),
    validUntil: reader.str(10),
  }
  reader.end()
  return card
}

/**
 * Reads a card and checks all that it can prove by itself. That it belongs to the person it names is for two people to verify.
 * @throws RelaisError `members.card_malformed`, `members.card_newer_version`, `members.card_weak_key`,
 *   `members.card_bad_signature`, `members.card_expired` (`validUntil`)
 */
export function decodeCard(bytes: Uint8Array, { today }: { readonly today: string }): Card {
  if (bytes.length > CARD_MAX_BYTES) throw new RelaisError('members.card_malformed')
  const reader = new MsgpackReader(bytes, CODES)
  const fields = reader.arrayHead()
  const format = reader.str(PRACTICE.format.length)
  const made = [REAL, PRACTICE].find((one) => one.format === format) ?? reader.malformed()
  const version = reader.uint()
  if (version > CARD_VERSION) throw new RelaisError('members.card_newer_version', { version })
  if (version !== CARD_VERSION || fields !== 4) reader.malformed()
  const body = reader.bin(1, CARD_MAX_BYTES)
  const signature = reader.bin(SIGNATURE_BYTES, SIGNATURE_BYTES)
  reader.end()
  const card = { ...readBody(body), practice: made === PRACTICE }
  requireSafeKeys(card)
  if (!verifySignature(concat(made.context, body), signature, card.signPublicKey)) {
    throw new RelaisError('members.card_bad_signature')
  }
  requireSound(card)
  if (today > card.validUntil) throw new RelaisError('members.card_expired', { validUntil: card.validUntil })
  return card
}

/** The card file as text for one QR code in alphanumeric mode: about 500 characters. */
export function cardToQrText(card: Uint8Array): string {
  return QR_PREFIX + toBase32(card)
}

/** The card file in a scanned text. @throws RelaisError `members.card_malformed` */
export function cardFromQrText(text: string): Uint8Array<ArrayBuffer> {
  const scanned = text.trim()
  const bytes = scanned.startsWith(QR_PREFIX) ? fromBase32(scanned.slice(QR_PREFIX.length)) : undefined
  if (bytes === undefined) throw new RelaisError('members.card_malformed')
  return bytes
}
