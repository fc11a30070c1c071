import { describe, expect, it } from 'vitest'
import { standOf, strengthOf } from './strength.ts'

describe('the strength of a passphrase', () => {
  it.each([
    [8, 'hours'],
    [9.5, 'days'],
    [11, 'months'],
    [12, 'years'],
    [14, 'centuries'],
  ] as const)('of 10^%d guesses is told in %s', (guessesLog10, stand) => {
    expect(standOf(guessesLog10)).toBe(stand)
  })

  it('is never praised when it would be refused, however many guesses it takes', () => {
    expect(strengthOf('too_short', 'centuries')).toBe('refused')
    expect(strengthOf('too_common', 'centuries')).toBe('refused')
  })

  it('is not called good when it falls within two years', () => {
    expect(strengthOf(null, 'months')).toBe('fair')
    expect(strengthOf(null, 'years')).toBe('good')
    expect(strengthOf(null, 'centuries')).toBe('strong')
  })
})
