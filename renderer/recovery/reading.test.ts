import { describe, expect, it } from 'vitest'
import { RelaisError } from '../../shared/errors.ts'
import { codeToQrText, encodeCode } from '../../shared/recovery/code.ts'
import { shareToQrText, shareToWords } from '../../shared/recovery/share.ts'
import {
  codeGroups,
  grouped,
  printedWords,
  readCode,
  readShare,
  shareWords,
  wordsBeginning,
} from './reading.ts'

const secret = Uint8Array.from({ length: 16 }, (_, index) => 11 * index + 3)
const code = encodeCode(secret)
const share = { kitId: '0badc0de', index: 2, bytes: Uint8Array.from({ length: 17 }, (_, index) => 7 * index) }

/** The same with another character at that place. */
const altered = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === '7' ? '8' : '7') + text.slice(at + 1)

describe('a code read from paper', () => {
  it('is followed group by group, and nothing is called wrong before it is', () => {
    expect(code.split('-')).toHaveLength(codeGroups)
    expect(readCode('')).toEqual({ groups: 0, whole: false, wrong: null })
    expect(readCode(code.slice(0, 3))).toEqual({ groups: 0, whole: false, wrong: null })
    expect(readCode(code.slice(0, 14))).toEqual({ groups: 2, whole: false, wrong: null })
    expect(readCode(code)).toEqual({ groups: codeGroups, whole: true, wrong: null })
  })

  it('names the group as soon as it is not as printed', () => {
    expect(readCode(altered(code.slice(0, 11), 8))).toMatchObject({ whole: false, wrong: 2 })
    expect(readCode(altered(code, code.length - 1))).toMatchObject({ whole: false, wrong: codeGroups })
  })

  it('is taken from a QR code in one go', () => {
    expect(readCode(codeToQrText(secret))).toMatchObject({ whole: true, groups: codeGroups })
    expect(grouped(codeToQrText(secret))).toBe(codeToQrText(secret))
  })

  it('gets its dashes while it is typed', () => {
    expect(grouped('abcde')).toBe('ABCDE')
    expect(grouped('abcdef')).toBe('ABCDE-F')
    expect(grouped(code.replaceAll('-', ' ').toLowerCase())).toBe(code)
  })
})

describe('a share read from paper', () => {
  it('is taken as words of either language, and from a QR code', () => {
    for (const language of ['fr', 'en'] as const) {
      const words = shareToWords(share, language)
      expect(words).toHaveLength(shareWords)
      expect(readShare(words.join(' '))).toMatchObject({ index: 2, kitId: share.kitId })
    }
    expect(readShare(shareToQrText(share))).toMatchObject({ index: 2 })
  })

  it('says which word is not as printed', () => {
    const words = shareToWords(share, 'fr')
    const refusal = readShare(words.with(4, words[4] === 'abaisser' ? 'abandon' : 'abaisser').join(' '))
    expect(refusal).toBeInstanceOf(RelaisError)
    expect((refusal as RelaisError).params).toEqual({ word: 5 })
  })

  it('needs four letters of each word, and shows the word that they mean', () => {
    const words = shareToWords(share, 'fr')
    const starts = words.map((word) => word.slice(0, 4))
    expect(printedWords(starts, 'fr').map(({ word }) => word)).toEqual(words)
    expect(printedWords(['zzzz'], 'fr')).toEqual([{ word: 'zzzz', known: false }])
  })

  it('of an English kit is shown in English in a French window', () => {
    const words = shareToWords(share, 'en')
    expect(printedWords(words, 'fr').map(({ word }) => word)).toEqual(words)
    expect(wordsBeginning('aban', words, 'fr')).toEqual(['abandon'])
  })

  it('completes a word from its first letters, with or without accents', () => {
    expect(wordsBeginning('econ', [], 'fr')).toEqual(['économie'])
    expect(wordsBeginning('écon', [], 'fr')).toEqual(['économie'])
    expect(wordsBeginning('', [], 'fr')).toEqual([])
  })
})
