import { describe, expect, it } from 'vitest'
import { humbleGuessesLog10, standOf, strengthOf } from './strength.ts'

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

  it.each([
    ['bonjour tout le monde', 'days'],
    ['la vie est belle et courte', 'hours'],
    ['Je me souviens', 'hours'],
    ['lune lune lune lune lune', 'hours'],
    ['cheval agrafe batterie correcte', 'years'],
    ['tambour violet quatorze nuages lents', 'centuries'],
  ] as const)(
    'made of words counts those that someone had to choose: “%s” stands for %s',
    (phrase, stand) => {
      expect(standOf(humbleGuessesLog10(phrase, 20))).toBe(stand)
    },
  )

  it('made of more than words is left as estimated', () => {
    expect(humbleGuessesLog10('xK9#mQ2$vL5p', 12)).toBe(12)
    expect(humbleGuessesLog10('abracadabra', 5)).toBe(5)
  })
})
