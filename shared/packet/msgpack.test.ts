import { decode, encode } from '@msgpack/msgpack'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRelaisError } from '../errors.ts'
import { fromHex } from './bytes.ts'
import { MsgpackReader } from './msgpack-reader.ts'
import { packArray, packBin, packBool, packStr, packUint } from './msgpack-writer.ts'

const CODES = { truncated: 'packet.truncated', malformed: 'packet.malformed' } as const

const reader = (bytes: Uint8Array) => new MsgpackReader(bytes, CODES)

function hex(text: string): Uint8Array {
  return fromHex(text, text.length / 2) ?? new Uint8Array()
}

function codeOf(read: () => unknown): string {
  try {
    read()
    return 'accepted'
  } catch (error) {
    return isRelaisError(error) ? error.code : 'another error'
  }
}

const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x10000, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER]
const LENGTHS = [0, 1, 15, 16, 31, 32, 255, 256, 65_535, 65_536]

describe('the MessagePack writer', () => {
  it('writes numbers as a published encoder does, and the reader takes them back', () => {
    for (const value of EDGES) {
      expect(packUint(value)).toEqual(value < 2 ** 32 ? Uint8Array.from(encode(value)) : packUint(value))
      expect(decode(packUint(value))).toBe(value)
      expect(reader(packUint(value)).uint()).toBe(value)
    }
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(reader(packUint(value)).uint()).toBe(value)
      }),
    )
  })

  it('writes texts, bytes, arrays and flags as a published encoder does, at every change of length', () => {
    for (const length of LENGTHS) {
      const bytes = new Uint8Array(length).fill(7)
      expect(packBin(bytes)).toEqual(Uint8Array.from(encode(bytes)))
      expect(reader(packBin(bytes)).bin(length, length)).toEqual(bytes)
    }
    for (const length of LENGTHS.filter((most) => most < 65_535)) {
      const text = 'x'.repeat(length)
      expect(packStr(text)).toEqual(Uint8Array.from(encode(text)))
      expect(reader(packStr(text)).str(length)).toBe(text)
      const list = Array.from({ length }, () => 1)
      expect(packArray(...list.map(packUint))).toEqual(Uint8Array.from(encode(list)))
      expect(reader(packArray(...list.map(packUint))).arrayHead()).toBe(length)
    }
    for (const flag of [true, false]) {
      expect(packBool(flag)).toEqual(Uint8Array.from(encode(flag)))
      expect(reader(packBool(flag)).bool()).toBe(flag)
    }
  })
})

describe('the MessagePack reader', () => {
  it.each([
    ['a number in two bytes that fits one', 'cc7f'],
    ['a number in three bytes that fits two', 'cd00ff'],
    ['a number in five bytes that fits three', 'ce0000ffff'],
    ['a number in nine bytes that fits five', 'cf00000000ffffffff'],
    ['a number past 2^53', 'cf0020000000000000'],
    ['a signed number', 'd005'],
    ['a negative number', 'ff'],
    ['a floating-point number', 'cb3ff0000000000000'],
    ['nothing (nil)', 'c0'],
    ['a flag', 'c3'],
  ])('refuses %s where a number belongs', (_, bytes) => {
    expect(codeOf(() => reader(hex(bytes)).uint())).toBe('packet.malformed')
  })

  it.each([
    ['a length in two bytes that fits one', 'c5000161'],
    ['a length in four bytes that fits two', 'c60000000161'],
    ['a text', 'a161'],
    ['nothing (nil)', 'c0'],
    ['an extension', 'd40161'],
  ])('refuses %s where bytes belong', (_, bytes) => {
    expect(codeOf(() => reader(hex(bytes)).bin(0, 99))).toBe('packet.malformed')
  })

  it.each([
    ['a length in one byte that fits the tag', 'd90161'],
    ['a length in two bytes that fits one', 'da000161'],
    ['a length in four bytes', 'db0000000161'],
    ['bytes', 'c40161'],
    ['text that is not UTF-8', 'a1ff'],
  ])('refuses %s where a text belongs', (_, bytes) => {
    expect(codeOf(() => reader(hex(bytes)).str(99))).toBe('packet.malformed')
  })

  it.each([
    ['a count in two bytes that fits the tag', 'dc000101'],
    ['a count in four bytes that fits two', 'dd0000000101'],
    ['a map', '8101'],
    ['nothing (nil)', 'c0'],
  ])('refuses %s where an array belongs', (_, bytes) => {
    expect(codeOf(() => reader(hex(bytes)).arrayHead())).toBe('packet.malformed')
  })

  it.each(['00', '01', 'c0', 'a0', 'c1'])('refuses %s where a flag belongs', (bytes) => {
    expect(codeOf(() => reader(hex(bytes)).bool())).toBe('packet.malformed')
  })

  it('says truncated when a value stops early, and only then', () => {
    for (const bytes of ['', 'cc', 'cd00', 'ce000000', 'cf00000000000000']) {
      expect(codeOf(() => reader(hex(bytes)).uint())).toBe('packet.truncated')
    }
    for (const bytes of ['c4', 'c40261', 'c501', 'c6ffffff', 'c6ffffffff']) {
      expect(codeOf(() => reader(hex(bytes)).bin(0, 2 ** 32))).toBe('packet.truncated')
    }
    expect(codeOf(() => reader(hex('a261')).str(9))).toBe('packet.truncated')
    expect(codeOf(() => reader(hex('dc00')).arrayHead())).toBe('packet.truncated')
  })

  it('refuses bytes shorter or longer than the field, before looking at them', () => {
    expect(codeOf(() => reader(hex('c40161')).bin(2, 9))).toBe('packet.malformed')
    expect(codeOf(() => reader(hex('c6ffffffff')).bin(0, 9))).toBe('packet.malformed')
    expect(codeOf(() => reader(hex('a3616263')).str(2))).toBe('packet.malformed')
  })

  it('gives views on the file and never copies what a length declares', () => {
    const file = hex('c403010203')
    expect(reader(file).bin(3, 3).buffer).toBe(file.buffer)
  })

  it('refuses anything left over', () => {
    const rest = reader(hex('0102'))
    rest.uint()
    expect(codeOf(() => rest.end())).toBe('packet.malformed')
  })

  it('never fails in any other way, whatever the bytes', () => {
    const reads = ['uint', 'bool', 'arrayHead'] as const
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), fc.constantFrom(...reads), (bytes, read) => {
        expect(['accepted', 'packet.truncated', 'packet.malformed']).toContain(
          codeOf(() => reader(bytes)[read]()),
        )
        expect(['accepted', 'packet.truncated', 'packet.malformed']).toContain(
          codeOf(() => reader(bytes).str(9)),
        )
        expect(['accepted', 'packet.truncated', 'packet.malformed']).toContain(
          codeOf(() => reader(bytes).bin(0, 9)),
        )
      }),
    )
  })
})
