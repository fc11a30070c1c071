import { describe, expect, it } from 'vitest'
import { type NewVault, problemsOf } from './new-vault.ts'

const fine: NewVault = {
  name: 'Membre fictive',
  organisation: 'Organisme fictif',
  sector: 'community',
  passphrase: 'quatre mots sans lien',
  repeated: 'quatre mots sans lien',
  folder: '/coffre',
}
const strong = { score: 4, guessesLog10: 15, problem: null }

describe('a new vault', () => {
  it('has no problem when everything is there', () => {
    expect(problemsOf(fine, strong)).toEqual({})
  })

  it('says each thing that is missing beside its own field', () => {
    const nothing = { ...fine, name: ' ', organisation: '', sector: null, passphrase: '', folder: ' ' }
    expect(Object.keys(problemsOf(nothing, null)).sort()).toEqual(
      ['name', 'organisation', 'sector', 'passphrase', 'repeated', 'folder'].sort(),
    )
  })

  it('counts characters as people do: eleven emoji are too short', () => {
    const passphrase = '🙂'.repeat(11)
    expect(problemsOf({ ...fine, passphrase, repeated: passphrase }, strong)).toEqual({
      passphrase: 'error.vault.passphrase_too_short',
    })
  })

  it('refuses what the vault process calls common', () => {
    expect(problemsOf(fine, { ...strong, problem: 'too_common' })).toEqual({
      passphrase: 'error.vault.passphrase_too_common',
    })
  })
})
