import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from './clean-text.ts'

describe('a text that was typed or pasted', () => {
  it('loses NUL and the other control characters, and nothing that can be read', () => {
    expect(cleanText('a\u0000b\u001Bc\u007Fd\u0090e')).toBe('abcde')
    expect(cleanText('tab\tet\nligne')).toBe('tab\tet\nligne')
    expect(cleanText('سارة 👩🏽‍⚕️ é — « oui »')).toBe('سارة 👩🏽‍⚕️ é — « oui »')
  })

  it('has one kind of line break, wherever it was copied from', () => {
    expect(cleanText('a\r\nb\rc\u0085d')).toBe('a\nb\nc\nd')
    expect(cleanLine('a\r\nb')).toBe('a b')
  })

  it('changes no more once it is clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
      }),
    )
  })
})
