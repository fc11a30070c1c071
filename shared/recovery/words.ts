import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'
import type { WordLanguage } from '../members/fingerprint.ts'

/** 366 French words are stored decomposed (e + combining accent); one form on screen and on paper. */
const lists: Readonly<Record<WordLanguage, readonly string[]>> = {
  fr: french.map((word) => word.normalize('NFC')),
  en: english,
}

/** Both lists are made so that no two of their words begin with the same four letters, accents aside. */
const tellingLetters = 4

const bare = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const numbersByStart: Readonly<Record<WordLanguage, ReadonlyMap<string, number>>> = {
  fr: startsOf(lists.fr),
  en: startsOf(lists.en),
}

function startsOf(list: readonly string[]): ReadonlyMap<string, number> {
  return new Map(list.map((word, number) => [bare(word).slice(0, tellingLetters), number]))
}

/** Numbers of eleven bits as words of a BIP-39 list. */
export const wordsOf = (numbers: readonly number[], language: WordLanguage): string[] =>
  numbers.map((number) => lists[language][number] ?? '')

/** The words in a text, whatever stands between them: blanks, commas, the numbers of a list. */
export const wordsIn = (text: string): string[] => bare(text).match(/\p{L}+/gu) ?? []

/** Their numbers by their first four letters; -1 for a word that is not in the list. */
export const numbersOf = (words: readonly string[], language: WordLanguage): number[] =>
  words.map((word) => numbersByStart[language].get(word.slice(0, tellingLetters)) ?? -1)
