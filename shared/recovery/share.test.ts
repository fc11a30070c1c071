import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../../tests/vectors/recovery-v1.json' with { type: 'json' }
import { type ErrorParams, isRelaisError } from '../errors.ts'
import { fromHex, toHex } from '../packet/bytes.ts'
import { parseShare, type Share, shareToQrText, shareToWords } from './share.ts'
import { joinSecret, splitSecret } from './split-secret.ts'
import { wordsOf } from './words.ts'

const { kitId, secret, shares } = vectors.kit
const shareOf = ({ index, share }: (typeof shares)[number]): Share => ({
  kitId,
  index,
  bytes: fromHex(share, 17) ?? new Uint8Array(),
})
const [one, two] = shares as [(typeof shares)[number], (typeof shares)[number]]

const anyShare = fc.record({
  kitId: fc.uint8Array({ minLength: 4, maxLength: 4 }).map(toHex),
  index: fc.integer({ min: 1, max: 3 }),
  bytes: fc.uint8Array({ minLength: 17, maxLength: 17 }),
})
const language = fc.constantFrom('fr' as const, 'en' as const)

function refusalOf(entered: string): ErrorParams {
  try {
    parseShare(entered)
  } catch (error) {
    if (isRelaisError(error, 'recovery.share_malformed')) return error.params
    throw error
  }
  throw new Error('taken for whole')
}

describe('a share', () => {
  it.each(shares)('is printed and read as published: $index', (printed) => {
    const share = shareOf(printed)
    expect(shareToWords(share, 'fr').join(' ')).toBe(printed.fr)
    expect(shareToWords(share, 'en').join(' ')).toBe(printed.en)
    expect(shareToQrText(share)).toBe(printed.qr)
    for (const text of [printed.fr, printed.en, printed.qr]) expect(parseShare(text)).toEqual(share)
  })

  it('comes back from its words in either language and from its QR code', () => {
    fc.assert(
      fc.property(anyShare, language, (share, locale) => {
        const words = shareToWords(share, locale)
        expect(words).toHaveLength(18)
        expect(words.join(' ').normalize('NFC')).toBe(words.join(' '))
        expect(parseShare(words.join(' '))).toEqual(share)
        expect(parseShare(shareToQrText(share))).toEqual(share)
      }),
    )
  })

  it('is taken by the first four letters of its words, without accents, in capitals, numbered or decomposed', () => {
    fc.assert(
      fc.property(anyShare, language, (share, locale) => {
        const words = shareToWords(share, locale)
        const bare = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
        for (const typed of [
          bare.map((word) => word.slice(0, 4)).join(' '),
          bare.join(', ').toUpperCase(),
          words.map((word, index) => `${index + 1}. ${word.normalize('NFD')}`).join('\n'),
        ]) {
          expect(parseShare(typed)).toEqual(share)
        }
        expect(parseShare(`  ${shareToQrText(share).toLowerCase()}\n`)).toEqual(share)
      }),
    )
  })

  it('flipped into another word of the list is refused, and the word is named: every word, and a sample of every other', () => {
    const words = one.fr.split(' ')
    for (const at of words.keys()) {
      for (let number = at; number < 2048; number += 31) {
        const [other = ''] = wordsOf([number], 'fr')
        if (other === words[at]) continue
        expect(refusalOf(words.with(at, other).join(' '))).toEqual({ word: at + 1 })
      }
    }
  })

  it('with a word that is in no list is refused, and the word is named', () => {
    const words = one.fr.split(' ')
    for (const at of words.keys()) {
      expect(refusalOf(words.with(at, 'zzyzx').join(' '))).toEqual({ word: at + 1 })
    }
  })

  it('with any two words wrong, or two that changed places, is never taken for whole', () => {
    fc.assert(
      fc.property(anyShare, fc.nat(17), fc.nat(17), fc.nat(2047), fc.nat(2047), (share, a, b, x, y) => {
        const words = shareToWords(share, 'fr')
        const [first = '', second = ''] = wordsOf([x, y], 'fr')
        fc.pre(a !== b && words[a] !== words[b] && words[a] !== first)
        expect(() => parseShare(words.with(a, first).with(b, second).join(' '))).toThrow('share_malformed')
        const exchanged = words.with(a, words[b] ?? '').with(b, words[a] ?? '')
        expect(refusalOf(exchanged.join(' '))).toEqual({ word: 0 })
      }),
    )
  })

  it.each([
    ['nothing', ''],
    ['no word', '12 34 – 56'],
    ['17 of its words', one.en.split(' ').slice(0, 17).join(' ')],
    ['19 words', `${one.en} abandon`],
    ['half a QR code', one.qr.slice(0, 30)],
    ['a QR code with a character changed', `${one.qr.slice(0, -3)}A${one.qr.slice(-2)}`],
    ['a QR code with something behind it', `${one.qr}AA`],
    ['the QR code of a card', 'RELAIS-CARD:AAAA'],
  ])('that is not complete is refused: %s', (_, typed) => {
    expect(() => parseShare(typed)).toThrow('recovery.share_malformed')
  })

  it('of a version, a threshold or an index that there is none of is refused', () => {
    const share = shareOf(one)
    // The index shares its byte with the version and the threshold.
    for (const index of [0, 4, 8, 12, 16]) {
      expect(() => parseShare(shareToQrText({ ...share, index }))).toThrow('recovery.share_malformed')
    }
  })

  it('is never in the refusal', () => {
    const typed = two.en.split(' ').with(4, 'zzyzx').join(' ')
    try {
      parseShare(typed)
      expect.unreachable()
    } catch (error) {
      for (const word of typed.split(' ')) expect(`${error}${JSON.stringify(error)}`).not.toContain(word)
    }
  })
})

describe('a secret in three shares', () => {
  it('comes back from any two of them and from all three', async () => {
    const bytes = shares.map((printed) => shareOf(printed).bytes)
    const [a, b, c] = bytes as [Uint8Array, Uint8Array, Uint8Array]
    for (const some of [
      [a, b],
      [b, a],
      [a, c],
      [b, c],
      [a, b, c],
    ]) {
      expect(toHex(await joinSecret(some))).toBe(secret)
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 16 }), async (fresh) => {
        const [x, y, z] = (await splitSecret(fresh)) as [Uint8Array, Uint8Array, Uint8Array]
        for (const some of [
          [x, y],
          [y, z],
          [z, x],
          [x, y, z],
        ])
          expect(await joinSecret(some)).toEqual(fresh)
      }),
    )
  })

  it('says nothing of itself in one of them: every first byte is met for one and the same secret', async () => {
    const seen = new Set<number>()
    for (let round = 0; round < 4000 && seen.size < 256; round += 1) {
      const [share] = await splitSecret(new Uint8Array(16))
      seen.add(share?.[0] ?? 0)
    }
    expect(seen.size).toBe(256)
  })
})
