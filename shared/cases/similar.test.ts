import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptySection } from './sections.ts'
import { areSimilar, type CoarseProfile, coarseProfile, sharedFacts } from './similar.ts'

const woman: CoarseProfile = {
  region: '06',
  gender: 'woman',
  majority: 'adult',
  ageBand: 'from_18_to_23',
  periodFrom: '2025-01',
  periodUntil: '2025-06',
}

const code = (...codes: string[]) => fc.constantFrom(null, 'unknown', ...codes)
const month = fc.option(fc.constantFrom('2025-01', '2025-04', '2025-09'))
const anyProfile = fc.record({
  region: code('06', '16'),
  gender: code('woman', 'man'),
  majority: code('adult', 'minor'),
  ageBand: code('from_18_to_23', 'from_24_to_29'),
  periodFrom: month,
  periodUntil: month,
})

describe('two profiles', () => {
  it('look alike whichever of the two is asked', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, (a, b) => {
        expect(areSimilar(a, b)).toBe(areSimilar(b, a))
      }),
    )
  })

  it.each(['region', 'gender', 'majority'] as const)('of which one has no %s are never alike', (fact) => {
    for (const none of [null, 'unknown']) {
      expect(areSimilar({ ...woman, [fact]: none }, { ...woman, [fact]: none })).toBe(false)
    }
  })

  it('of different age bands are of two people, and a band that nobody knows could be any', () => {
    expect(areSimilar(woman, { ...woman, ageBand: 'from_24_to_29' })).toBe(false)
    expect(areSimilar(woman, { ...woman, ageBand: null })).toBe(true)
    expect(areSimilar(woman, { ...woman, ageBand: 'unknown' })).toBe(true)
  })

  it('have to overlap in time, and time that nobody knows overlaps', () => {
    const later = { ...woman, periodFrom: '2025-07', periodUntil: null }
    expect(areSimilar(woman, later)).toBe(false)
    expect(areSimilar(woman, { ...later, periodFrom: '2025-06' })).toBe(true)
    expect(areSimilar(woman, { ...later, periodFrom: null })).toBe(true)
  })

  it('share what both know, and no more is said', () => {
    expect(sharedFacts(woman, woman)).toEqual(['gender', 'ageBand', 'region', 'period'])
    expect(sharedFacts(woman, { ...woman, ageBand: 'unknown', periodFrom: null, periodUntil: null })).toEqual(
      ['gender', 'majority', 'region'],
    )
  })

  it('say the majority that the age band implies, and months in their order', () => {
    const profile = { ...emptySection('profile'), ageBand: 'from_14_to_17', majority: 'adult' }
    expect(coarseProfile({ ...profile, periodFrom: '2025-06', periodUntil: '2025-01' })).toMatchObject({
      majority: 'minor',
      periodFrom: '2025-01',
      periodUntil: '2025-06',
    })
    expect(coarseProfile({ ...profile, ageBand: 'band_to_come', majority: 'adult' }).majority).toBe('adult')
  })
})
