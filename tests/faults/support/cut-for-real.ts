import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../support/vault.ts'
import type { PowerCut, StepCounted } from './power-cut.ts'
import { type Call, spawnVault } from './spawn-vault.ts'

const preload = ['slow-machine.ts', 'power-cut.ts'].map((name) => new URL(name, import.meta.url).href)

interface AfterCut {
  readonly root: string
  /** The calls that were answered well before the cut, by number from 1. */
  readonly said: ReadonlySet<number>
}

/** Runs the calls in a vault process of its own on a copy of `from`, with the cut given; `calls` gets the copy. */
async function run(
  from: string,
  calls: (root: string) => readonly Call[],
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
  for (const [index, call] of calls(root).entries()) {
    const reply = await vault.call(...call)
    if (reply?.ok) said.add(index + 1)
    else if (reply) throw new Error(`${call[0]}: ${reply.error.code}`)
    else break
  }
  await vault.end()
  return { root, said, steps: cut.at === 0 ? stepsCounted(countFile) : [] }
}

const stepsCounted = (file: string): StepCounted[] => JSON.parse(readFileSync(file, 'utf8'))

/**
 * Kills a real vault process at every step that it asks of Node's file system, and half-way through every write.
 * @returns how many cuts there were
 */
export async function cutAtEveryStep(
  from: string,
  calls: (root: string) => readonly Call[],
  check: (after: AfterCut) => Promise<void>,
  entry?: URL,
): Promise<number> {
  const { steps } = await run(from, calls, { at: 0, halfway: false }, entry)
  const cuts = steps.flatMap((kind, index) => {
    const before = { at: index + 1, halfway: false }
    return kind === 'write' ? [before, { ...before, halfway: true }] : [before]
  })
  const waiting = [...cuts]
  const worker = async (): Promise<void> => {
    for (let cut = waiting.shift(); cut; cut = waiting.shift()) {
      const { at, halfway } = cut
      try {
        await check(await run(from, calls, cut, entry))
      } catch (error) {
        const where = `${halfway ? 'half-way through' : 'before'} step ${at} of ${steps.length}`
        throw new Error(`${where}: ${error instanceof Error ? error.message : error}`, { cause: error })
      }
    }
  }
  await Promise.all([worker(), worker()])
  return cuts.length
}
