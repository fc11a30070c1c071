import { createHash } from 'node:crypto'
import { Disk, type Loss, type Remains, type Step } from './disk.ts'

/** What a folder may hold after the power was cut somewhere in a recording. */
export interface State {
  /** For the message of a failing test. */
  readonly when: string
  readonly remains: Remains
  /** The calls that the person had been told were done. */
  readonly said: ReadonlySet<number>
}

/** The smallest that any disk in use has. */
const sectorBytes = 512

const losses: readonly Loss[] = [
  { content: 'nothing', names: 'nothing' },
  { content: 'all', names: 'nothing' },
  { content: 'every second', names: 'nothing' },
  { content: 'nothing', names: 'all' },
  { content: 'all', names: 'all' },
]

/**
 * Every state after a cut: before each step, half-way through each write that is longer than a sector, and each time with what was not synced kept,
 * lost, or kept in part. The same folder after the same promises comes once.
 * @param from folder as it was before the recording
 */
export function* statesAfterCuts(from: string, steps: readonly Step[]): Generator<State> {
  const seen = new Set<string>()
  const disk = Disk.of(from)
  const said = new Set<number>()

  function* fresh(cut: string): Generator<State> {
    for (const loss of losses) {
      const remains = disk.remains(loss)
      const hash = fingerprint(remains, said)
      if (seen.has(hash)) continue
      seen.add(hash)
      const when = `${cut}; lost of content: ${loss.content}, of names: ${loss.names}; said: ${[...said].join()}`
      yield { when, remains, said: new Set(said) }
    }
  }

  for (const [index, step] of steps.entries()) {
    yield* fresh(`cut before step ${index} of ${steps.length}, ${step.kind}`)
    if (step.kind === 'said') said.add(step.id)
    const half = step.kind === 'write' ? sectorHalfway(step.at, step.bytes.length) : 0
    if (step.kind !== 'write' || half === 0) {
      disk.apply(step)
      continue
    }
    disk.apply({ ...step, bytes: step.bytes.subarray(0, half) })
    yield* fresh(`cut half-way through step ${index} of ${steps.length}`)
    disk.apply({ ...step, at: step.at + half, bytes: step.bytes.subarray(half) })
  }
  yield* fresh('cut after the last step')
}

/** A disk writes a sector whole or not at all: a write is cut where a sector begins, or not at all. @returns bytes before the cut */
const sectorHalfway = (at: number, length: number): number =>
  Math.max(0, Math.floor((at + length / 2) / sectorBytes) * sectorBytes - at)

function fingerprint(remains: Remains, said: ReadonlySet<number>): string {
  const hash = createHash('sha256').update([...said].join())
  for (const path of [...remains.keys()].sort()) {
    const bytes = remains.get(path)
    hash.update(`\n${path} ${bytes?.length ?? 'folder'} `)
    if (bytes) hash.update(bytes)
  }
  return hash.digest('hex')
}
