import { isCodeOf } from '../vocab/code-list.ts'
import { ageBands, majorityOf } from '../vocab/person.ts'
import type { SimilarCase } from './cases.contract.ts'
import type { SectionBody } from './sections.ts'

/** The coarse facts that two records of one situation would have in common. Nothing in it names anybody. */
export interface CoarseProfile {
  readonly region: string | null
  readonly gender: string | null
  /** What the age band implies, or what is noted where no band is known. */
  readonly majority: string | null
  readonly ageBand: string | null
  /** Months, the earlier one first; null where it is not known. */
  readonly periodFrom: string | null
  readonly periodUntil: string | null
}

/** What is not known is nothing that two cases could share. */
const isKnown = (code: string | null): code is string => code !== null && code !== 'unknown'

/** A period written the wrong way round is a form's to point out; for looking alike it is the same months. */
export function coarseProfile(profile: SectionBody<'profile'>): CoarseProfile {
  const { region, gender, ageBand, majority, periodFrom, periodUntil } = profile
  const implied = ageBand !== null && isCodeOf(ageBands, ageBand) ? majorityOf(ageBand) : 'unknown'
  const reversed = periodFrom !== null && periodUntil !== null && periodFrom > periodUntil
  return {
    region,
    gender,
    majority: implied === 'unknown' ? majority : implied,
    ageBand,
    periodFrom: reversed ? periodUntil : periodFrom,
    periodUntil: reversed ? periodFrom : periodUntil,
  }
}

/** Enough of a profile is known for another one to look like it. */
export const isComparable = ({ region, gender, majority }: CoarseProfile): boolean =>
  isKnown(region) && isKnown(gender) && isKnown(majority)

/**
 * Whether two profiles could be of one situation: the same region and gender, the same age as far as it is known, and
 * periods that overlap. A period, or an end of it, that nobody knows overlaps everything.
 * main/cases/similar.store.ts asks the same of a whole vault.
 */
export function areSimilar(a: CoarseProfile, b: CoarseProfile): boolean {
  if (!isComparable(a) || !isComparable(b)) return false
  const sameAge = !isKnown(a.ageBand) || !isKnown(b.ageBand) || a.ageBand === b.ageBand
  return (
    a.region === b.region &&
    a.gender === b.gender &&
    a.majority === b.majority &&
    sameAge &&
    startsBy(a.periodFrom, b.periodUntil) &&
    startsBy(b.periodFrom, a.periodUntil)
  )
}

const startsBy = (from: string | null, until: string | null): boolean =>
  from === null || until === null || from <= until

/** What two similar profiles share, in the order in which it is said. A period counts once both are known. */
export function sharedFacts(a: CoarseProfile, b: CoarseProfile): SimilarCase['shared'] {
  const sameBand = isKnown(a.ageBand) && a.ageBand === b.ageBand
  const bothPeriods = [a, b].every(
    ({ periodFrom, periodUntil }) => periodFrom !== null || periodUntil !== null,
  )
  return [
    'gender',
    sameBand ? 'ageBand' : 'majority',
    'region',
    ...(bothPeriods ? (['period'] as const) : []),
  ]
}
