import type { Locale } from '../../shared/app/app.contract.ts'
import { isRelaisError, type RelaisError } from '../../shared/errors.ts'
import type { WordLanguage } from '../../shared/members/fingerprint.ts'
import { decodeCode } from '../../shared/recovery/code.ts'
import { parseShare, type Share } from '../../shared/recovery/share.ts'
import { numbersOf, wordsIn, wordsOf } from '../../shared/recovery/words.ts'

/** Seven groups of five, as `shared/recovery/code.ts` prints them. */
export const codeGroups = 7
const groupLength = 5
/** Sixteen words and two check words, as `shared/recovery/share.ts` prints them. */
export const shareWords = 18

export interface CodeReading {
  /** Whole groups so far. */
  readonly groups: number
  readonly whole: boolean
  /** The group (from 1) that is not as printed; 0 when each is but the whole does not agree; null while all is well. */
  readonly wrong: number | null
}

/** How far a code is, and which group can't be what is printed. Said while it is typed, group by group. */
export function readCode(entered: string): CodeReading {
  const typed = entered.replace(/^\s*relais-code:/i, '').replace(/[\s\p{Pd}._]/gu, '')
  const groups = Math.min(codeGroups, Math.floor(typed.length / groupLength))
  try {
    decodeCode(entered).fill(0)
    return { groups, whole: true, wrong: null }
  } catch (error) {
    const group = isRelaisError(error) ? Number(error.params.group ?? 0) : 0
    const complete = typed.length >= codeGroups * groupLength
    return { groups, whole: false, wrong: group > 0 || complete ? group : null }
  }
}

/** The code with its dashes while it is typed at its end; a pasted QR text stays as it is. */
export function grouped(entered: string): string {
  if (entered.includes(':')) return entered
  const characters = entered.toUpperCase().replace(/[\s\p{Pd}._]/gu, '')
  return (characters.match(/.{1,5}/g) ?? []).join('-')
}

/** A share, or why it is none. */
export function readShare(entered: string): Share | RelaisError {
  try {
    return parseShare(entered)
  } catch (error) {
    if (isRelaisError(error)) return error
    throw error
  }
}

/** Words as they are printed, by what was typed of them; what is in no list stays as typed, and says so. */
export function printedWords(
  typed: readonly string[],
  locale: Locale,
): readonly { readonly word: string; readonly known: boolean }[] {
  const language = languageOf(typed, locale)
  const printed = numbersOf(bare(typed), language).map((number) => wordsOf([number], language)[0] ?? '')
  return typed.map((word, index) => ({ word: printed[index] || word, known: printed[index] !== '' }))
}

/** Words that begin so, in the language of the words before them. */
export function wordsBeginning(start: string, before: readonly string[], locale: Locale): readonly string[] {
  const [letters] = wordsIn(start)
  if (letters === undefined) return []
  return listOf(languageOf(before, locale)).filter((word) =>
    wordsIn(word)[0]?.startsWith(letters.slice(0, 4)),
  )
}

/** Without accents and capitals, as the lists are searched. */
const bare = (typed: readonly string[]): string[] => typed.map((word) => wordsIn(word)[0] ?? word)

/** The list that knows most of them: one may hold an English kit in a French window. */
function languageOf(typed: readonly string[], locale: Locale): WordLanguage {
  const known = (language: WordLanguage) =>
    numbersOf(bare(typed), language).filter((number) => number >= 0).length
  const other = locale === 'fr' ? 'en' : 'fr'
  return known(other) > known(locale) ? other : locale
}

const lists: Partial<Record<WordLanguage, readonly string[]>> = {}
const listOf = (language: WordLanguage): readonly string[] => {
  lists[language] ??= wordsOf(
    Array.from({ length: 2048 }, (_, number) => number),
    language,
  )
  return lists[language]
}
