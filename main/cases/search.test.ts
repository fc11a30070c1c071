import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openVaultSide, type TestVault } from '../../tests/support/vault.ts'
import { foldLigatures, matchExpression } from './search.ts'

const texts = {
  soeur: 'Sa sœur l’attend à Trois-Rivières',
  ecole: 'Elle retourne à l’École des métiers',
  aegis: 'Programme Ægis, volet 2',
  operators: 'Réponse NOT reçue AND classée OR perdue NEAR la gare',
  numbers: 'dossier 1234 étage 5',
} as const

async function vaultWithTexts(): Promise<TestVault> {
  const vault = await openVaultSide()
  for (const [name, situation] of Object.entries(texts)) {
    const id = ids[name as keyof typeof texts]
    const section = { name: 'summary', body: { context: '', situation, needs: '' } } as const
    await vault.call('cases.saveSection', { id, section, seen: [] })
  }
  return vault
}

const ids = Object.fromEntries(Object.keys(texts).map((name) => [name, crypto.randomUUID()])) as Record<
  keyof typeof texts,
  string
>

/** Which of the texts a search finds. */
async function searcher(): Promise<(words: string) => Promise<string[]>> {
  const vault = await vaultWithTexts()
  return async (words) => {
    const { rows } = await vault.call('cases.list', { words })
    return rows.map(({ id }) => Object.entries(ids).find(([, value]) => value === id)?.[0] ?? '').sort()
  }
}

describe('searching', () => {
  it('finds words whatever the accents, the case, the ligatures and the order', async () => {
    const find = await searcher()
    // None of these is the beginning of a word that a case code can have.
    const promises: [string, (keyof typeof texts)[]][] = [
      ['sœur', ['soeur']],
      ['SOEUR', ['soeur']],
      ['Sœur trois', ['soeur']],
      ['rivieres soeur', ['soeur']],
      ['ecole', ['ecole']],
      ['École'.normalize('NFD'), ['ecole']],
      ['aegis', ['aegis']],
      ['ægis', ['aegis']],
      ['retourn', ['ecole']],
      ['dossier 123', ['numbers']],
      ['soeur ecole', []],
      ['introuvable', []],
      ['not recue', ['operators']],
      ['AND', ['operators']],
      ['NEAR gare', ['operators']],
      ['"Trois-Rivières"', ['soeur']],
    ]
    for (const [typed, found] of promises) expect([typed, await find(typed)]).toEqual([typed, found])
  })

  it('takes nothing that is typed for an operator, and nothing for an error', async () => {
    const find = await searcher()
    const odd = [
      '"',
      '""',
      '*',
      'a*',
      '-',
      '--',
      'NEAR',
      'NEAR(a b)',
      'NOT',
      'AND OR',
      '^soeur',
      'body:soeur',
      '(',
      ')',
      '{body}: x',
      '+',
      "'",
      ';',
      '%',
      '\\',
      '\0',
      'a\0b',
      '😀',
      '👩‍👧',
      '́',
      '𞤀𞤁',
      '\ud800',
      '…',
      '   ',
    ]
    for (const typed of odd) await expect(find(typed), JSON.stringify(typed)).resolves.toBeDefined()
    expect(await find('body:soeur')).toEqual([])
    expect(await find('soeur NOT attend')).toEqual([])
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (typed) => {
        await find(typed.slice(0, 200))
      }),
      { numRuns: 200 },
    )

    // Signs without a word in them are no search at all.
    for (const typed of ['', '  ', '!!!', '😀', '*']) expect(await find(typed)).toHaveLength(5)
  })

  it('finds a case by its code, or the beginning of it', async () => {
    const vault = await openVaultSide()
    const { code } = await vault.call('cases.saveSection', {
      id: crypto.randomUUID(),
      section: { name: 'question', body: { question: '' } },
      seen: [],
    })
    for (const words of [code, code.toUpperCase(), code.slice(0, 4), code.slice(0, -1)]) {
      expect((await vault.call('cases.list', { words })).total).toBe(1)
    }
  })

  it('quotes every word', () => {
    expect(matchExpression('a "b c')).toBe('"a" "b" "c"*')
    expect(matchExpression('" *')).toBeNull()
    expect(foldLigatures('ŒuvreÆœæ')).toBe('OEuvreAEoeae')
  })
})
