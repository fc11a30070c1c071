import { describe, expect, it } from 'vitest'
import { testPassphrase } from '../../../tests/support/vault.ts'
import { assessPassphrase, demandPassphrase } from './passphrase.ts'

const hints = ['Marie-Ève Fictive', 'Maison de l’Exemple']

describe('a passphrase', () => {
  it.each(['', 'a', 'Xk9#qPz2!vL', 'é'.normalize('NFD').repeat(11)])(
    'of fewer than twelve characters is too short: %s',
    async (typed) => {
      await expect(demandPassphrase(typed, hints)).rejects.toThrow('vault.passphrase_too_short')
    },
  )

  it('is counted in characters as people see them, not in bytes or halves of an emoji', async () => {
    expect((await assessPassphrase('🦊🐻🦉🐢🦋🐝', [])).problem).toBe('too_short')
    expect((await assessPassphrase('🦊🐻🦉🐢🦋🐝🐸🦔🦇🐌🐙🦀', [])).problem).toBeNull()
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
    'marie-ève2024',
    'ExempleExemple1',
    // Below 10^10: two months for someone with the key file and a thousand cores.
    'Montréal2024Canada',
    'Motdepasse-1234',
    'Coalition2026!!',
  ])('that an attacker tries first is refused: %s', async (typed) => {
    await expect(demandPassphrase(typed, hints)).rejects.toThrow('vault.passphrase_too_common')
  })

  it.each([
    'bonjour tout le monde',
    'Bonjour, tout le monde',
    'la vie est belle et courte',
    'Je me souviens 1',
    'lune lune lune lune lune',
    'to be or not to be',
    'cheval fenêtre douze',
  ])('that is a sentence counts only the words someone had to choose, and is refused: %s', async (typed) => {
    await expect(demandPassphrase(typed, hints)).rejects.toThrow('vault.passphrase_too_common')
  })

  it('is worth a thousand guesses for each chosen word, ten for each digit or sign', async () => {
    const worth = async (typed: string) => (await assessPassphrase(typed, [])).guessesLog10
    expect(await worth('cheval agrafe batterie correcte')).toBe(12)
    expect(await worth('cheval agrafe batterie correcte, +7 !')).toBe(14)
    expect(await worth('fougère-lanterne-ruisseau-sept')).toBe(12)
  })

  it.each([
    testPassphrase,
    'correct cheval agrafe batterie 9',
    'fougère-lanterne-ruisseau-sept',
    'uR7-pw2-kX9-mB4',
  ])('of several unrelated words or signs is welcome: %s', async (typed) => {
    expect(await assessPassphrase(typed, hints)).toMatchObject({ problem: null })
    await expect(demandPassphrase(typed, hints)).resolves.toBeUndefined()
  })

  it('weighs the same however its accents were typed', async () => {
    const typed = 'forêt élevée près du château'
    expect(await assessPassphrase(typed.normalize('NFD'), [])).toEqual(await assessPassphrase(typed, []))
  })

  it('made of one’s own name weighs less than the same without it', async () => {
    const typed = 'marie-ève fictive'
    expect((await assessPassphrase(typed, hints)).guessesLog10).toBeLessThan(
      (await assessPassphrase(typed, [])).guessesLog10,
    )
  })

  it('of a thousand characters is weighed by its first 64, which keeps nobody waiting', async () => {
    const noise = Array.from({ length: 1024 }, (_, index) =>
      String.fromCodePoint(33 + ((index * 7919) % 93)),
    ).join('')
    expect(await assessPassphrase(noise, [])).toEqual(await assessPassphrase(noise.slice(0, 64), []))
    expect((await assessPassphrase(noise, [])).problem).toBeNull()
  })
})
