import { type NamedSection, type SectionName, sectionNames } from '../../shared/cases/sections.ts'
import type { Out } from '../../shared/contract.ts'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { isEmptySection } from '../cases/section-state.ts'

/** Time enough for a stick to change hands and for a summer absence; after that the need has changed. */
export const usualDays = 30
/** The vault refuses more: box keys are renewed every three months. */
export const longestDays = 90

/** What a person has chosen to send, what for, and to whom. */
export interface Choice {
  readonly purpose: string | null
  readonly recipients: readonly string[]
  readonly sections: readonly SectionName[]
  readonly stepIds: readonly string[]
  readonly expiresOn: PlainDate | null
}

export type Coverage = Out<'exchange.coverage'>

/** Nothing is chosen beforehand but the step that she came from: what leaves is what somebody meant to send. */
export const startingChoice = (today: PlainDate, step?: Step): Choice => ({
  purpose: step ? 'service_referral' : null,
  recipients: [],
  sections: [],
  stepIds: step ? [step.id] : [],
  expiresOn: addDays(today, usualDays),
})

/** A day that the vault allows. */
export const isInTime = (expiresOn: PlainDate | null, today: PlainDate): expiresOn is PlainDate =>
  expiresOn !== null && expiresOn >= today && expiresOn <= addDays(today, longestDays)

/** What it is for, something to read, somebody to read it, until a day that the vault allows. */
export function isComplete(
  { purpose, recipients, sections, stepIds, expiresOn }: Choice,
  today: PlainDate,
): boolean {
  const something = sections.length + stepIds.length > 0
  return purpose !== null && recipients.length > 0 && something && isInTime(expiresOn, today)
}

/** The sections of a choice that the consents let go; a box that was ticked before goes without a word of its content. */
export const sectionsCovered = (
  sections: readonly SectionName[],
  coverage: Coverage | undefined,
): SectionName[] => sections.filter((name) => !coverage?.uncovered.some(({ section }) => section === name))

/** The names of the sections that hold something, in the order of the case. */
export function filledSections(sections: readonly NamedSection[]): SectionName[] {
  const filled = new Set(sections.filter((section) => !isEmptySection(section)).map(({ name }) => name))
  return sectionNames.filter((name) => filled.has(name))
}
