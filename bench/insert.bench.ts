import { casesHandlers } from '../main/cases/cases.handlers.ts'
import { runJournaled } from '../main/journal/record.ts'
import type { OpenVault } from '../main/vault/open-vault.ts'
import { emptySection, type NamedSection } from '../shared/cases/sections.ts'
import { contextOf } from './context.ts'
import type { FictionalCase } from './fictional-cases.ts'
import { insertCases, plainTwin, type Twins } from './library.ts'
import { compare, type Durations, interleave, type Row, timed } from './measure.ts'

/** Cases of one transaction: what a whole coalition might take in at once. */
const batch = 500

/** Fills both libraries with the same cases, in turns, and measures that. The first batch warms up. */
export async function insertBench(
  { encrypted, plain }: Twins,
  cases: readonly FictionalCase[],
): Promise<Row[]> {
  const insert = (vault: OpenVault) => async (round: number) => [
    await timed(() => insertCases(vault, cases.slice(round * batch, (round + 1) * batch))),
  ]
  const { ours, theirs } = await interleave(Math.ceil(cases.length / batch) - 1, {
    ours: insert(encrypted),
    theirs: insert(plain),
  })
  return [compare(`insert ${batch} cases in one transaction`, ours, plainTwin, theirs)]
}

/** What a person changes before she saves: words, which the search index must forget and learn, or codes, which it never held. */
const edits: Readonly<Record<string, (text: string) => NamedSection>> = {
  'save a section of words': (text) => ({ name: 'question', body: { question: text } }),
  'save a section of codes': () => ({ name: 'profile', body: emptySection('profile') }),
}

/** Saves as the form makes them: through the handler, a transaction each, on the disk when it returns. */
export async function saveBench(
  twins: Twins,
  cases: readonly FictionalCase[],
  rounds: number,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, edit] of Object.entries(edits)) {
    const save = (vault: OpenVault) => (round: number) =>
      saveSection(
        vault,
        cases[round]?.id ?? '',
        edit(`Quel accompagnement offrir ensuite, version ${round} ?`),
      )
    const { ours, theirs } = await interleave(rounds, {
      ours: save(twins.encrypted),
      theirs: save(twins.plain),
    })
    rows.push(compare(name, ours, plainTwin, theirs))
  }
  return rows
}

/** What a line in the journal adds to a save: the same transaction and the same wait for the disk, one more row and a hash. */
export async function journalBench(
  { encrypted }: Twins,
  cases: readonly FictionalCase[],
  rounds: number,
): Promise<Row[]> {
  const save = (run: Saving) => (round: number) =>
    saveSection(encrypted, cases[round]?.id ?? '', { name: 'profile', body: emptySection('profile') }, run)
  const measured = await interleave(rounds, { journaled: save(runJournaled), bare: save(bare) })
  return [
    compare(
      'save a section, with its line in the journal',
      measured.journaled,
      'the same save without',
      measured.bare,
    ),
  ]
}

type Saving = typeof runJournaled
const bare: Saving = (_channel, _given, _context, run) => run()

async function saveSection(
  vault: OpenVault,
  id: string,
  section: NamedSection,
  saving = bare,
): Promise<Durations> {
  const context = contextOf(vault)
  const { sections } = await casesHandlers['cases.get']({ id }, context)
  const seen = sections.filter(({ name }) => name === section.name).map(({ version }) => version)
  const given = { id, section, seen }
  const save = () => casesHandlers['cases.saveSection'](given, context)
  return [await timed(() => saving('cases.saveSection', given, context, save))]
}
