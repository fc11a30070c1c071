import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { RelaisError } from '../../../shared/errors.ts'
import { type PassphraseAssessment, passphraseMinimum } from '../../../shared/vault/vault.contract.ts'

let estimator: Promise<ZxcvbnFactory> | null = null

/** The dictionaries take half of the time that this process needs to start, and an unlock never needs them. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-fr'),
  ])
  return new ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
  })
}

/** The estimate grows with the square of the length (3 s at 256 characters); what comes later can only add to it. */
const judgedLength = 64

/**
 * How well a passphrase would stand against someone who holds the key file and guesses: zxcvbn's estimate, in which the
 * person's own name and organisation count as known words, held down to what its words are worth.
 * @param hints words that an attacker would try first
 */
export async function assessPassphrase(
  passphrase: string,
  hints: readonly string[],
): Promise<PassphraseAssessment> {
  estimator ??= loadEstimator()
  const judged = passphrase.normalize('NFKC').slice(0, judgedLength)
  const { score, guessesLog10: estimate } = (await estimator).check(judged, ownWords(hints))
  const guessesLog10 = Math.min(estimate, sentenceGuessesLog10(judged))
  return { score, guessesLog10, problem: problemOf(passphrase, guessesLog10) }
}

/**
 * What a word is worth when a person chose it: about a thousand guesses (a die would make it 7776). The estimator believes
 * words to be drawn at random and in random order, and so takes “bonjour tout le monde” for very good (10^14).
 */
const wordLog10 = 3
/** Shorter words are mostly those that grammar calls for. */
const shortestWord = 4

/** The most that several words are worth: each counts once, punctuation follows from them, a digit or sign is ten guesses. */
function sentenceGuessesLog10(passphrase: string): number {
  const tokens = passphrase.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const words = tokens.filter((token) => /^\p{L}+$/u.test(token))
  const numbers = tokens.filter((token) => /^\p{N}+$/u.test(token))
  // Letters and digits within one token may be anything, and one word alone the dictionaries judge well.
  if (words.length < 2 || words.length + numbers.length < tokens.length) return Number.POSITIVE_INFINITY
  const telling = new Set(words.filter((word) => word.length >= shortestWord))
  const signs = passphrase.match(/[\p{N}\p{S}]/gu)?.length ?? 0
  return telling.size * wordLog10 + signs
}

/** @throws vault.passphrase_too_short, vault.passphrase_too_common */
export async function demandPassphrase(passphrase: string, hints: readonly string[]): Promise<void> {
  const { problem } = await assessPassphrase(passphrase, hints)
  if (problem === 'too_short') throw new RelaisError('vault.passphrase_too_short')
  if (problem === 'too_common') throw new RelaisError('vault.passphrase_too_common')
}

/**
 * The attacker has the key file, and pays some half a second of a core for each guess (Argon2id, see kdf.ts). With a thousand
 * cores that is half a day for the 10^8 below which zxcvbn calls a password guessable, and two months for 10^10. Nothing
 * else stands in the way, so that is the least.
 */
const commonGuessesLog10 = 10

function problemOf(passphrase: string, guessesLog10: number): PassphraseAssessment['problem'] {
  if ([...passphrase.normalize('NFKC')].length < passphraseMinimum) return 'too_short'
  return guessesLog10 < commonGuessesLog10 ? 'too_common' : null
}

const ownWords = (hints: readonly string[]): string[] =>
  hints.flatMap((hint) => [hint, ...hint.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2)
