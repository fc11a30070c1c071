import nacl from 'tweetnacl'
import type { PlainDate } from '../../shared/dates.ts'
import { addDays } from '../../shared/dates.ts'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import type { Identity } from '../../shared/members/members.contract.ts'
import type { BoxKeyPair } from '../../shared/packet/recipient.ts'
import type { SignKeyPair } from '../../shared/packet/signature.ts'
import type { Reader, Writer } from './database.ts'
import {
  boxKeysOf,
  type CardValidity,
  identityRow,
  insertBoxKey,
  insertIdentity,
  setCardValidity,
} from './identity.store.ts'

/** The person whose vault this is, with her keys. Never leaves the vault process. */
export interface Me extends Identity {
  readonly fingerprint: string
  readonly sign: SignKeyPair
  /** Newest first. Packets are sealed to the newest; older ones still open packets in flight. */
  readonly boxes: readonly BoxKeyPair[]
}

/** A card is good for a year: an offline member cannot learn of a revocation, so no card lasts for ever. */
const cardDays = 365
/** One with less than this left is made anew before it is shown: it may spend weeks on a stick, and longer in use. */
const renewalDays = 90

const yearFrom = (today: PlainDate): CardValidity => ({
  validFrom: today,
  validUntil: addDays(today, cardDays),
})

export function createIdentity(writer: Writer, identity: Identity, today: PlainDate): void {
  const sign = nacl.sign.keyPair()
  const box = nacl.box.keyPair()
  insertIdentity(writer, {
    ...identity,
    fingerprint: fingerprintOf(sign.publicKey),
    signPublic: sign.publicKey,
    signSecret: sign.secretKey,
    ...yearFrom(today),
  })
  insertBoxKey(writer, box, today)
  sign.secretKey.fill(0)
  box.secretKey.fill(0)
}

export function readIdentity(reader: Reader): Me {
  const { signPublic, signSecret, fingerprint, name, organisation, sector } = identityRow(reader)
  const person = { fingerprint, name, organisation, sector }
  return { ...person, sign: { publicKey: signPublic, secretKey: signSecret }, boxes: boxKeysOf(reader) }
}

/** From when to when the card that I hand out today is good; renewed on the way, because nobody else could do it. */
export function cardValidity(writer: Writer, today: PlainDate): CardValidity {
  const { validFrom, validUntil } = identityRow(writer)
  if (addDays(today, renewalDays) <= validUntil) return { validFrom, validUntil }
  const renewed = yearFrom(today)
  setCardValidity(writer, renewed)
  return renewed
}

export function wipeIdentity(me: Me): void {
  me.sign.secretKey.fill(0)
  for (const box of me.boxes) box.secretKey.fill(0)
}
