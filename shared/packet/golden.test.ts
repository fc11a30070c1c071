import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dissect } from '../../tests/adversary/packet-forge.ts'
import { directoryPayload } from '../directory/payload.ts'
import { answer, sharedCase } from '../exchange/payload.ts'
import { cardFromQrText, decodeCard } from '../members/card.ts'
import { fingerprintOf, fingerprintWords } from '../members/fingerprint.ts'
import { fromHex, toHex, utf8 } from './bytes.ts'
import { nacl } from './nacl.ts'
import { openPacket, sealPacketWith } from './packet.ts'

const root = new URL('../../', import.meta.url)
const hex = z.string().transform((text) => fromHex(text, text.length / 2) ?? new Uint8Array())
const golden = z
  .object({
    keys: z.object({
      senderSignSeed: hex,
      readerSignPublicKey: hex,
      readerBoxSecretKey: hex,
      readerBoxPublicKey: hex,
    }),
    senderFingerprint: z.string(),
    readerFingerprint: z.string(),
    readerWords: z.object({ fr: z.string(), en: z.string() }),
    packetId: z.string(),
    contentHash: z.string(),
    part: z.string(),
    packet: hex,
    card: hex,
    cardQrText: z.string(),
  })
  .parse(JSON.parse(readFileSync(new URL('tests/vectors/relais-v1.json', root), 'utf8')))

const withJournal = z
  .object({ journalHead: z.string(), packetId: z.string(), contentHash: z.string(), packet: hex })
  .parse(JSON.parse(readFileSync(new URL('tests/vectors/relais-v2.json', root), 'utf8')))

const kinds = z
  .object({
    packets: z.array(
      z.object({
        kind: z.enum(['case-share', 'hand-over', 'answer', 'directory']),
        practice: z.boolean(),
        partName: z.string(),
        part: z.string(),
        contentHash: z.string(),
        packet: hex,
      }),
    ),
    practiceCard: hex,
  })
  .parse(JSON.parse(readFileSync(new URL('tests/vectors/relais-kinds.json', root), 'utf8')))

const sender = nacl.sign.keyPair.fromSeed(golden.keys.senderSignSeed)
const counter = () => {
  let next = 0
  return (length: number) => Uint8Array.from({ length }, () => next++ % 256)
}
const input = {
  sender: { signKeys: sender },
  recipients: [
    {
      fingerprint: golden.readerFingerprint,
      boxPublicKey: golden.keys.readerBoxPublicKey,
      sequence: 1,
    },
  ],
  kind: 'answer',
  created: '2026-01-15',
  expires: '2026-03-15',
  directoryNumber: 7,
  parts: [{ name: 'answer.json', bytes: utf8(golden.part) }],
} as const
const box = { publicKey: golden.keys.readerBoxPublicKey, secretKey: golden.keys.readerBoxSecretKey }

describe('the packet and the card of profile 1, kept for good,', () => {
  it('still open', async () => {
    const identity = { fingerprint: golden.readerFingerprint, boxKeys: [box] }
    const packet = await openPacket(golden.packet, identity, { now: '2026-02-01' })
    expect(packet.contentHash).toBe(golden.contentHash)
    expect(packet.parts).toEqual([{ name: 'answer.json', bytes: utf8(golden.part) }])
    expect(packet.manifest).toMatchObject({
      packetId: golden.packetId,
      senderFingerprint: golden.senderFingerprint,
      recipients: [{ fingerprint: golden.readerFingerprint, sequence: 1 }],
      directoryNumber: 7,
    })
    const card = decodeCard(golden.card, { today: '2026-02-01' })
    expect(card).toMatchObject({ name: 'Noémie Côté', sector: 'community', boxPublicKey: box.publicKey })
    expect(cardFromQrText(golden.cardQrText)).toEqual(golden.card)
  })

  it('are still what the program writes', async () => {
    const sealed = await sealPacketWith(counter(), input)
    expect(toHex(sealed.bytes)).toBe(toHex(golden.packet))
    expect(fingerprintOf(golden.keys.readerSignPublicKey)).toBe(golden.readerFingerprint)
    for (const language of ['fr', 'en'] as const) {
      expect(fingerprintWords(golden.readerFingerprint, language).join(' ')).toBe(
        golden.readerWords[language],
      )
    }
  })

  it('are what the format document works through, value by value', () => {
    const text = readFileSync(new URL('docs/packet-format.md', root), 'utf8')
    const digits = text.replace(/[^0-9a-f]/g, '')
    const seen = dissect(golden.packet, box.secretKey)
    const [, , , ephemeral, , entries] = seen.fields as [
      string,
      number[],
      number,
      Uint8Array,
      Uint8Array,
      Uint8Array[][],
    ]
    const values = {
      file: golden.packet,
      card: golden.card,
      ephemeral,
      identifier: entries[3]?.[0],
      headerHash: createHash('sha512').update(seen.header).digest(),
      payloadKey: seen.payloadKey,
      signature: seen.chunks[0]?.signature,
      container: seen.chunks[0]?.plaintext,
    }
    for (const [name, value] of Object.entries(values)) {
      expect(digits.includes(toHex(value ?? new Uint8Array())), name).toBe(true)
    }
    for (const shown of [golden.contentHash, golden.senderFingerprint, golden.readerWords.fr])
      expect(text).toContain(shown)
  })
})

describe('the packet of profile 2, kept for good,', () => {
  it('still opens, with the head of its sender’s journal, and is still what the program writes', async () => {
    const identity = { fingerprint: golden.readerFingerprint, boxKeys: [box] }
    const packet = await openPacket(withJournal.packet, identity, { now: '2026-02-01' })
    const { journalHead, packetId, contentHash } = withJournal
    expect(packet.contentHash).toBe(contentHash)
    expect(packet.manifest).toMatchObject({ profile: 2, packetId, journalHead })
    const sealed = await sealPacketWith(counter(), { ...input, journalHead })
    expect(toHex(sealed.bytes)).toBe(toHex(withJournal.packet))
  })
})

describe('the packets of each kind, kept for good,', () => {
  const payloads = {
    'case-share': sharedCase,
    'hand-over': sharedCase,
    answer,
    directory: directoryPayload,
  } as const

  it.each(kinds.packets)(
    'still open and are still what the program writes: $kind, practice: $practice',
    async (one) => {
      const { kind, practice, partName, part, contentHash } = one
      const identity = { fingerprint: golden.readerFingerprint, boxKeys: [box], practice }
      const packet = await openPacket(one.packet, identity, { now: '2026-02-01' })
      expect(packet.manifest).toMatchObject({ profile: 2, kind, practice })
      expect(packet.contentHash).toBe(contentHash)
      expect(packet.parts).toEqual([{ name: partName, bytes: utf8(part) }])
      expect(payloads[kind].safeParse(JSON.parse(part)).error).toBeUndefined()
      const { journalHead } = withJournal
      const parts = [{ name: partName, bytes: utf8(part) }]
      const sealed = await sealPacketWith(counter(), { ...input, kind, practice, parts, journalHead })
      expect(toHex(sealed.bytes)).toBe(toHex(one.packet))
    },
  )

  it('and the practice card still reads, marked as one', () => {
    const real = decodeCard(golden.card, { today: '2026-02-01' })
    expect(decodeCard(kinds.practiceCard, { today: '2026-02-01' })).toEqual({ ...real, practice: true })
  })
})
