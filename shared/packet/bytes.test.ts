import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase32, toBase32 } from './base32.ts'
import {
  concat,
  equalBytes,
  fromHex,
  fromUtf8,
  isAllZero,
  lessThanLittleEndian,
  toHex,
  uint64BigEndian,
  utf8,
} from './bytes.ts'
import { hmacSha512 } from './hmac.ts'
import { isPlainDate } from './plain-date.ts'

const bytes = (max = 64) => fc.uint8Array({ maxLength: max })

describe('bytes', () => {
  it('come back from hexadecimal and from base 32', () => {
    fc.assert(
      fc.property(bytes(), (value) => {
        expect(fromHex(toHex(value), value.length)).toEqual(value)
        expect(fromBase32(toBase32(value))).toEqual(value)
      }),
    )
  })

  it('follow the base 32 of RFC 4648, section 10, without its padding', () => {
    const vectors = {
      '': '',
      f: 'MY',
      fo: 'MZXQ',
      foo: 'MZXW6',
      foob: 'MZXW6YQ',
      fooba: 'MZXW6YTB',
      foobar: 'MZXW6YTBOI',
    }
    for (const [text, encoded] of Object.entries(vectors)) expect(toBase32(utf8(text))).toBe(encoded)
  })

  it.each(['MZ', 'M', 'mzxw6', 'MZXW6===', 'MZX W6', 'MZXW0', 'MZXR'])(
    'refuse the base 32 text %s',
    (text) => {
      expect(fromBase32(text)).toBeUndefined()
    },
  )

  it('refuse hexadecimal of another length or with a foreign character', () => {
    expect(fromHex('abc', 2)).toBeUndefined()
    expect(fromHex('abcd', 1)).toBeUndefined()
    expect(fromHex('zz', 1)).toBeUndefined()
    expect(fromHex('0x', 1)).toBeUndefined()
  })

  it('compare equal only when they are', () => {
    fc.assert(
      fc.property(bytes(8), bytes(8), (a, b) => {
        expect(equalBytes(a, b)).toBe(toHex(a) === toHex(b))
      }),
    )
    expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(false)
  })

  it('compare as little-endian numbers', () => {
    const number = (value: Uint8Array) => value.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
    const four = fc.uint8Array({ minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(four, four, (a, b) => {
        expect(lessThanLittleEndian(a, b)).toBe(number(a) < number(b))
      }),
    )
  })

  it('tell zero from anything else', () => {
    expect(isAllZero(new Uint8Array(9))).toBe(true)
    expect(isAllZero(Uint8Array.of(0, 0, 1))).toBe(false)
  })

  it('join, count and read as UTF-8, and refuse what is not UTF-8', () => {
    expect(concat(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3))
    expect(uint64BigEndian(2 ** 40 + 5)).toEqual(Uint8Array.of(0, 0, 1, 0, 0, 0, 0, 5))
    expect(fromUtf8(utf8('é\ufeff'))).toBe('é\ufeff')
    expect(fromUtf8(Uint8Array.of(0xc3))).toBeUndefined()
    expect(fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeUndefined()
  })
})

describe('HMAC-SHA512', () => {
  it('gives the answers of RFC 4231, test cases 1 and 2', () => {
    expect(toHex(hmacSha512(new Uint8Array(20).fill(0x0b), utf8('Hi There')))).toMatch(
      /^87aa7cdea5ef619d4ff0b4241a1d6cb0/,
    )
    expect(toHex(hmacSha512(utf8('Jefe'), utf8('what do ya want for nothing?')))).toMatch(
      /^164b7a7bfcf819e2e395fbe73b56e0a3/,
    )
  })
})

describe('a calendar day', () => {
  it.each(['2026-01-31', '2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('is %s', (day) => {
    expect(isPlainDate(day)).toBe(true)
  })
  it.each([
    '',
    '2026-1-1',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '2026-01-01T00',
    ' 2026-01-01',
    '２０２６-01-01',
  ])('is not %j', (day) => {
    expect(isPlainDate(day)).toBe(false)
  })
})
