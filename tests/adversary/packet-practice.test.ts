import { join as joinPath } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toWire } from '../../shared/errors.ts'
import { decodeCard, encodeCard } from '../../shared/members/card.ts'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import { nacl } from '../../shared/packet/nacl.ts'
import { openPacket, type PacketInput, readPacket, sealPacket } from '../../shared/packet/packet.ts'
import { agreed, consentTo } from '../support/consent.ts'
import { stranger } from '../support/stranger.ts'
import { acquaint, openVaultSide, type TestVault, temporaryFolder } from '../support/vault.ts'
import { dissect, forgeChunk, join, pack } from './packet-forge.ts'

const day = '2026-03-02'
const newId = (): string => crypto.randomUUID()

async function openPractice(): Promise<TestVault> {
  const vault = await openVaultSide('Personne réelle fictive')
  await vault.call('practice.open', { folder: joinPath(temporaryFolder(), 'practice'), locale: 'fr' })
  return vault
}

const cardOf = async (vault: TestVault) => (await vault.call('members.cardFile', {})).bytes

describe('a practice vault and a real one', () => {
  it('take no card of each other, and say why', async () => {
    const [real, practice] = [await openVaultSide('Anne Fictive'), await openPractice()]
    for (const [from, to, refusal] of [
      [practice, real, 'members.card_of_practice'],
      [real, practice, 'members.card_not_of_practice'],
    ] as const) {
      const bytes = await cardOf(from)
      await expect(to.call('members.readCard', { bytes })).rejects.toThrow(refusal)
      await expect(to.call('members.takeCard', { bytes })).rejects.toThrow(refusal)
    }
  })

  it('open no packet of each other, even one sealed to their keys by somebody they verified', async () => {
    for (const [vault, practice, refusal] of [
      [await openVaultSide('Anne Fictive'), true, 'packet.of_practice'],
      [await openPractice(), false, 'packet.not_of_practice'],
    ] as const) {
      const peer = stranger('Collègue fictive', 'Maison fictive', day)
      const known = await vault.call('members.takeCard', { bytes: peer.card({ practice: !practice }) })
      await vault.call('members.verify', { fingerprint: known.fingerprint, on: day })
      const cases = (await vault.call('cases.list', {})).all
      for (const kind of ['case-share', 'hand-over', 'answer', 'directory'] as const) {
        const bytes = await peer.share(vault, 'à personne', { practice, kind })
        await expect(vault.call('exchange.open', { bytes, jobId: newId() })).rejects.toThrow(refusal)
      }
      expect((await vault.call('cases.list', {})).all).toBe(cases)
    }
  })
})

describe('two practice vaults', () => {
  it('exchange like real ones', async () => {
    const [a, b] = [await openPractice(), await openPractice()]
    const { b: toB } = await acquaint(a, b)
    const caseId = newId()
    await a.call('cases.saveSection', {
      id: caseId,
      section: { name: 'wishes', body: { wishes: 'pour de faux' } },
      seen: [],
    })
    await consentTo(a, caseId, [agreed()])
    const { packetId } = await a.call('exchange.seal', {
      caseId,
      sections: ['wishes'],
      stepIds: [],
      recipients: [toB],
      purpose: 'committee_review',
      expiresOn: '2026-04-01',
      jobId: newId(),
    })
    const { bytes } = await a.call('exchange.file', { packetId })
    expect(await b.call('exchange.open', { bytes, jobId: newId() })).toMatchObject({ effect: 'new' })
  })
})

const person = () => {
  const sign = nacl.sign.keyPair()
  return { sign, box: nacl.box.keyPair(), fingerprint: fingerprintOf(sign.publicKey) }
}
const [ana, bea] = [person(), person()]
const identity = { fingerprint: bea.fingerprint, boxKeys: [bea.box] }

const input = (practice: boolean): PacketInput => ({
  sender: { signKeys: ana.sign },
  recipients: [{ fingerprint: bea.fingerprint, boxPublicKey: bea.box.publicKey, sequence: 1 }],
  kind: 'answer',
  created: day,
  expires: '2026-04-01',
  directoryNumber: 0,
  parts: [{ name: 'answer.json', bytes: Uint8Array.from(Buffer.from('"text"')) }],
  practice,
})

describe('the word that marks a practice packet', () => {
  it('is refused by name on either side, and shown by a tool that only reads', async () => {
    const { bytes } = await sealPacket(input(true))
    const { bytes: real } = await sealPacket(input(false))
    const open = (file: Uint8Array, practice: boolean) =>
      openPacket(file, { ...identity, practice }, { now: day }).then(
        () => 'opened',
        (error: unknown) => toWire(error).code,
      )
    expect(await open(bytes, true)).toBe('opened')
    expect(await open(bytes, false)).toBe('packet.of_practice')
    expect(await open(real, true)).toBe('packet.not_of_practice')
    expect((await readPacket(bytes, identity)).manifest.practice).toBe(true)
  })

  it('can’t be taken off by a recipient: under her signature or the sender’s the packet is altered', async () => {
    const practice = dissect((await sealPacket(input(true))).bytes, bea.box.secretKey)
    const real = dissect((await sealPacket(input(false))).bytes, bea.box.secretKey)
    const [[signed], [relabelled]] = [practice.chunks, real.chunks]
    if (!signed || !relabelled) throw new Error('no chunk')
    for (const signature of [signed.signature, undefined]) {
      const chunk = forgeChunk(practice.header, practice.payloadKey, bea.sign.secretKey, {
        plaintext: relabelled.plaintext,
        final: true,
        ...(signature && { signature }),
      })
      const file = join(pack(practice.header), chunk)
      await expect(openPacket(file, identity, { now: day })).rejects.toThrow('packet.altered')
    }
  })
})

describe('the word that marks a practice card', () => {
  const card = (practice: boolean) =>
    encodeCard({
      name: 'Personne fictive',
      organisation: 'Organisme fictif',
      sector: 'community',
      signPublicKey: ana.sign.publicKey,
      signSecretKey: ana.sign.secretKey,
      boxPublicKey: ana.box.publicKey,
      validFrom: day,
      validUntil: '2026-12-31',
      practice,
    })

  it('is read back, and can’t be changed: the signature is for the other kind', () => {
    const bodyOf = (file: Uint8Array, word: string) => file.subarray(2 + word.length)
    const [real, practice] = ['relais card', 'relais practice card']
    expect(decodeCard(card(true), { today: day }).practice).toBe(true)
    expect(decodeCard(card(false), { today: day }).practice).toBe(false)
    for (const [file, from, to] of [
      [card(true), practice, real],
      [card(false), real, practice],
    ] as const) {
      const relabelled = join(Uint8Array.of(0x94), pack(to), bodyOf(file, from))
      expect(() => decodeCard(relabelled, { today: day })).toThrow('members.card_bad_signature')
    }
    const third = join(Uint8Array.of(0x94), pack('relais other card'), bodyOf(card(true), practice))
    expect(() => decodeCard(third, { today: day })).toThrow('members.card_malformed')
  })
})
