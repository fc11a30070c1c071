import { casesHandlers } from '../main/cases/cases.handlers.ts'
import type { VaultContext } from '../main/vault/handler.ts'
import type { OpenVault } from '../main/vault/open-vault.ts'
import type { FictionalCase } from './fictional-cases.ts'
import { insertCases, plainTwin, type Twins } from './library.ts'
import { compare, interleave, type Row, timed } from './measure.ts'

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

/** Saves as the form makes them: through the handler, a transaction each, on the disk when it returns. */
export async function saveBench(
  { encrypted, plain }: Twins,
  cases: readonly FictionalCase[],
  rounds: number,
): Promise<Row[]> {
  const step = Math.floor(cases.length / (rounds + 1))
  const save = (vault: OpenVault) => {
    const context = contextOf(vault)
    return async (round: number) => {
      const { id, sections } = cases[round * step] ?? {}
      const section = sections?.find(({ name }) => name === 'summary')
      if (!id || !section) throw new Error('there is no such case')
      const view = await casesHandlers['cases.get']({ id }, context)
      const seen = view.sections.filter(({ name }) => name === section.name).map(({ version }) => version)
      return [await timed(() => casesHandlers['cases.saveSection']({ id, section, seen }, context))]
    }
  }
  const { ours, theirs } = await interleave(rounds, { ours: save(encrypted), theirs: save(plain) })
  return [compare('save one section of a case', ours, plainTwin, theirs)]
}

/** What a handler is given in the vault process, on a day that stands still. */
const contextOf = (vault: OpenVault): VaultContext => ({
  vault,
  today: () => '2026-01-05',
  enter: () => undefined,
  runJob: () => Promise.reject(new Error('no job is run here')),
  cancelJob: () => undefined,
})
