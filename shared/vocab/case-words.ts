import { wordlist } from '@scure/bip39/wordlists/french.js'
import { excludedCaseWords } from './case-words-excluded.ts'

const DIGITS = 10_000
const standard = wordlist.map((word) => word.normalize('NFC'))
const known = new Set(standard)
const excluded = new Set(excludedCaseWords)

/** The words a code may begin with: the BIP-39 French list (2,048 words) less the excluded ones. Lower case, NFC. */
export const caseWords: readonly string[] = standard.filter((word) => !excluded.has(word))

/**
 * A case code: a word, a hyphen, four digits, as in `abeille-4821`. Lower case, so that it reads the same in a sentence,
 * a file name and a search box. Random and never counted: it says neither how many cases there are nor when this one came.
 */
export function caseCode(randomBytes: (n: number) => Uint8Array): string {
  const word = caseWords[below(caseWords.length, randomBytes)]
  const digits = String(below(DIGITS, randomBytes)).padStart(4, '0')
  return `${word}-${digits}`
}

/**
 * The word is looked up in the whole BIP-39 list, which never changes, and not in what is left today: a word excluded
 * later leaves older codes valid. A name typed in place of a word is refused.
 */
export function isCaseCode(text: string): boolean {
  const match = /^(\p{Ll}+)-\d{4}$/u.exec(text)
  return match?.[1] !== undefined && known.has(match[1])
}

/** A number from 0 to limit - 1, each as likely: values past the last whole multiple of the limit are drawn again. */
function below(limit: number, randomBytes: (n: number) => Uint8Array): number {
  const span = 0x1_0000 - (0x1_0000 % limit)
  for (;;) {
    const [high = 0, low = 0] = randomBytes(2)
    const value = high * 256 + low
    if (value < span) return value % limit
  }
}
