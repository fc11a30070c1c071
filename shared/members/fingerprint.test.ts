import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nacl } from '../packet/nacl.ts'
import { fingerprintOf, fingerprintWords } from './fingerprint.ts'

const key = Uint8Array.from({ length: 32 }, (_, i) => i)
const print = fc.stringMatching(/^[0-9a-f]{64}$/)

describe('a fingerprint', () => {
  it('is 64 digits, the same each time, and another for another key', () => {
    expect(fingerprintOf(key)).toMatch(/^[0-9a-f]{64}$/)
    expect(fingerprintOf(key)).toBe(fingerprintOf(key.slice()))
    expect(fingerprintOf(nacl.randomBytes(32))).not.toBe(fingerprintOf(key))
  })

  it('does not drift: members have it on paper', () => {
    expect(fingerprintOf(key)).toMatchInlineSnapshot(
      `"46dd2bc7599891292ae378b3ac226d2c7289b23109240cba3b43881022211ccc"`,
    )
    expect(fingerprintWords(key, 'fr').join(' ')).toMatchInlineSnapshot(
      `"diminuer tenaille turbine parsemer justice malaxer ombrage gagner passion exprimer miauler équerre"`,
    )
    expect(fingerprintWords(key, 'en').join(' ')).toMatchInlineSnapshot(
      `"egg true vault rebel math nest process humor recipe genre opera flight"`,
    )
  })

  it('is not the bare hash of the key, so that a hash made for another purpose is never one', () => {
    expect(Buffer.from(nacl.hash(key)).toString('hex')).not.toContain(fingerprintOf(key))
  })
})

describe('the twelve words', () => {
  it('hold the first 132 bits, in either language', () => {
    const lists = { fr: french.map((word) => word.normalize('NFC')), en: english }
    fc.assert(
      fc.property(print, fc.constantFrom('fr' as const, 'en' as const), (fingerprint, language) => {
        const words = fingerprintWords(fingerprint, language)
        expect(words).toHaveLength(12)
        const bits = words.map((word) => lists[language].indexOf(word).toString(2).padStart(11, '0')).join('')
        expect(BigInt(`0b${bits}`)).toBe(BigInt(`0x${fingerprint}`) >> 124n)
      }),
    )
  })

  it('are the same from the key and from its fingerprint', () => {
    expect(fingerprintWords(key, 'fr')).toEqual(fingerprintWords(fingerprintOf(key), 'fr'))
  })

  it('are composed letters in French, 2,048 of them and all different', () => {
    const all = new Set(french.map((word) => word.normalize('NFC')))
    expect(all.size).toBe(2048)
    fc.assert(
      fc.property(print, (fingerprint) => {
        for (const word of fingerprintWords(fingerprint, 'fr')) expect(word).toBe(word.normalize('NFC'))
      }),
    )
  })

  it.each(['', 'abc', 'g'.repeat(64), '0'.repeat(63)])(
    'are refused for %j, which is no fingerprint',
    (text) => {
      expect(() => fingerprintWords(text, 'fr')).toThrow('app.bad_request')
    },
  )
})
