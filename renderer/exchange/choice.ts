import { type NamedSection, type SectionName, sectionNames } from '../../shared/cases/sections.ts'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import { isEmptySection } from '../cases/section-state.ts'

/** Time enough for a stick to change hands and for a summer absence; after that the need has changed. */
const usualDays = 30
/** The vault refuses more: box keys are renewed every three months. */
export const longestDays = 90

/** What a person has chosen to send, and to whom. */
export interface Choice {
  readonly recipients: readonly string[]
  readonly sections: readonly SectionName[]
  readonly stepIds: readonly string[]
  readonly expiresOn: PlainDate | null
}

/** Nothing is chosen beforehand: what leaves is what somebody meant to send. */
export const startingChoice = (today: PlainDate): Choice => ({
  recipients: [],
  sections: [],
  stepIds: [],
  expiresOn: addDays(today, usualDays),
})

/** Something to read, somebody to read it, until a day that the vault allows. */
export function isComplete({ recipients, sections, stepIds, expiresOn }: Choice, today: PlainDate): boolean {
  const inTime = expiresOn !== null && expiresOn >= today && expiresOn <= addDays(today, longestDays)
  return recipients.length > 0 && sections.length + stepIds.length > 0 && inTime
}

/** The names of the sections that hold something, in the order of the case. */
export function filledSections(sections: readonly NamedSection[]): SectionName[] {
  const filled = new Set(sections.filter((section) => !isEmptySection(section)).map(({ name }) => name))
  return sectionNames.filter((name) => filled.has(name))
}
