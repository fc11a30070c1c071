import { expect, it } from 'vitest'
import { codesOf } from './code-list.ts'
import { consentGiversFor } from './consent.ts'
import { meansRequired } from './means-rule.ts'
import { ageBands, majorityOf } from './person.ts'

it('knows a minor from an adult by the age band', () => {
  expect(codesOf(ageBands).filter((band) => majorityOf(band) === 'minor')).toEqual([
    'under_14',
    'from_14_to_17',
  ])
  expect(codesOf(ageBands).filter((band) => majorityOf(band) === 'unknown')).toEqual(['unknown'])
})

it('never demands a means for a minor, nor for someone who may be one', () => {
  expect(meansRequired('minor')).toBe(false)
  expect(meansRequired('unknown')).toBe(false)
  expect(meansRequired('adult')).toBe(true)
})

it('asks the person herself from fourteen years on, and a parent or tutor before', () => {
  expect(consentGiversFor('under_14')).toEqual(['parent_or_tutor'])
  expect(consentGiversFor('from_14_to_17')).toEqual(['person'])
})

it('never lets a parent consent for an adult', () => {
  for (const band of codesOf(ageBands)) {
    if (majorityOf(band) === 'adult') expect(consentGiversFor(band)).toEqual(['person', 'representative'])
  }
})

it('rules nobody out while the age is unknown', () => {
  expect(consentGiversFor('unknown')).toEqual(['person', 'parent_or_tutor', 'representative'])
})
