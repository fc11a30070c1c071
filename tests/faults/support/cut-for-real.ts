import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../support/vault.ts'
import type { PowerCut, StepCounted } from './power-cut.ts'
import { type Ask, NoAnswer, type Script, spawnVault } from './spawn-vault.ts'

const preload = [
  new URL('slow-machine.ts', import.meta.url).href,
  new URL('power-cut.ts', import.meta.url).href,
]

interface AfterCut {
  readonly root: string
  /** The calls that were answered well before the cut, by number from 1. */
  readonly said: ReadonlySet<number>
}

/** Plays a script to a vault process of its own on a copy of `from`, with the cut given. */
async function run(
  from: string,
  script: (root: string) => Script,
  cut: Pick<PowerCut, 'at' | 'halfway'>,
  entry?: URL,
): Promise<AfterCut & { steps: StepCounted[] }> {
  const scratch = temporaryFolder()
  const root = join(scratch, 'root')
  cpSync(from, root, { recursive: true })
  const countFile = join(scratch, 'count')
  const told: PowerCut = { ...cut, below: root, countFile }
  const vault = spawnVault({ preload, environment: { TEST_POWER_CUT: JSON.stringify(told) }, entry })
  const said = new Set<number>()
  let last = 0
  const ask: Ask = async (channel, input) => {
    last += 1
    const id = last
    const answer = await vault.ask(channel, input)
    said.add(id)
    return answer
  }
  try {
    await script(root)(ask)
  } catch (error) {
    if (!(error instanceof NoAnswer) || cut.at === 0) throw error
  }
  await vault.end()
  return { root, said, steps: cut.at === 0 ? stepsCounted(countFile) : [] }
}

const stepsCounted = (file: string): StepCounted[] => JSON.parse(readFileSync(file, 'utf8'))

/**
 * Kills a real vault process at every step that the last call of a script asks of Node's file system, and half-way through
 * every write.
 * @returns how many cuts there were
 */
export async function cutAtEveryStep(
  from: string,
  script: (root: string) => Script,
  check: (after: AfterCut) => Promise<void>,
  entry?: URL,
): Promise<number> {
  const { steps } = await run(from, script, { at: 0, halfway: false }, entry)
  // The calls before the last one only lead up to it.
  const first = steps.slice(0, steps.lastIndexOf('said')).lastIndexOf('said')
  const cuts = steps.flatMap((kind, index) => {
    if (index <= first || kind === 'said') return []
    const before = { at: index + 1, halfway: false }
    return kind === 'write' ? [before, { ...before, halfway: true }] : [before]
  })
  const waiting = [...cuts]
  const worker = async (): Promise<void> => {
    for (let cut = waiting.shift(); cut; cut = waiting.shift()) {
      const { at, halfway } = cut
      try {
        await check(await run(from, script, cut, entry))
      } catch (error) {
        const where = `${halfway ? 'half-way through' : 'before'} step ${at} of ${steps.length}`
        throw new Error(`${where}: ${error instanceof Error ? error.message : error}`, { cause: error })
      }
    }
  }
  await Promise.all([worker(), worker()])
  return cuts.length
}
