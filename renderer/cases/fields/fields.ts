import type { SectionBody, SectionName } from '../../../shared/cases/sections.ts'
import { isCodeOf } from '../../../shared/vocab/code-list.ts'
import {
  type AgeBand,
  ageBands,
  type Majority,
  majorities,
  majorityOf,
} from '../../../shared/vocab/person.ts'

/** What the profile says of the person's age, for the rules of the other sections that depend on it. */
export interface PersonAge {
  readonly band: AgeBand
  readonly majority: Majority
}

export const ageUnknown: PersonAge = { band: 'unknown', majority: 'unknown' }

/** Someone is taken for a minor as soon as either of the two fields says so. A code that is in no list says nothing. */
export function ageOf({ ageBand, majority }: SectionBody<'profile'>): PersonAge {
  const band = knownBand(ageBand)
  const implied = majorityOf(band)
  return { band, majority: implied === 'unknown' ? knownMajority(majority) : implied }
}

/** The age band that a stored code stands for. */
export const knownBand = (code: string | null): AgeBand =>
  code !== null && isCodeOf(ageBands, code) ? code : 'unknown'

/** The majority that a stored code stands for. */
export const knownMajority = (code: string | null): Majority =>
  code !== null && isCodeOf(majorities, code) ? code : 'unknown'

/** A field with nothing in it has its place in a form, and none in a text to be read. */
export const isShown = (readOnly: boolean, value: string | readonly unknown[] | null): boolean =>
  !readOnly || (value !== null && value.length > 0)

/** Where a form stands, for what reaches beyond its own section. */
export interface FormPlace {
  readonly caseId: string
  /** Told that a draft now waits in another section. */
  readonly onDrafted: (name: SectionName) => void
}

/** The fields of one section, to be filled or only read. */
export interface FieldsProps<N extends SectionName> {
  readonly body: SectionBody<N>
  /** Absent: the values are shown and can't be changed. */
  readonly onChange?: (body: SectionBody<N>) => void
  readonly age: PersonAge
  /** Absent where the section is only read. */
  readonly place?: FormPlace
}
