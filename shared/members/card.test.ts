import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countNodes, type Node, pack } from '../../tests/adversary/packet-forge.ts'
import { toWire } from '../errors.ts'
import { concat, fromHex, utf8 } from '../packet/bytes.ts'
import { nacl } from '../packet/nacl.ts'
import {
  CARD_MAX_BYTES,
  type CardIdentity,
  cardFromQrText,
  cardToQrText,
  decodeCard,
  encodeCard,
} from './card.ts'

const sign = nacl.sign.keyPair()
const box = nacl.box.keyPair()
const identity: CardIdentity = {
  name: 'Noémie Tremblay-Côté',
  organisation: 'Maison d’hébergement L’Éclaircie',
  sector: 'crime_victims',
  signPublicKey: sign.publicKey,
  signSecretKey: sign.secretKey,
  boxPublicKey: box.publicKey,
  validFrom: '2026-01-01',
  validUntil: '2026-06-30',
}
const today = '2026-03-01'

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'accepted'
  } catch (error) {
    return toWire(error).code
  }
}
const outcome = (bytes: Uint8Array) => codeOf(() => decodeCard(bytes, { today }))

const FIELDS = [
  'name',
  'organisation',
  'sector',
  'signPublicKey',
  'boxPublicKey',
  'validFrom',
  'validUntil',
] as const
type Body = Partial<Record<(typeof FIELDS)[number], Node>>

interface Forgery {
  readonly body?: Body
  readonly version?: Node
  readonly inflateBody?: number
  readonly inflate?: number
  readonly context?: string
  readonly signature?: (signature: Uint8Array) => Uint8Array
}

/** A card signed by its own key, whatever it says. */
function forge({
  body = {},
  version = 1,
  inflateBody,
  inflate,
  context = 'relais card v1\0',
  signature = (s) => s,
}: Forgery) {
  const bytes = pack(
    FIELDS.map((field) => body[field] ?? identity[field]),
    inflateBody,
  )
  const signed = nacl.sign.detached(concat(utf8(context), bytes), sign.secretKey)
  return pack(['relais card', version, bytes, signature(signed)], inflate)
}

describe('a card', () => {
  it('comes back as it was written', () => {
    const { signSecretKey: _, ...fields } = identity
    expect(decodeCard(encodeCard(identity), { today })).toEqual({ version: 1, practice: false, ...fields })
    expect(Buffer.compare(encodeCard(identity), forge({}))).toBe(0)
  })

  it('comes back whatever the names, as long as they are names', () => {
    const letters = fc.constantFrom(...'abcéèêôçœÉ’-. '.split(''))
    const name = fc
      .string({ unit: letters, minLength: 1, maxLength: 80 })
      .map((text) => text.normalize('NFC').trim())
      .filter((text) => text.length > 0)
    fc.assert(
      fc.property(name, name, (who, where) => {
        const card = decodeCard(encodeCard({ ...identity, name: who, organisation: where }), { today })
        expect([card.name, card.organisation]).toEqual([who, where])
      }),
      { numRuns: 30 },
    )
  })

  it('is valid on its last day and expired on the next', () => {
    const card = encodeCard(identity)
    expect(codeOf(() => decodeCard(card, { today: '2026-06-30' }))).toBe('accepted')
    expect(codeOf(() => decodeCard(card, { today: '2026-07-01' }))).toBe('members.card_expired')
  })

  it('travels as one QR code, in the characters that a QR code stores compactly', () => {
    const text = cardToQrText(encodeCard(identity))
    expect(text).toMatch(/^RELAIS-CARD:[A-Z2-7]+$/)
    expect(text.length).toBeLessThan(600)
    expect(cardFromQrText(`  ${text}\n`)).toEqual(encodeCard(identity))
    const longest = { ...identity, name: '漢'.repeat(80), organisation: '字'.repeat(80) }
    const most = encodeCard(longest)
    expect(most.length).toBeLessThan(CARD_MAX_BYTES)
    // Version 40-L holds 4,296 alphanumeric characters (ISO/IEC 18004); half of that is still easy to scan.
    expect(cardToQrText(most).length).toBeLessThan(2000)
  })

  it.each(['', 'RELAIS-CARD:', 'relais-card:aaaa', 'OTHER:AAAA', 'RELAIS-CARD:A1', 'https://example.org'])(
    'is not read from the QR text %j',
    (text) => {
      expect(codeOf(() => decodeCard(cardFromQrText(text), { today }))).toBe('members.card_malformed')
    },
  )
})

describe('a card is refused', () => {
  it('with any one byte changed', () => {
    const card = encodeCard(identity)
    for (let at = 0; at < card.length; at++) {
      for (const mask of [1, 0x80]) {
        const copy = card.slice()
        copy[at] = (copy[at] ?? 0) ^ mask
        expect(outcome(copy), `byte ${at}`).toMatch(
          /^members\.card_(malformed|bad_signature|weak_key|newer_version)$/,
        )
      }
    }
  })

  it('cut short, continued or empty', () => {
    const card = encodeCard(identity)
    for (let length = 0; length < card.length; length++) {
      expect(outcome(card.subarray(0, length))).toBe('members.card_malformed')
    }
    expect(outcome(concat(card, Uint8Array.of(0)))).toBe('members.card_malformed')
    expect(outcome(new Uint8Array(CARD_MAX_BYTES + 1))).toBe('members.card_malformed')
  })

  it('with any of its values encoded longer than needed', () => {
    for (let inflate = 0; inflate < 5; inflate++)
      expect(outcome(forge({ inflate }))).toBe('members.card_malformed')
    const values = countNodes(FIELDS.map((field) => identity[field]))
    for (let inflateBody = 0; inflateBody < values; inflateBody++) {
      expect(outcome(forge({ inflateBody }))).toBe('members.card_malformed')
    }
  })

  it('from a later version, by name', () => {
    expect(outcome(forge({ version: 2 }))).toBe('members.card_newer_version')
    expect(outcome(pack(['relais card', 7]))).toBe('members.card_newer_version')
    expect(outcome(forge({ version: 0 }))).toBe('members.card_malformed')
  })

  it('with a signature made for something else, or by somebody else', () => {
    expect(outcome(forge({ context: 'saltpack encrypted signature\0' }))).toBe('members.card_bad_signature')
    expect(outcome(forge({ context: '' }))).toBe('members.card_bad_signature')
    expect(outcome(forge({ body: { signPublicKey: nacl.sign.keyPair().publicKey } }))).toBe(
      'members.card_bad_signature',
    )
  })

  it('with the signature S + L', () => {
    const L = 2n ** 252n + 27742317777372353535851937790883648493n
    const malleate = (signature: Uint8Array) => {
      let s = signature.subarray(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n as bigint) + L
      return signature.map((byte, i) => {
        if (i < 32) return byte
        const low = Number(s & 0xffn)
        s >>= 8n
        return low
      })
    }
    expect(outcome(forge({ signature: malleate }))).toBe('members.card_bad_signature')
  })

  it.each([
    ['signPublicKey', '0000000000000000000000000000000000000000000000000000000000000000'],
    ['signPublicKey', '0100000000000000000000000000000000000000000000000000000000000000'],
    ['signPublicKey', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85'],
    ['signPublicKey', 'efffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
    ['boxPublicKey', '0000000000000000000000000000000000000000000000000000000000000000'],
    ['boxPublicKey', 'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'],
    ['boxPublicKey', 'efffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
    ['boxPublicKey', '09000000000000000000000000000000000000000000000000000000000000f0'],
  ] as const)('with the weak %s %s, on both sides', (field, hex) => {
    const key = fromHex(hex, 32) ?? new Uint8Array()
    expect(outcome(forge({ body: { [field]: key } }))).toBe('members.card_weak_key')
    expect(codeOf(() => encodeCard({ ...identity, [field]: key }))).toBe('members.card_weak_key')
  })

  it.each([
    ['an empty name', { name: '' }],
    ['a name of 81 characters', { name: 'a'.repeat(81) }],
    ['an endless name', { name: 'a'.repeat(700) }],
    ['a name with a line break', { name: 'Ana\nBea' }],
    ['a name with a null', { name: 'Ana\0' }],
    ['a name that changes direction', { name: 'Ana\u202eeaB' }],
    ['a name that isolates direction', { name: 'Ana\u2066B' }],
    ['a name with a zero-width space', { name: 'A\u200bna' }],
    ['a name with a soft hyphen', { name: 'A\u00adna' }],
    ['a name with a line separator', { name: 'Ana\u2028B' }],
    ['a name with a terminal control (C1)', { name: 'Ana\u009b31m' }],
    ['a name of private characters', { name: '\ue000' }],
    ['a name with decomposed accents', { name: 'Noe\u0301mie' }],
    ['a name with spaces around it', { name: ' Ana' }],
    ['an organisation that is not one line', { organisation: 'A\r\nB' }],
    ['a sector that is a sentence', { sector: 'health and care' }],
    ['an empty sector', { sector: '' }],
    ['an impossible day', { validFrom: '2026-02-30' }],
    ['an end before its start', { validUntil: '2025-12-31' }],
  ] as [string, Partial<Record<'name' | 'organisation' | 'sector' | 'validFrom' | 'validUntil', string>>][])(
    'with %s, on both sides',
    (_, change) => {
      expect(outcome(forge({ body: change }))).toBe('members.card_malformed')
      expect(codeOf(() => encodeCard({ ...identity, ...change }))).toBe('members.card_malformed')
    },
  )

  it('when the secret key is not the one of the card', () => {
    const other = nacl.sign.keyPair().secretKey
    expect(codeOf(() => encodeCard({ ...identity, signSecretKey: other }))).toBe('packet.weak_key')
  })
})
