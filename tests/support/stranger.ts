import nacl from 'tweetnacl'
import { partNames } from '../../main/exchange/content.ts'
import { addDays, dayOf } from '../../shared/dates.ts'
import { type CardIdentity, decodeCard, encodeCard } from '../../shared/members/card.ts'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import { type PacketInput, sealPacketWith } from '../../shared/packet/packet.ts'
import { caseCode } from '../../shared/vocab/case-words.ts'
import type { TestApp } from './app.ts'
import type { TestVault } from './vault.ts'

export const today = (): string => dayOf(Date.now())

type Change = Partial<PacketInput> & {
  /** 32 hexadecimal digits. The same one twice is two packets under one id. */
  readonly packetId?: string
  /** Length to which the content is drawn out with spaces, in bytes. */
  readonly padTo?: number
  readonly partName?: string
  /** A second recipient. */
  readonly alsoTo?: Recipient
}

/** Whose packets these are: an app, or the vault side of one. */
interface Recipient {
  call(channel: 'members.cardFile', input: Record<string, never>): Promise<{ bytes: Uint8Array }>
}

/** Somebody with keys and no vault, who can therefore make cards and packets that no honest Relais would. */
export interface Stranger {
  readonly fingerprint: string
  card(change?: Partial<CardIdentity>): Uint8Array<ArrayBuffer>
  /** A packet of whatever is given: text as it is, anything else as JSON. */
  seal(to: Recipient, content: unknown, change?: Change): Promise<Uint8Array<ArrayBuffer>>
  /** A packet that shares a case whose wishes are these words. */
  share(to: Recipient, wishes: string, change?: Change): Promise<Uint8Array<ArrayBuffer>>
}

/** @param on the day on which her cards and packets are made */
export function stranger(name = 'Collègue fictive', organisation = 'Maison fictive', on = today()): Stranger {
  const sign = nacl.sign.keyPair()
  const identity: CardIdentity = {
    name,
    organisation,
    sector: 'community',
    signPublicKey: sign.publicKey,
    signSecretKey: sign.secretKey,
    boxPublicKey: nacl.box.keyPair().publicKey,
    validFrom: addDays(on, -400),
    validUntil: addDays(on, 100),
  }
  const fingerprint = fingerprintOf(sign.publicKey)

  const seal: Stranger['seal'] = async (
    to,
    content,
    { packetId, padTo = 0, kind = 'case-share', partName, alsoTo, ...change } = {},
  ) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    const name = partName ?? partNames[kind]
    const { bytes } = await sealPacketWith(randomFrom(packetId), {
      sender: { signKeys: sign },
      recipients: await Promise.all([to, ...(alsoTo ? [alsoTo] : [])].map((one) => addressOf(one, on))),
      kind,
      created: on,
      expires: addDays(on, 30),
      directoryNumber: 0,
      parts: [{ name, bytes: new TextEncoder().encode(text.padEnd(padTo)) }],
      ...change,
    })
    return bytes
  }

  return {
    fingerprint,
    card: (change) => encodeCard({ ...identity, ...change }),
    seal,
    share: (to, wishes, change) => seal(to, sharedCase(fingerprint, wishes), change),
  }
}

/** The vault knows her card, and whether it was verified in person. */
export async function befriendInApp(app: TestApp, who: Stranger, verified = true): Promise<void> {
  await app.call('members.takeCard', { bytes: who.card() })
  if (verified) await app.call('members.verify', { fingerprint: who.fingerprint, on: today() })
}

/** A verified member with a program of her own, who seals to this vault. */
export interface Peer {
  readonly fingerprint: string
  seal(content: unknown, change?: Change): Promise<Uint8Array<ArrayBuffer>>
}

export async function befriend(vault: TestVault, name?: string): Promise<Peer> {
  const on = '2026-03-02'
  const her = stranger(name, undefined, on)
  const { fingerprint } = await vault.call('members.takeCard', { bytes: her.card() })
  await vault.call('members.verify', { fingerprint, on })
  return { fingerprint, seal: (content, change) => her.seal(vault, content, change) }
}

async function addressOf(to: Recipient, on: string): Promise<PacketInput['recipients'][number]> {
  const { bytes } = await to.call('members.cardFile', {})
  const { signPublicKey, boxPublicKey } = decodeCard(bytes, { today: on })
  return { fingerprint: fingerprintOf(signPublicKey), boxPublicKey, sequence: 1 }
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

const sharedCase = (owner: string, wishes: string) => ({
  id: crypto.randomUUID(),
  code: caseCode((length) => nacl.randomBytes(length)),
  status: 'open',
  owner,
  sections: [{ name: 'wishes', body: { wishes, safeContacts: '' }, author: owner, version: { [owner]: 1 } }],
  steps: [],
})
