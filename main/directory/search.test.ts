import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DirectoryEntry, EntryDetails } from '../../shared/directory/directory.contract.ts'
import { directoryQuery, entryDetails } from '../../shared/directory/directory.contract.ts'
import { newOpenVault } from '../../tests/support/vault.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { putEntry, searchEntries } from './directory.store.ts'
import { foldedName, wordsOf } from './words.ts'
import { newEntry } from './write-entry.ts'

const author = 'a'.repeat(64)
const staleBefore = '2026-01-01'

function put(vault: OpenVault, details: readonly EntryDetails[]): DirectoryEntry[] {
  const entries = details.map((one) => newEntry(crypto.randomUUID(), one, author, '2026-03-02'))
  vault.writer.transaction(() => {
    vault.writer.run('DELETE FROM directory_search')
    vault.writer.run('DELETE FROM directory_entries')
    for (const entry of entries) putEntry(vault.writer, entry)
  })
  return entries
}

const find = (vault: OpenVault, query: object) =>
  searchEntries(vault.reader, directoryQuery.parse(query), staleBefore)

describe('looking for a service', () => {
  it('finds whoever serves everywhere in every region, and by the words of its terms in both languages', async () => {
    const vault = await newOpenVault()
    put(
      vault,
      [
        {
          organisation: 'Maison d’à côté',
          services: ['safe_housing'],
          regions: ['06'],
          languages: ['arabic'],
        },
        { organisation: 'Ligne provinciale', services: ['legal_aid'] },
        { organisation: 'Cœur de l’Estrie', services: ['safe_housing'], regions: ['05'], note: 'Sans frais' },
      ].map((one) => entryDetails.parse(one)),
    )
    const promises: [object, string[]][] = [
      [{ regions: ['06'] }, ['Ligne provinciale', 'Maison d’à côté']],
      [{ regions: ['06'], services: ['safe_housing'] }, ['Maison d’à côté']],
      [{ regions: ['05', '06'], services: ['safe_housing'] }, ['Cœur de l’Estrie', 'Maison d’à côté']],
      [{ languages: ['arabic'] }, ['Maison d’à côté']],
      [{ words: 'hebergement' }, ['Cœur de l’Estrie', 'Maison d’à côté']],
      [{ words: 'safe hous' }, ['Cœur de l’Estrie', 'Maison d’à côté']],
      [{ words: 'MAISON a cote' }, ['Maison d’à côté']],
      [{ words: 'coeur' }, ['Cœur de l’Estrie']],
      [{ words: 'NOT sans OR' }, []],
      [{ words: '"* -' }, ['Cœur de l’Estrie', 'Ligne provinciale', 'Maison d’à côté']],
      [{ words: 'frais', regions: ['06'] }, []],
    ]
    for (const [query, found] of promises) {
      const names = find(vault, query).records.map(({ entry }) => entry.organisation)
      expect([query, names]).toEqual([query, found])
    }
  })

  it('shows each of ten thousand once, page after page, quickly', async () => {
    const vault = await newOpenVault()
    put(
      vault,
      Array.from({ length: 10_000 }, (_, n) =>
        entryDetails.parse({
          organisation: `Organisme fictif ${n % 5000}`,
          services: [['legal_aid', 'safe_housing', 'food_aid'][n % 3]],
          regions: n % 4 === 0 ? [] : [`0${(n % 9) + 1}`],
          languages: ['french', ...(n % 2 === 0 ? ['arabic'] : [])],
          checkedOn: n % 5 === 0 ? null : '2026-02-01',
        }),
      ),
    )
    const seen = new Set<string>()
    for (let offset = 0; offset < 10_000; offset += 100) {
      const { records, total } = find(vault, { offset })
      expect([records.length, total]).toEqual([100, 10_000])
      for (const { entry } of records) seen.add(entry.id)
    }
    expect(seen.size).toBe(10_000)
    const began = performance.now()
    const query = { words: 'organisme fic', services: ['legal_aid'], regions: ['06'], languages: ['arabic'] }
    expect(find(vault, query)).toMatchObject({ all: 10_000, staleCount: 2000 })
    // Some 20 ms on an idle machine.
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it('finds what a look at every entry would find', async () => {
    const vault = await newOpenVault()
    const some = (codes: readonly string[]) => fc.subarray([...codes])
    const word = fc.constantFrom('maison', 'École', 'œuvre', 'été', 'aide', 'Nord', 'hébergement', 'l’abri')
    const entry = fc
      .record({
        organisation: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
        services: some(['legal_aid', 'safe_housing', 'food_aid']),
        regions: some(['05', '06', '10']),
        languages: some(['french', 'cree']),
        sector: fc.constantFrom(null, 'community', 'health'),
        note: fc.array(word, { maxLength: 2 }).map((words) => words.join(', ')),
        checkedOn: fc.constantFrom(null, '2025-12-31', '2026-01-01'),
      })
      .map((one) => entryDetails.parse(one))
    const query = fc.record({
      words: fc.array(fc.oneof(word, fc.constantFrom('mai', 'ETE', 'oeuv', 'zz', 'Aide et')), {
        maxLength: 2,
      }),
      services: some(['legal_aid', 'safe_housing', 'food_aid']),
      regions: some(['05', '06', '10']),
      languages: some(['french', 'cree']),
      sectors: some(['community', 'health']),
      stale: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), query, (details, { words, ...rest }) => {
        const entries = put(vault, details)
        const asked = { ...rest, words: words.join(' ') }
        const found = find(vault, asked)
        const expected = entries.filter((one) => matches(one, asked))
        expect(found.total).toBe(expected.length)
        expect(found.records.map((one) => one.entry.id).sort()).toEqual(expected.map(({ id }) => id).sort())
        const names = found.records.map((one) => foldedName(one.entry.organisation))
        expect(names).toEqual(names.toSorted())
      }),
      { numRuns: 60 },
    )
  })
})

interface Asked {
  readonly words: string
  readonly services: readonly string[]
  readonly regions: readonly string[]
  readonly languages: readonly string[]
  readonly sectors: readonly string[]
  readonly stale: boolean
}

/** One entry after another, one word after another. */
function matches(
  entry: DirectoryEntry,
  { words, services, regions, languages, sectors, stale }: Asked,
): boolean {
  const meets = (wanted: readonly string[], there: readonly string[]): boolean =>
    wanted.length === 0 || wanted.some((code) => there.includes(code))
  const written = foldedName(wordsOf(entry)).split(' ')
  const typed = foldedName(words).split(' ').filter(Boolean)
  return (
    meets(services, entry.services) &&
    (entry.regions.length === 0 || meets(regions, entry.regions)) &&
    meets(languages, entry.languages) &&
    (sectors.length === 0 || sectors.includes(entry.sector ?? '')) &&
    (!stale || entry.checkedOn === null || entry.checkedOn < staleBefore) &&
    typed.every((word, index) =>
      written.some((one) => (index === typed.length - 1 ? one.startsWith(word) : one === word)),
    )
  )
}
