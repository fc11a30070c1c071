import { describe, expect, it } from 'vitest'
import type { CodeList } from './code-list.ts'
import { purposes } from './palermo.ts'
import { ageBands, genders, majorities } from './person.ts'
import { controls, recruiterRelations, sectors } from './trafficking.ts'

const columns = (list: CodeList) => Object.values(list).flatMap((term) => term.ctdc ?? [])

/** As read in public code that loads the Global K-anon Dataset of 15 July 2021: shared/reference/vocabularies.md, § 2. */
const CONTROLS =
  `DebtBondage TakesEarnings RestrictsFinancialAccess Threats PsychologicalAbuse PhysicalAbuse SexualAbuse
  FalsePromises PsychoactiveSubstances RestrictsMovement RestrictsMedicalCare ExcessiveWorkingHours UsesChildren
  ThreatOfLawEnforcement WithholdsNecessities WithholdsDocuments Other NotSpecified`.split(/\s+/)
const LABOUR =
  `Agriculture Aquafarming Begging Construction DomesticWork Hospitality IllicitActivities Manufacturing
  MiningOrDrilling Peddling Transportation Other NotSpecified`.split(/\s+/)
const SEX = ['Prostitution', 'Pornography', 'RemoteInteractiveServices', 'PrivateSexualServices']
const RECRUITERS = ['IntimatePartner', 'Friend', 'Family', 'Other', 'Unknown']
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
    expect(new Set(columns(purposes))).toEqual(
      new Set([
        'isSexualExploit',
        'isForcedLabour',
        'isSlaveryAndPractices',
        'isOrganRemoval',
        'isForcedMarriage',
        'isForcedMilitary',
        'isOtherExploit',
      ]),
    )
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
