import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printable } from './printable.ts'

describe('a text on paper', () => {
  it.each([
    ['NUL', 'a\0b', 'ab'],
    ['a bell', 'a\u0007b', 'ab'],
    ['an override that would turn letters around', 'a\u202Efdp.exe\u202C', 'afdp.exe'],
    ['an isolate', 'a\u2066b\u2069', 'ab'],
    ['half a character', 'a\uD83D', 'a\uFFFD'],
    ['a byte order mark', '\uFEFFa', 'a'],
  ])('loses %s', (_, given, shown) => {
    expect(printable(given)).toBe(shown)
  })

  it.each([
    ['lines and tabs', 'a\n\tb', 'a\n\tb'],
    ['lines of other systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['Arabic and Hebrew, with their marks of direction', 'مرحبا\u200F שלום\u200E', 'مرحبا\u200F שלום\u200E'],
    ['joined emoji', '👩‍👧', '👩‍👧'],
  ])('keeps %s', (_, given, shown) => {
    expect(printable(given)).toBe(shown)
  })

  it('is the same when it has been through twice, and is well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = printable(text)
        expect(printable(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
      }),
    )
  })
})
