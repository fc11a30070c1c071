import { listCases } from '../main/cases/cases.store.ts'
import type { OpenVault } from '../main/vault/open-vault.ts'
import { caseQuery } from '../shared/cases/cases.contract.ts'
import { dayOf } from '../shared/dates.ts'
import { derive, oneDerivation } from './derivation.ts'
import { passphrase, plainTwin, type Twins } from './library.ts'
import { compare, type Durations, interleave, type Row, timed } from './measure.ts'
import { startVaultProcess } from './vault-calls.ts'

/** What people look for among situations. The last word may be unfinished: the list is searched while they type. */
const searches = [
  // rare words
  ['naufrage', 'horlogerie', 'aphasie', 'ruche', 'orthèse', 'origami', 'organiste', 'astrologue'],
  // common words
  ['menaces', 'hébergement', 'détresse', 'dette', 'personne', 'hôtel', 'besoins', 'intervenante'],
  // two words
  ['détresse menaces', 'hébergement sécuritaire', 'dette passeport', 'avis juridique', 'hôtel conjoint'],
  ['enfants police', 'cauchemars usine', 'besoins fatigue'],
  // first letters
  ['d', 'hé', 'inte', 'confis', 'travail', 'rencontre', 'astro', 'sou'],
  // accents and ligatures left out
  ['detresse', 'hebergement', 'hotel', 'securitaire', 'oeuvre', 'etudes', 'phobie ascenseur', 'coeur'],
].flat()

type Search = (words: string) => Promise<{ readonly total: number }>

const sentence = (count: number, percent: number): string => `search ${count} cases, p${percent}`

/** As the window does it: through the door and the vault process and back, first page of the list. */
export async function searchBench(folder: string, count: number, rounds: number): Promise<Row[]> {
  const calls = startVaultProcess()
  try {
    await calls.call('vault.unlock', { folder, passphrase })
    const { search, derivation } = await interleave(rounds, {
      search: all((words) => calls.call('cases.list', { words })),
      derivation: derive,
    })
    return [50, 95].map((percent) =>
      compare(sentence(count, percent), search, oneDerivation, derivation, { ours: percent, theirs: 50 }),
    )
  } finally {
    await calls.end()
  }
}

/** Inside one process, against the library without encryption. */
export async function plainSearchBench(
  { encrypted, plain }: Twins,
  count: number,
  rounds: number,
): Promise<Row[]> {
  const search = ({ reader, me }: OpenVault) =>
    all(async (words) =>
      listCases(reader, caseQuery.parse({ words }), me.fingerprint, () => '', dayOf(Date.now())),
    )
  const { ours, theirs } = await interleave(rounds, { ours: search(encrypted), theirs: search(plain) })
  return [50, 95].map((percent) =>
    compare(`${sentence(count, percent)}, in process`, ours, plainTwin, theirs, {
      ours: percent,
      theirs: percent,
    }),
  )
}

/** Every search once, each timed by itself. One that finds nothing would measure nothing. */
const all = (search: Search) => async (): Promise<Durations> => {
  const durations: number[] = []
  for (const words of searches) {
    const spent = await timed(async () => {
      const { total } = await search(words)
      if (total === 0) throw new Error(`nothing was found for ${words}`)
    })
    durations.push(spent)
  }
  return durations
}
