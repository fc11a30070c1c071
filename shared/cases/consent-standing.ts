import { z } from 'zod'
import type { PlainDate } from '../dates.ts'
import { type Consent, consentState, lastDaysOf } from './consent.ts'

/** What is worth knowing of the consents of a case before one opens them; null when there is nothing. */
export const consentStanding = z.discriminatedUnion('is', [
  z.strictObject({ is: z.enum(['withdrawn', 'ended']) }),
  /** Whole days left to the one that ends first. */
  z.strictObject({ is: z.literal('ending'), days: z.number().int() }),
])
type ConsentStanding = z.infer<typeof consentStanding>

/**
 * The worst comes first: withdrawn, ended, about to end. A consent whose purpose is covered by another that holds, and for
 * longer, asks for nothing any more.
 */
export function standingOfConsents(consents: readonly Consent[], today: PlainDate): ConsentStanding | null {
  const running = consents.filter((one) => consentState(one, today) === 'running')
  const lasting = running.filter((one) => lastDaysOf(one, today) === null)
  const isReplaced = (one: Consent, by: readonly Consent[]) =>
    by.some(
      (other) =>
        other.purpose === one.purpose &&
        // What the law allows is not what she took back.
        (other.basis === 'consent' || one.basis === 'legal_ground') &&
        covers(other.services, one.services),
    )
  const gone = consents.filter((one) => !isReplaced(one, running))
  for (const is of ['withdrawn', 'ended'] as const) {
    if (gone.some((one) => consentState(one, today) === is)) return { is }
  }
  const days = running
    .filter((one) => !isReplaced(one, lasting))
    .map((one) => lastDaysOf(one, today))
    .filter((left) => left !== null)
  return days.length > 0 ? { is: 'ending', days: Math.min(...days) } : null
}

const covers = (services: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((service) => services.includes(service))
