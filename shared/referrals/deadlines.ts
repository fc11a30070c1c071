import { addDays, type PlainDate } from '../dates.ts'

/**
 * Days after which a request without an answer is late, by service. Proposed: no source gives them, ask the users. A night
 * outside, an injury or somebody who is coming for her can't wait for office hours; a file at a government office can.
 */
const daysByService: Readonly<Record<string, number>> = {
  safe_housing: 1,
  police_safety: 1,
  youth_protection: 1,
  health_care: 2,
  food_aid: 2,
  material_aid: 3,
  interpretation: 3,
  psychosocial: 5,
  crime_victim_support: 5,
  sexual_assault_support: 5,
  addiction: 5,
  child_care: 5,
  financial_aid: 5,
  legal_aid: 5,
}
const otherDays = 10

/** Days past its date from which an unanswered step is suggested to be expired. Proposed: two weeks, a long holiday. */
export const expiryDays = 14

/** The day by which an answer is to be expected when `service` is asked for on `sentOn`. A suggestion: anyone may change it. */
export function answerExpectedBy(service: string, sentOn: PlainDate): PlainDate {
  const days = Object.hasOwn(daysByService, service) ? daysByService[service] : undefined
  return addDays(sentOn, days ?? otherDays)
}
