import type { PassphraseAssessment } from '../../shared/vault/vault.contract.ts'

/**
 * Guesses per second of someone who took the vault's files and has a room full of machines. One guess costs at least
 * 64 MiB and three passes (some 0.1 s of a processor), so ten thousand a second is a thousand processors.
 */
const guessesPerSecondLog10 = 4

export type Strength = 'refused' | 'fair' | 'good' | 'strong'
export type Stand = 'hours' | 'days' | 'months' | 'years' | 'centuries'

const day = Math.log10(86_400)
/** Decimal logarithm of the seconds below which one counts in that unit. */
const stands: readonly (readonly [Stand, number])[] = [
  ['hours', day],
  ['days', day + Math.log10(60)],
  ['months', day + Math.log10(2 * 365)],
  ['years', day + Math.log10(100 * 365)],
]

/** How long a passphrase would stand, as an order of magnitude: anything finer would be a lie. */
export function standOf(guessesLog10: number): Stand {
  const seconds = guessesLog10 - guessesPerSecondLog10
  return stands.find(([, limit]) => seconds < limit)?.[0] ?? 'centuries'
}

const strengths: Readonly<Record<Stand, Strength>> = {
  hours: 'fair',
  days: 'fair',
  months: 'fair',
  years: 'good',
  centuries: 'strong',
}

export function strengthOf(problem: PassphraseAssessment['problem'], stand: Stand): Strength {
  return problem === null ? strengths[stand] : 'refused'
}
