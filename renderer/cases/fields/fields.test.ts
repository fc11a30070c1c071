import { describe, expect, it } from 'vitest'
import { emptySection } from '../../../shared/cases/sections.ts'
import { ageOf, isShown } from './fields.ts'

const profile = emptySection('profile')

describe('the age that the profile tells', () => {
  it('is a minor’s as soon as either field says so', () => {
    expect(ageOf({ ...profile, ageBand: 'from_14_to_17' }).majority).toBe('minor')
    expect(ageOf({ ...profile, majority: 'minor' }).majority).toBe('minor')
    expect(ageOf({ ...profile, majority: 'minor', ageBand: 'unknown' }).majority).toBe('minor')
  })

  it('is unknown while nothing is noted', () => {
    expect(ageOf(profile)).toEqual({ band: 'unknown', majority: 'unknown' })
  })
})

it('leaves empty fields out of what is only read', () => {
  expect(isShown(true, '')).toBe(false)
  expect(isShown(true, null)).toBe(false)
  expect(isShown(true, [])).toBe(false)
  expect(isShown(true, ['debt'])).toBe(true)
  expect(isShown(false, '')).toBe(true)
})

it('takes a code that is in no list for an age that is not known', () => {
  expect(ageOf({ ...profile, ageBand: 'from_later', majority: 'constructor' })).toEqual({
    band: 'unknown',
    majority: 'unknown',
  })
})
