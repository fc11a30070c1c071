import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../../tests/vectors/recovery-v1.json' with { type: 'json' }
import { isRelaisError } from '../errors.ts'
import { fromHex, toHex } from '../packet/bytes.ts'
import { codeToQrText, decodeCode, encodeCode } from './code.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 })

/** The group that a refusal names. */
function groupNamed(entered: string): number | string | undefined {
  try {
    decodeCode(entered)
  } catch (error) {
    if (isRelaisError(error, 'recovery.code_malformed')) return error.params.group
    throw error
  }
  throw new Error('taken for whole')
}

describe('a recovery code', () => {
  it.each(vectors.codes)('is printed and read as published: $code', ({ secret, code, qr }) => {
    const bytes = fromHex(secret, 16) ?? new Uint8Array()
    expect(encodeCode(bytes)).toBe(code)
    expect(codeToQrText(bytes)).toBe(qr)
    expect(toHex(decodeCode(code))).toBe(secret)
    expect(toHex(decodeCode(qr))).toBe(secret)
  })

  it('gives every secret back, from paper or from its QR code', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(encodeCode(secret)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/)
        expect(decodeCode(encodeCode(secret))).toEqual(secret)
        expect(decodeCode(codeToQrText(secret))).toEqual(secret)
      }),
    )
  })

  it.each([
    'hwe3k mqkq7 j2sdj 9hq85 z861y wbsg9 864nx',
    'HWE3KMQKQ7J2SDJ9HQ85Z861YWBSG9864NX',
    '  HWE3K–MQKQ7—J2SDJ‑9HQ85\u00a0Z861Y\n\tWBSG9 - 864NX.  ',
    'hwe 3km qkq7j2 sdj9hq85z861ywbsg986 4nx',
    'HWE3K-MQKQ7-J2SDJ-9HQ85-Z86lY-WBSG9-864NX',
    'HWE3K-MQKQ7-J2SDJ-9HQ85-Z86IY-WBSG9-864NX',
    'relais-code:hwe3kmqkq7j2sdj9hq85z861ywbsg9864nx',
    'HWE３K-MQKQ7-J2SDJ-9HQ85-Z861Y-WBSG9-864NX',
  ])('is taken however it was typed: %s', (typed) => {
    expect(toHex(decodeCode(typed))).toBe('8f1c3a5e7790b2d4c6e8fa0c1e2f3041')
  })

  it('takes O for 0, and U for V', () => {
    const [zeros] = vectors.codes
    expect(decodeCode(zeros?.code.replaceAll('0', 'o') ?? '')).toEqual(new Uint8Array(16))
    const secret = Uint8Array.from({ length: 16 }, () => 0xdb)
    expect(encodeCode(secret)).toContain('V')
    expect(decodeCode(encodeCode(secret).replaceAll('V', 'u'))).toEqual(secret)
  })

  it('names the group of any wrong character, for every character at every place', () => {
    const code = 'HWE3K-MQKQ7-J2SDJ-9HQ85-Z861Y-WBSG9-864NX'
    for (const [at, printed] of [...code].entries()) {
      if (printed === '-') continue
      for (const typed of `${alphabet}?É`.replace(printed, '')) {
        const wrong = code.slice(0, at) + typed + code.slice(at + 1)
        expect(groupNamed(wrong), wrong).toBe(Math.floor(at / 6) + 1)
      }
    }
  })

  it('names the group in which two characters changed places', () => {
    fc.assert(
      fc.property(secrets, fc.nat(6), fc.nat(4), fc.nat(4), (secret, group, a, b) => {
        const groups = encodeCode(secret).split('-')
        const characters = [...(groups[group] ?? '')]
        const [first = '', second = ''] = [characters[a], characters[b]]
        fc.pre(first !== second)
        characters[a] = second
        characters[b] = first
        groups[group] = characters.join('')
        expect(groupNamed(groups.join('-'))).toBe(group + 1)
      }),
    )
  })

  it('names the first of two groups that changed places', () => {
    fc.assert(
      fc.property(secrets, fc.nat(6), fc.nat(6), (secret, a, b) => {
        fc.pre(a < b)
        const groups = encodeCode(secret).split('-')
        const [first = '', second = ''] = [groups[a], groups[b]]
        groups[a] = second
        groups[b] = first
        expect(groupNamed(groups.join('-'))).toBe(a + 1)
      }),
    )
  })

  it.each([
    ['nothing', '', 0],
    ['blanks', ' \n ', 0],
    ['the first six groups', 'HWE3K-MQKQ7-J2SDJ-9HQ85-Z861Y-WBSG9', 0],
    ['a character too many at the end', 'HWE3K-MQKQ7-J2SDJ-9HQ85-Z861Y-WBSG9-864NXX', 7],
    ['a character too few in the third group', 'HWE3K-MQKQ7-J2SJ-9HQ85-Z861Y-WBSG9-864NX', 3],
    ['the same, typed without dashes', 'HWE3KMQKQ7J2SJ9HQ85Z861YWBSG9864NX', 3],
    ['twice the same code', `${'HWE3KMQKQ7J2SDJ9HQ85Z861YWBSG9864NX'.repeat(2)}`, 0],
  ])('that is not complete is refused: %s', (_, typed, group) => {
    expect(groupNamed(typed)).toBe(group)
  })

  it('made of groups that are each as some code has them, but of no one code, is refused', () => {
    const other = encodeCode(Uint8Array.from({ length: 16 }, (_, index) => index * 3)).split('-')
    const mixed = encodeCode(new Uint8Array(16))
      .split('-')
      .with(2, other[2] ?? '')
    expect(groupNamed(mixed.join('-'))).toBe(0)
  })

  it('is never in the refusal', () => {
    const typed = 'HWE3K-MQKQ7-J2SDJ-9HQ85-Z861Y-WBSG9-864NZ'
    try {
      decodeCode(typed)
      expect.unreachable()
    } catch (error) {
      for (const group of typed.split('-')) expect(`${error}${JSON.stringify(error)}`).not.toContain(group)
    }
  })
})
