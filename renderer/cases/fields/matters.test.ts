import { describe, expect, it } from 'vitest'
import { emptySection } from '../../../shared/cases/sections.ts'
import { codesOf } from '../../../shared/vocab/code-list.ts'
import { purposes } from '../../../shared/vocab/palermo.ts'
import { settings } from '../../../shared/vocab/settings.ts'
import { sectors } from '../../../shared/vocab/trafficking.ts'
import { ageUnknown } from './fields.ts'
import { planMatters, sectorMatters, settingMatters, traffickingFields } from './matters.ts'

const nothing = emptySection('trafficking')
const minor = { band: 'from_14_to_17', majority: 'minor' } as const

describe('the section on trafficking', () => {
  it('opens on the three elements alone', () => {
    expect(traffickingFields(nothing, minor)).toEqual({
      sectors: false,
      settings: false,
      recruiterRelation: false,
      majorityAtExploitation: false,
      place: false,
    })
  })

  it('asks for a sector once a purpose has one, and for none where organs were taken', () => {
    expect(traffickingFields({ ...nothing, purposes: ['forced_labour'] }, ageUnknown).sectors).toBe(true)
    expect(traffickingFields({ ...nothing, purposes: ['organ_removal'] }, ageUnknown).sectors).toBe(false)
  })

  it('asks how old an adult was then, and never whoever is a minor today', () => {
    expect(traffickingFields(nothing, { ...minor, majority: 'adult' }).majorityAtExploitation).toBe(true)
    expect(traffickingFields(nothing, minor).majorityAtExploitation).toBe(false)
  })

  it('always shows what already holds something', () => {
    const filled = {
      ...nothing,
      sectors: ['prostitution'],
      settings: ['from_later'],
      recruiterRelation: 'friend',
      majorityAtExploitation: 'minor',
      place: 'abroad_only',
    }
    expect(Object.values(traffickingFields(filled, minor))).toEqual(Array(5).fill(true))
  })
})

it('offers sexual sectors for sexual exploitation, labour for forced labour, both for slavery', () => {
  expect(sectorMatters('prostitution', ['sexual_exploitation'])).toBe(true)
  expect(sectorMatters('agriculture', ['sexual_exploitation'])).toBe(false)
  expect(sectorMatters('agriculture', ['forced_labour'])).toBe(true)
  expect(sectorMatters('prostitution', ['forced_labour'])).toBe(false)
  expect(sectorMatters('prostitution', ['slavery'])).toBe(true)
  expect(sectorMatters('agriculture', ['slavery'])).toBe(true)
})

it('leaves no sector and no setting out of reach', () => {
  for (const sector of codesOf(sectors)) expect(sectorMatters(sector, codesOf(purposes))).toBe(true)
  for (const setting of codesOf(settings)) expect(settingMatters(setting, codesOf(sectors))).toBe(true)
})

it('offers only the settings of the sectors that were ticked', () => {
  expect(settingMatters('escort_services', ['prostitution'])).toBe(true)
  expect(settingMatters('escort_services', ['agriculture'])).toBe(false)
  expect(settingMatters('of_no_list', ['prostitution'])).toBe(false)
})

it('opens the safety plan when the danger asks for one, or when one was begun', () => {
  const risk = emptySection('risk')
  expect(planMatters(risk)).toBe(false)
  expect(planMatters({ ...risk, level: 'high' })).toBe(true)
  expect(planMatters({ ...risk, safetyPlan: 'Un signal convenu' })).toBe(true)
  expect(planMatters({ ...risk, plan: { ...risk.plan, after: 'Un lit' } })).toBe(true)
})
