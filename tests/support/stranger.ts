import nacl from 'tweetnacl'
import { addDays, dayOf } from '../../shared/dates.ts'
import { type CardIdentity, decodeCard, encodeCard } from '../../shared/members/card.ts'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import { type PacketInput, sealPacketWith } from '../../shared/packet/packet.ts'
import { caseCode } from '../../shared/vocab/case-words.ts'
import type { TestApp } from './app.ts'

export const today = (): string => dayOf(Date.now())

type Change = Partial<PacketInput> & {
  /** 32 hexadecimal digits. The same one twice is two packets under one id. */
  readonly packetId?: string
  /** Length to which the content is drawn out with spaces, in bytes. */
  readonly padTo?: number
}

/** Somebody with keys and no vault, who can therefore make cards and packets that no honest Relais would. */
export interface Stranger {
  readonly fingerprint: string
  card(change?: Partial<CardIdentity>): Uint8Array<ArrayBuffer>
  /** A packet to the owner of the vault, sharing a case whose wishes are these words. */
  share(to: TestApp, wishes: string, change?: Change): Promise<Uint8Array<ArrayBuffer>>
}

export function stranger(name = 'Collègue fictive', organisation = 'Maison fictive'): Stranger {
  const sign = nacl.sign.keyPair()
  const identity: CardIdentity = {
    name,
    organisation,
    sector: 'community',
    signPublicKey: sign.publicKey,
    signSecretKey: sign.secretKey,
    boxPublicKey: nacl.box.keyPair().publicKey,
    validFrom: addDays(today(), -400),
    validUntil: addDays(today(), 100),
  }
  const fingerprint = fingerprintOf(sign.publicKey)
  return {
    fingerprint,
    card: (change) => encodeCard({ ...identity, ...change }),
    share: async (to, wishes, { packetId, padTo = 0, ...change } = {}) => {
      const { signPublicKey, boxPublicKey } = decodeCard((await to.call('members.cardFile', {})).bytes, {
        today: today(),
      })
      const { bytes } = await sealPacketWith(randomFrom(packetId), {
        sender: { signKeys: sign },
        recipients: [{ fingerprint: fingerprintOf(signPublicKey), boxPublicKey, sequence: 1 }],
        kind: 'case-share',
        created: today(),
        expires: addDays(today(), 30),
        directoryNumber: 0,
        parts: [
          {
            name: 'case.json',
            bytes: new TextEncoder().encode(sharedCase(fingerprint, wishes).padEnd(padTo)),
          },
        ],
        ...change,
      })
      return bytes
    },
  }
}

/** The vault knows her card, and whether it was verified in person. */
export async function befriendInApp(app: TestApp, who: Stranger, verified = true): Promise<void> {
  await app.call('members.takeCard', { bytes: who.card() })
  if (verified) await app.call('members.verify', { fingerprint: who.fingerprint, on: today() })
}

/** The packet id is the first thing drawn. */
function randomFrom(packetId: string | undefined): (length: number) => Uint8Array<ArrayBuffer> {
  let first = packetId
  return (length) => {
    const drawn = first && length === 16 ? Buffer.from(first, 'hex') : nacl.randomBytes(length)
    first = undefined
    return new Uint8Array(drawn)
  }
}

function sharedCase(owner: string, wishes: string): string {
  return JSON.stringify({
    id: crypto.randomUUID(),
    code: caseCode((length) => nacl.randomBytes(length)),
    status: 'open',
    owner,
    sections: [
      { name: 'wishes', body: { wishes, safeContacts: '' }, author: owner, version: { [owner]: 1 } },
    ],
    steps: [],
  })
}
