import { type Consent, consent } from '../../shared/cases/consent.ts'
import { addMonths, dayOf, type PlainDate } from '../../shared/dates.ts'
import { consentGiversFor } from '../../shared/vocab/consent.ts'
import type { PersonAge } from '../cases/fields/fields.ts'

/** Long enough for a trajectory, short enough to be asked again: valid only as long as needed (LRSSS, R-22.1, s. 6). */
const usualMonths = 12

const usualTerm = (today: PlainDate) => ({ givenOn: today, endsOn: addMonths(today, usualMonths) })

/** What she has just agreed to, for one purpose: hers to give unless her age says otherwise. */
export const newConsent = (purpose: string, age: PersonAge): Consent =>
  consent.parse({
    id: crypto.randomUUID(),
    purpose,
    givenBy: consentGiversFor(age.band)[0] ?? 'person',
    ...usualTerm(dayOf(Date.now())),
  })

/** An exception: to those it names, from today, for as short a time as any. */
export function newGround(): Consent {
  const today = dayOf(Date.now())
  return consent.parse({
    id: crypto.randomUUID(),
    basis: 'legal_ground',
    purpose: 'authorities',
    givenBy: 'person',
    givenOn: today,
    endsOn: addMonths(today, 1),
  })
}

/**
 * The same, asked again today. What must be kept from someone goes along to the new one and is noted only there, so that
 * lifting it later is done in one place.
 */
export function renewed(items: readonly Consent[], item: Consent): { items: Consent[]; added: Consent } {
  const term = usualTerm(dayOf(Date.now()))
  const added: Consent = { ...item, ...term, id: crypto.randomUUID(), withdrawnOn: null, explained: [] }
  return { items: [...items.map((one) => (one === item ? { ...one, withheld: [] } : one)), added], added }
}
