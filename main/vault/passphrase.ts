import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { RelaisError } from '../../shared/errors.ts'
import { type PassphraseAssessment, passphraseMinimum } from '../../shared/vault/vault.contract.ts'

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
 * person's own name and organisation count as known words.
 * @param hints words that an attacker would try first
 */
export async function assessPassphrase(
  passphrase: string,
  hints: readonly string[],
): Promise<PassphraseAssessment> {
  estimator ??= loadEstimator()
  const judged = passphrase.normalize('NFKC').slice(0, judgedLength)
  const { score, guessesLog10 } = (await estimator).check(judged, ownWords(hints))
  return { score, guessesLog10, problem: problemOf(passphrase, guessesLog10) }
}

/** @throws vault.passphrase_too_short, vault.passphrase_too_common */
export async function demandPassphrase(passphrase: string, hints: readonly string[]): Promise<void> {
  const { problem } = await assessPassphrase(passphrase, hints)
  if (problem === 'too_short') throw new RelaisError('vault.passphrase_too_short')
  if (problem === 'too_common') throw new RelaisError('vault.passphrase_too_common')
}

/** Below 10^8 guesses zxcvbn calls it guessable; with the key file and a thousand cores that is half a day, even at our cost. */
const commonGuessesLog10 = 8

function problemOf(passphrase: string, guessesLog10: number): PassphraseAssessment['problem'] {
  if ([...passphrase.normalize('NFKC')].length < passphraseMinimum) return 'too_short'
  return guessesLog10 < commonGuessesLog10 ? 'too_common' : null
}

const ownWords = (hints: readonly string[]): string[] =>
  hints.flatMap((hint) => [hint, ...hint.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2)
