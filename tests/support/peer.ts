import nacl from 'tweetnacl'
import { decodeCard, encodeCard } from '../../shared/members/card.ts'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import { type PacketInput, sealPacketWith } from '../../shared/packet/packet.ts'
import type { TestVault } from './vault.ts'

/** A verified member with a program of her own: she can send what no honest Relais would. */
export interface Peer {
  readonly fingerprint: string
  /** A packet to the vault, of whatever is given. The same `packetId` twice is two packets under one id. */
  seal(
    content: unknown,
    change?: Partial<PacketInput> & { packetId?: string; partName?: string },
  ): Promise<Uint8Array<ArrayBuffer>>
}

export async function befriend(vault: TestVault, name = 'Collègue fictive'): Promise<Peer> {
  const sign = nacl.sign.keyPair()
  const card = encodeCard({
    name,
    organisation: 'Maison fictive',
    sector: 'community',
    signPublicKey: sign.publicKey,
    signSecretKey: sign.secretKey,
    boxPublicKey: nacl.box.keyPair().publicKey,
    validFrom: '2026-01-01',
    validUntil: '2027-01-01',
  })
  const { fingerprint } = await vault.call('members.takeCard', { bytes: card })
  await vault.call('members.verify', { fingerprint, on: '2026-03-01' })
  const mine = decodeCard((await vault.call('members.cardFile', {})).bytes, { today: '2026-03-02' })
  const recipient = {
    fingerprint: fingerprintOf(mine.signPublicKey),
    boxPublicKey: mine.boxPublicKey,
    sequence: 1,
  }
  return {
    fingerprint,
    seal: async (content, { packetId, partName, ...change } = {}) => {
      const kind = change.kind ?? 'case-share'
      const text = typeof content === 'string' ? content : JSON.stringify(content)
      const name = partName ?? (kind === 'answer' ? 'answer.json' : 'case.json')
      // The packet id is the first thing drawn.
      let first = packetId
      const random = (length: number): Uint8Array<ArrayBuffer> => {
        const drawn =
          first && length === 16
            ? new Uint8Array(Buffer.from(first, 'hex'))
            : new Uint8Array(nacl.randomBytes(length))
        first = undefined
        return drawn
      }
      const { bytes } = await sealPacketWith(random, {
        sender: { signKeys: sign },
        recipients: [recipient],
        kind,
        created: '2026-03-01',
        expires: '2026-04-01',
        directoryNumber: 0,
        parts: [{ name, bytes: new TextEncoder().encode(text) }],
        ...change,
      })
      return bytes
    },
  }
}
