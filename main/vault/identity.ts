import nacl from 'tweetnacl'
import type { PlainDate } from '../../shared/dates.ts'
import { addDays } from '../../shared/dates.ts'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import type { Identity } from '../../shared/members/members.contract.ts'
import type { Reader, Writer } from './database.ts'
import { boxKeysOf, identityRow, insertBoxKey, insertIdentity } from './identity.store.ts'

export interface KeyPair {
  readonly publicKey: Uint8Array
  readonly secretKey: Uint8Array
}

/** The person whose vault this is, with her keys. Never leaves the vault process. */
export interface Me extends Identity {
  readonly fingerprint: string
  readonly sign: KeyPair
  /** Newest first. Packets are sealed to the newest; older ones still open packets in flight. */
  readonly boxes: readonly KeyPair[]
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate
}

/** A card is good for a year: an offline member cannot learn of a revocation, so no card lasts for ever. */
const cardDays = 365

export function createIdentity(writer: Writer, identity: Identity, today: PlainDate): void {
  const sign = nacl.sign.keyPair()
  const box = nacl.box.keyPair()
  insertIdentity(writer, {
    ...identity,
    fingerprint: fingerprintOf(sign.publicKey),
    signPublic: sign.publicKey,
    signSecret: sign.secretKey,
    validFrom: today,
    validUntil: addDays(today, cardDays),
  })
  insertBoxKey(writer, box, today)
  sign.secretKey.fill(0)
  box.secretKey.fill(0)
}

export function readIdentity(reader: Reader): Me {
  const { signPublic, signSecret, ...person } = identityRow(reader)
  return { ...person, sign: { publicKey: signPublic, secretKey: signSecret }, boxes: boxKeysOf(reader) }
}

export function wipeIdentity(me: Me): void {
  me.sign.secretKey.fill(0)
  for (const box of me.boxes) box.secretKey.fill(0)
}
