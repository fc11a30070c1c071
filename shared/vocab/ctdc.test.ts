import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CodeList, codesOf } from './code-list.ts'
import { type CodedCase, ctdcColumns } from './ctdc.ts'
import { means, purposes } from './palermo.ts'
import { ageBands, genders, majorities } from './person.ts'
import { exploitationPlaces } from './places.ts'
import { controls, recruiterRelations, sectors } from './trafficking.ts'

const columns = (list: CodeList) => Object.values(list).flatMap((term) => term.ctdc ?? [])

/** As read in public code that loads the Global K-anon Dataset of 15 July 2021. */
const CONTROLS =
  `DebtBondage TakesEarnings RestrictsFinancialAccess Threats PsychologicalAbuse PhysicalAbuse SexualAbuse
  FalsePromises PsychoactiveSubstances RestrictsMovement RestrictsMedicalCare ExcessiveWorkingHours UsesChildren
  ThreatOfLawEnforcement WithholdsNecessities WithholdsDocuments Other NotSpecified`.split(/\s+/)
const LABOUR =
  `Agriculture Aquafarming Begging Construction DomesticWork Hospitality IllicitActivities Manufacturing
  MiningOrDrilling Peddling Transportation Other NotSpecified`.split(/\s+/)
const SEX = ['Prostitution', 'Pornography', 'RemoteInteractiveServices', 'PrivateSexualServices']
const RECRUITERS = ['IntimatePartner', 'Friend', 'Family', 'Other', 'Unknown']
const EXPLOITATION = [
  'isForcedLabour',
  'isSexualExploit',
  'isForcedMarriage',
  'isForcedMilitary',
  'isOrganRemoval',
  'isSlaveryAndPractices',
  'isOtherExploit',
]
const AGES = ['0--8', '9--17', '18--20', '21--23', '24--26', '27--29', '30--38', '39--47', '48+']

describe('an export finds every column of the CTDC dataset, once', () => {
  it('for means of control', () => {
    expect(columns(controls)).toEqual(CONTROLS.map((name) => `meansOfControl${name}`))
  })
  it('for sectors', () => {
    expect(columns(sectors)).toEqual([
      ...LABOUR.map((name) => `typeOfLabour${name}`),
      ...SEX.map((name) => `typeOfSex${name}`),
    ])
  })
  it('for recruiters', () => {
    expect(columns(recruiterRelations)).toEqual(RECRUITERS.map((name) => `recruiterRelation${name}`))
  })
  it('for purposes, several of which share one; isSexAndLabour is worked out', () => {
    expect(new Set(columns(purposes))).toEqual(new Set(EXPLOITATION))
  })
})

describe('the profile’s values are CTDC’s', () => {
  it('for age, where one of our bands lies inside one of theirs', () => {
    for (const band of columns(ageBands)) expect(AGES).toContain(band)
  })
  it('for gender and majority', () => {
    expect(columns(genders)).toEqual(['Female', 'Male', 'Transgender/NonConforming'])
    expect(columns(majorities)).toEqual(['Minor', 'Adult'])
  })
})

const nothing: CodedCase = {
  gender: null,
  ageBand: null,
  majority: null,
  majorityAtExploitation: null,
  means: [],
  purposes: [],
  controls: [],
  sectors: [],
  recruiterRelation: null,
  place: null,
}

describe('a case in CTDC’s columns', () => {
  it('has every column, but for citizenship and majority on entry, which are not recorded', () => {
    expect(Object.keys(ctdcColumns(nothing)).sort()).toEqual(
      [
        'gender',
        'ageBroad',
        'majorityStatus',
        'majorityStatusAtExploit',
        ...CONTROLS.map((name) => `meansOfControl${name}`),
        ...EXPLOITATION,
        'isSexAndLabour',
        ...LABOUR.map((name) => `typeOfLabour${name}`),
        ...SEX.map((name) => `typeOfSex${name}`),
        'isAbduction',
        ...RECRUITERS.map((name) => `recruiterRelation${name}`),
        'CountryOfExploitation',
      ].sort(),
    )
  })

  it('says that nothing is known, not that nothing happened, before anything is recorded', () => {
    const { CountryOfExploitation, ...rest } = ctdcColumns(nothing)
    expect(new Set(Object.values(rest).map(Number))).toEqual(new Set([-99]))
    expect(CountryOfExploitation).toBe('00')
  })

  it('is read like theirs', () => {
    expect(
      ctdcColumns({
        ...nothing,
        gender: 'woman',
        ageBand: 'from_30_to_38',
        majority: 'adult',
        majorityAtExploitation: 'minor',
        means: ['abduction'],
        purposes: ['sexual_exploitation', 'domestic_servitude'],
        controls: ['takes_earnings'],
        recruiterRelation: 'employer',
        place: 'canada_only',
      }),
    ).toMatchObject({
      gender: 'Female',
      ageBroad: '30--38',
      majorityStatus: 'Adult',
      majorityStatusAtExploit: 'Minor',
      isAbduction: 1,
      isSexualExploit: 1,
      isForcedLabour: 1,
      isSexAndLabour: 1,
      isOrganRemoval: 0,
      meansOfControlTakesEarnings: 1,
      meansOfControlThreats: 0,
      typeOfLabourAgriculture: -99,
      recruiterRelationOther: 1,
      recruiterRelationFamily: 0,
      CountryOfExploitation: 'CA',
    })
  })

  it('leaves the other columns unknown when all that is said is that it is not known', () => {
    const row = ctdcColumns({ ...nothing, controls: ['not_specified'], recruiterRelation: 'unknown' })
    expect(row).toMatchObject({ meansOfControlNotSpecified: 1, meansOfControlThreats: -99 })
    expect(row).toMatchObject({ recruiterRelationUnknown: 1, recruiterRelationFriend: -99 })
    expect(ctdcColumns({ ...nothing, purposes: ['unknown'] })).toMatchObject({ isOtherExploit: -99 })
  })

  it('counts a term of a newer version under “other” rather than losing it', () => {
    expect(ctdcColumns({ ...nothing, purposes: ['from_the_future'] })).toMatchObject({ isOtherExploit: 1 })
    expect(ctdcColumns({ ...nothing, gender: 'constructor' })).toMatchObject({ gender: '-99' })
  })

  it('has a 1 for each thing recorded, whatever is recorded', () => {
    const some = (list: CodeList) => fc.subarray(codesOf(list))
    const one = (list: CodeList) => fc.constantFrom(null, ...codesOf(list))
    const coded = fc.record({
      gender: one(genders),
      ageBand: one(ageBands),
      majority: one(majorities),
      majorityAtExploitation: one(majorities),
      means: some(means),
      purposes: some(purposes),
      controls: some(controls),
      sectors: some(sectors),
      recruiterRelation: one(recruiterRelations),
      place: one(exploitationPlaces),
    })
    fc.assert(
      fc.property(coded, (recorded) => {
        const row = ctdcColumns(recorded)
        for (const [list, chosen] of [
          [purposes, recorded.purposes],
          [controls, recorded.controls],
          [sectors, recorded.sectors],
        ] as const) {
          for (const [code, term] of Object.entries<CodeList[string]>(list)) {
            if (term.ctdc && chosen.includes(code)) expect(row[term.ctdc]).toBe(1)
          }
        }
      }),
    )
  })
})
