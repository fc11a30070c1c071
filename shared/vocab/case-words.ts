import { wordlist } from '@scure/bip39/wordlists/french.js'
import { excludedCaseWords } from './case-words-excluded.ts'

const standard = wordlist.map((word) => word.normalize('NFC'))
const known = new Set(standard)
const excluded = new Set(excludedCaseWords)

/** The words a code may begin with: the BIP-39 French list (2,048 words) less the excluded ones. Lower case, NFC. */
export const caseWords: readonly string[] = standard.filter((word) => !excluded.has(word))

/** 1900 to 2099 are never drawn: beside a situation they would be taken for a year, of birth or of the facts. */
const FIRST_YEAR = 1900
const YEARS = 200
const NUMBERS = 10_000 - YEARS

/**
 * A case code: a word, a hyphen, four digits, as in `abeille-4821`. Lower case, so that it is the same in a sentence, a
 * file name and a search box. Drawn and never counted: it says neither how many cases there are nor when this one came.
 * Ten million codes: among a thousand cases the chance that two are alike is near 5 %, so whoever stores a code checks
 * that it is free and draws again if not.
 * @param randomBytes a cryptographic source of exactly n bytes.
 */
export function caseCode(randomBytes: (n: number) => Uint8Array): string {
  const word = caseWords[below(caseWords.length, randomBytes)]
  const drawn = below(NUMBERS, randomBytes)
  const number = drawn < FIRST_YEAR ? drawn : drawn + YEARS
  return `${word}-${String(number).padStart(4, '0')}`
}

/**
 * Whether a text is a case code. The word is looked up in the whole BIP-39 list, which never changes, and not in what is
 * left of it today: a word excluded later leaves older codes valid. A name put in place of the word is refused.
 */
export function isCaseCode(text: string): boolean {
  const word = /^(\p{Ll}+)-\d{4}$/u.exec(text)?.[1]
  return word !== undefined && known.has(word)
}

/** A number from 0 to limit - 1, all equally likely: a draw past the last whole multiple of the limit is drawn again. */
function below(limit: number, randomBytes: (n: number) => Uint8Array): number {
  const span = 0x1_0000 - (0x1_0000 % limit)
  for (;;) {
    const bytes = randomBytes(2)
    const [high, low] = bytes
    if (bytes.length !== 2 || high === undefined || low === undefined)
      throw new RangeError('two bytes expected')
    const drawn = high * 256 + low
    if (drawn < span) return drawn % limit
  }
}
