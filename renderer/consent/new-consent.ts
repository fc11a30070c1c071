import { type Consent, consent } from '../../shared/cases/consent.ts'
import { addMonths, dayOf, type PlainDate } from '../../shared/dates.ts'
import { type ConsentGiver, consentGiversOf } from '../../shared/vocab/consent.ts'
import type { PersonAge } from '../cases/fields/fields.ts'

/** Stands where nobody has said yet who gave it. */
const giverNotNoted = 'not_noted' satisfies ConsentGiver

/** Long enough for a trajectory, short enough to be asked again: valid only as long as needed (LRSSS, R-22.1, s. 6). */
const usualMonths = 12

const usualTerm = (today: PlainDate) => ({ givenOn: today, endsOn: addMonths(today, usualMonths) })

/** What she has just agreed to, for one purpose. Who gave it is only known beforehand where the age leaves one choice. */
export function newConsent(purpose: string, age: PersonAge): Consent {
  const [giver, ...others] = consentGiversOf({ ageBand: age.band, majority: age.majority })
  return consent.parse({
    id: crypto.randomUUID(),
    purpose,
    givenBy: giver !== undefined && others.length === 0 ? giver : giverNotNoted,
    ...usualTerm(dayOf(Date.now())),
  })
}

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
