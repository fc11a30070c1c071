import type { SectionBody, SectionName } from '../../../shared/cases/sections.ts'
import { type AgeBand, type Majority, majorityOf } from '../../../shared/vocab/person.ts'

/** What the profile says of the person's age, for the rules of the other sections that depend on it. */
export interface PersonAge {
  readonly band: AgeBand
  readonly majority: Majority
}

export const ageUnknown: PersonAge = { band: 'unknown', majority: 'unknown' }

/** Someone is taken for a minor as soon as either of the two fields says so. */
export function ageOf({ ageBand, majority }: SectionBody<'profile'>): PersonAge {
  const band = ageBand ?? 'unknown'
  const implied = majorityOf(band)
  return { band, majority: implied === 'unknown' ? (majority ?? 'unknown') : implied }
}

/** A field with nothing in it has its place in a form, and none in a text to be read. */
export const isShown = (readOnly: boolean, value: string | readonly unknown[] | null): boolean =>
  !readOnly || (value !== null && value.length > 0)

/** The fields of one section, to be filled or only read. */
export interface FieldsProps<N extends SectionName> {
  readonly body: SectionBody<N>
  /** Absent: the values are shown and can't be changed. */
  readonly onChange?: (body: SectionBody<N>) => void
  readonly age: PersonAge
}
