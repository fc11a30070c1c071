import { RelaisError } from '../errors.ts'
import type { WordLanguage } from '../members/fingerprint.ts'
import { fromBase32, toBase32 } from '../packet/base32.ts'
import { concat, fromHex, toHex } from '../packet/bytes.ts'
import { fromNumbers, toNumbers } from './bits.ts'
import { checkWords, findWrongWord } from './check-words.ts'
import { numbersOf, wordsIn, wordsOf } from './words.ts'

/**
 * One share as it is printed: 22 bytes in 16 words of a BIP-39 list, and two check words.
 *
 * | bits | what |
 * |---|---|
 * | 4 | version, 1 |
 * | 2 | how many shares open, 2 |
 * | 2 | index, 1 to 3 |
 * | 32 | id of the kit |
 * | 136 | the share itself: 16 values and where on the curve they were taken |
 */
export interface Share {
  /** Eight hexadecimal digits: tells the shares of one kit from those of another. */
  readonly kitId: string
  /** 1, 2 or 3. */
  readonly index: number
  /** 17 bytes, as `splitSecret` makes them. */
  readonly bytes: Uint8Array
}

export const threshold = 2
const version = 1
const bodyBytes = 22
const words = 18
const qrPrefix = 'RELAIS-SHARE:'

export const shareToWords = (share: Share, language: WordLanguage): string[] =>
  wordsOf(checkWords(toNumbers(bodyOf(share), 11)), language)

/** The same for a QR code in its compact alphanumeric mode. */
export const shareToQrText = (share: Share): string =>
  qrPrefix + toBase32(concat(bodyOf(share), checkBytes(bodyOf(share))))

/**
 * A share as a person types, pastes or scans it: French or English, the first four letters of each word at least.
 * @throws recovery.share_malformed with the `word` (1 to 18) that is not as printed; 0 when words are missing, or when more
 *   than one is wrong and nobody can tell which
 */
export function parseShare(entered: string): Share {
  const typed = entered.trim()
  if (typed.toUpperCase().startsWith(qrPrefix)) return fromQr(typed.toUpperCase().slice(qrPrefix.length))
  const given = wordsIn(typed)
  const readings = (['fr', 'en'] as const).map((language) => numbersOf(given, language))
  // The two lists share words: the language is the one that knows them all, or else the one that knows more of them.
  const [likely = []] = readings.sort((a, b) => faults(a) - faults(b))
  const foreign = likely.indexOf(-1)
  if (foreign >= 0) throw malformed(foreign + 1)
  if (likely.length !== words) throw malformed(0)
  const wrong = findWrongWord(likely)
  if (wrong !== null) throw malformed(wrong)
  return shareIn(fromNumbers(likely, 11).slice(0, bodyBytes))
}

/** Foreign words first; among readings that know every word, the one whose check words fit. */
function faults(numbers: readonly number[]): number {
  const foreign = numbers.filter((number) => number < 0).length
  return foreign === 0 && numbers.length === words && findWrongWord(numbers) !== null ? 0.5 : foreign
}

function fromQr(text: string): Share {
  const bytes = fromBase32(text)
  const body = bytes?.slice(0, bodyBytes)
  if (
    !bytes ||
    !body ||
    body.length < bodyBytes ||
    toHex(bytes.slice(bodyBytes)) !== toHex(checkBytes(body))
  ) {
    throw malformed(0)
  }
  return shareIn(body)
}

/** The two check words as three bytes, the last two bits of which are 0. */
function checkBytes(body: Uint8Array): Uint8Array {
  const [first = 0, second = 0] = checkWords(toNumbers(body, 11)).slice(-2)
  const bits = (first * 2048 + second) * 4
  return Uint8Array.of(bits >> 16, (bits >> 8) & 0xff, bits & 0xff)
}

function bodyOf({ kitId, index, bytes }: Share): Uint8Array {
  const id = fromHex(kitId, 4)
  if (!id || bytes.length !== 17) throw new RelaisError('app.unexpected')
  return concat(Uint8Array.of((version << 4) | (threshold << 2) | index), id, bytes)
}

function shareIn(body: Uint8Array): Share {
  const head = body[0] ?? 0
  const index = head & 0b11
  if (head >> 2 !== ((version << 2) | threshold) || index === 0) throw malformed(1)
  return { kitId: toHex(body.slice(1, 5)), index, bytes: body.slice(5) }
}

const malformed = (word: number): RelaisError => new RelaisError('recovery.share_malformed', { word })
