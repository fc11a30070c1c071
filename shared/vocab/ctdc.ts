import { type CodeList, codesOf, isCodeOf } from './code-list.ts'
import { type means, purposes } from './palermo.ts'
import { ageBands, genders, majorities } from './person.ts'
import { exploitationPlaces } from './places.ts'
import { controls, recruiterRelations, sectors } from './trafficking.ts'

/** The coded part of a case that CTDC has columns for. Codes of a newer version may be among them. */
export interface CodedCase {
  readonly gender: string | null
  readonly ageBand: string | null
  readonly majority: string | null
  readonly majorityAtExploitation: string | null
  readonly means: readonly string[]
  readonly purposes: readonly string[]
  readonly controls: readonly string[]
  readonly sectors: readonly string[]
  readonly recruiterRelation: string | null
  readonly place: string | null
}

/** CTDC’s own marks for what is not known: of a column, and of a country. */
const notKnown = -99
const countryNotKnown = '00'

type Flag = 0 | 1 | typeof notKnown
export type CtdcRow = Readonly<Record<string, Flag | string>>

/**
 * One case as the columns of the CTDC Global Dataset. Left out: `citizenship`, which is never recorded, and
 * `majorityEntry`, the age on entering exploitation, which one field for the time of the facts stands for already.
 */
export function ctdcColumns(coded: CodedCase): CtdcRow {
  const exploitation = flags(purposes, coded.purposes, 'isOtherExploit')
  return {
    gender: valueIn(genders, coded.gender),
    ageBroad: valueIn(ageBands, coded.ageBand),
    majorityStatus: valueIn(majorities, coded.majority),
    majorityStatusAtExploit: valueIn(majorities, coded.majorityAtExploitation),
    ...flags(controls, coded.controls, 'meansOfControlOther'),
    ...exploitation,
    isSexAndLabour: both(exploitation.isSexualExploit, exploitation.isForcedLabour),
    ...flags(sectors, coded.sectors, 'typeOfLabourOther'),
    isAbduction: coded.means.length === 0 ? notKnown : flag(coded.means.includes(abduction)),
    ...flags(
      recruiterRelations,
      coded.recruiterRelation === null ? [] : [coded.recruiterRelation],
      'recruiterRelationOther',
    ),
    CountryOfExploitation: valueIn(exploitationPlaces, coded.place, countryNotKnown),
  }
}

const abduction: keyof typeof means = 'abduction'

const flag = (is: boolean): Flag => (is ? 1 : 0)

function both(one: Flag | undefined, other: Flag | undefined): Flag {
  return one === notKnown || other === notKnown ? notKnown : flag(one === 1 && other === 1)
}

/** The value of a column that holds one: that of the term, or the mark for what is not known or has no value there. */
function valueIn(list: CodeList, code: string | null, otherwise = String(notKnown)): string {
  return (code !== null && isCodeOf(list, code) ? list[code]?.ctdc : undefined) ?? otherwise
}

/**
 * Every column of a list, at 1 where a chosen term is mapped to it. A term without a column of its own, or of a newer
 * version, counts under `other`. The rest are 0 as soon as something definite was chosen, and unknown before: nothing
 * recorded doesn't mean that nothing happened.
 */
function flags(list: CodeList, chosen: readonly string[], other: string): Readonly<Record<string, Flag>> {
  const definite = chosen.filter((code) => !vague(code))
  const hit = new Set(
    chosen.flatMap(
      (code) => (isCodeOf(list, code) ? list[code]?.ctdc : undefined) ?? (vague(code) ? [] : other),
    ),
  )
  const columns = new Set(codesOf(list).flatMap((code) => list[code]?.ctdc ?? []))
  const rest = definite.length > 0 ? 0 : notKnown
  return Object.fromEntries([...columns].map((column) => [column, hit.has(column) ? 1 : rest]))
}

/** Terms that say that it is not known. */
const vague = (code: string) => code === 'unknown' || code.endsWith('not_specified')
