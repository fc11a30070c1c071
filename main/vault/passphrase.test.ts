import { describe, expect, it } from 'vitest'
import { testPassphrase } from '../../tests/support/vault.ts'
import { assessPassphrase, demandPassphrase } from './passphrase.ts'

const hints = ['Marie-Claude Fictive', 'Maison de l’Exemple']

describe('a passphrase', () => {
  it.each(['', 'a', 'Xk9#qPz2!vL', 'é'.normalize('NFD').repeat(11)])(
    'of fewer than twelve characters is too short: %s',
    (typed) => {
      expect(() => demandPassphrase(typed, hints)).toThrow('vault.passphrase_too_short')
    },
  )

  it('is counted in characters as people see them, not in bytes or halves of an emoji', () => {
    expect(assessPassphrase('🦊🐻🦉🐢🦋🐝', []).problem).toBe('too_short')
    expect(assessPassphrase('🦊🐻🦉🐢🦋🐝🐸🦔🦇🐌🐙🦀', []).problem).toBeNull()
  })

  it.each([
    'motdepasse123',
    'azertyuiop123',
    'qwertyuiop12',
    'passwordpassword',
    'jetaimejetaime',
    'bonjourbonjour1',
    'abcdefghijkl',
    '111111111111',
    'marie-claude2024',
    'ExempleExemple1',
  ])('that an attacker tries first is refused: %s', (typed) => {
    expect(() => demandPassphrase(typed, hints)).toThrow('vault.passphrase_too_common')
  })

  it.each([
    testPassphrase,
    'correct cheval agrafe batterie 9',
    'fougère-lanterne-ruisseau-sept',
    'uR7-pw2-kX9-mB4',
  ])('of several unrelated words or signs is welcome: %s', (typed) => {
    expect(assessPassphrase(typed, hints)).toMatchObject({ problem: null })
    expect(() => demandPassphrase(typed, hints)).not.toThrow()
  })

  it('weighs the same however its accents were typed', () => {
    const typed = 'forêt élevée près du château'
    expect(assessPassphrase(typed.normalize('NFD'), [])).toEqual(assessPassphrase(typed, []))
  })

  it('made of one’s own name weighs less than the same without it', () => {
    const typed = 'marie-claude fictive'
    expect(assessPassphrase(typed, hints).guessesLog10).toBeLessThan(assessPassphrase(typed, []).guessesLog10)
  })

  it('of a thousand characters is weighed without keeping anyone waiting', () => {
    const noise = Array.from({ length: 1024 }, (_, index) =>
      String.fromCodePoint(33 + ((index * 7919) % 93)),
    ).join('')
    const started = performance.now()
    expect(assessPassphrase(noise, []).problem).toBeNull()
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
