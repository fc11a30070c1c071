import { webcrypto } from 'node:crypto'
import { wordlist } from '@scure/bip39/wordlists/french.js'
import { describe, expect, it } from 'vitest'
import { caseCode, caseWords, isCaseCode } from './case-words.ts'
import { excludedCaseWords } from './case-words-excluded.ts'

const random = (n: number) => webcrypto.getRandomValues(new Uint8Array(n))

/** A source that gives these 16-bit values in turn. */
function scripted(...values: number[]) {
  return (n: number) => {
    const value = values.shift()
    if (value === undefined || n !== 2) throw new Error('nothing left to draw')
    return Uint8Array.of(value >> 8, value & 0xff)
  }
}

describe('the words', () => {
  it('are 1,005, each lower case, composed and different', () => {
    expect(caseWords).toHaveLength(1005)
    expect(new Set(caseWords).size).toBe(1005)
    for (const word of caseWords) expect(word).toMatch(/^\p{Ll}+$/u)
  })

  it('stay different when accents are lost on the telephone', () => {
    const bare = caseWords.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
    expect(new Set(bare).size).toBe(bare.length)
  })

  it('are excluded by a list that holds no misspelt and no repeated word', () => {
    const standard = new Set(wordlist.map((word) => word.normalize('NFC')))
    expect(excludedCaseWords.filter((word) => !standard.has(word))).toEqual([])
    expect(new Set(excludedCaseWords).size).toBe(excludedCaseWords.length)
  })

  it('never hurt: a sample of those that must stay out', () => {
    const hurtful =
      'abandon abusif asservir prison violon milieu facile coupure trafic exotique pierre olivier'
    for (const word of hurtful.split(' ')) expect(caseWords).not.toContain(word)
  })
})

describe('a new case code', () => {
  it('is a word, a hyphen and four digits', () => {
    for (let i = 0; i < 2000; i++) expect(isCaseCode(caseCode(random))).toBe(true)
  })

  it('never looks like a year', () => {
    expect(caseCode(scripted(0, 1899))).toBe('abeille-1899')
    expect(caseCode(scripted(0, 1900))).toBe('abeille-2100')
    expect(caseCode(scripted(0, 9799))).toBe('abeille-9999')
  })

  it('draws again rather than favour the first words and numbers', () => {
    const lastWord = 1005 * 65 - 1 // 65 whole rounds of the words fit in 65,536
    const lastNumber = 9800 * 6 - 1 // 6 whole rounds of the numbers do
    expect(caseCode(scripted(lastWord, lastNumber))).toBe(`${caseWords.at(-1)}-9999`)
    expect(caseCode(scripted(lastWord + 1, 0xffff, 0, lastNumber + 1, 0))).toBe('abeille-0000')
  })

  it('gives every word and every number the same share of the draws', () => {
    const words = new Map<string, number>()
    const tail = new Map<string, number>()
    for (let value = 0; value < 1005 * 65; value++) {
      const word = caseCode(scripted(value, 0)).split('-')[0] ?? ''
      words.set(word, (words.get(word) ?? 0) + 1)
    }
    for (let value = 0; value < 9800 * 6; value++) {
      const number = caseCode(scripted(0, value)).split('-')[1] ?? ''
      tail.set(number, (tail.get(number) ?? 0) + 1)
    }
    expect([words.size, ...new Set(words.values())]).toEqual([1005, 65])
    expect([tail.size, ...new Set(tail.values())]).toEqual([9800, 6])
  })

  it('refuses a source that runs short instead of guessing', () => {
    expect(() => caseCode(() => new Uint8Array(1))).toThrow(RangeError)
  })
})

describe('isCaseCode', () => {
  it('still knows a code whose word was excluded later', () => {
    expect(isCaseCode('prison-0412')).toBe(true)
  })

  it.each([
    'julie-0412',
    'érable-4821',
    'Abeille-4821',
    'abeille-482',
    'abeille-48211',
    'abeille4821',
    'abeille-4821 ',
    '',
  ])('refuses %j', (text) => {
    expect(isCaseCode(text)).toBe(false)
  })

  it('refuses a word typed with loose accents, so that a code has one spelling', () => {
    expect(isCaseCode('écureuil-0001')).toBe(true)
    expect(isCaseCode('écureuil-0001'.normalize('NFD'))).toBe(false)
  })
})
