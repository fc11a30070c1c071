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

  it('never praises what would be refused, however many guesses it takes', () => {
    expect(strengthOf({ score: 4, guessesLog10: 20, problem: 'too_short' })).toBe('refused')
    expect(strengthOf({ score: 1, guessesLog10: 7, problem: 'too_common' })).toBe('refused')
  })

  it('does not call good what falls within two years', () => {
    expect(strengthOf({ score: 4, guessesLog10: 11.5, problem: null })).toBe('fair')
    expect(strengthOf({ score: 4, guessesLog10: 12.5, problem: null })).toBe('good')
    expect(strengthOf({ score: 4, guessesLog10: 15, problem: null })).toBe('strong')
  })
})
