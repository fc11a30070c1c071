import { compare, type Durations, interleave, type Row, timed } from './measure.ts'
import {
  createAge,
  createGpg,
  createInProcess,
  createPacketCommand,
  type PacketTool,
} from './packet-tools.ts'

const recipientCounts = [1, 5, 30]

interface Compared {
  readonly rows: readonly Row[]
  /** What there was nothing to compare with, in words. */
  readonly missing: readonly string[]
}

/** Seals and opens `content` in every way there is on this computer, in turns. */
export async function packetBench(
  folder: string,
  content: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<Compared> {
  const people = Math.max(...recipientCounts)
  const ours = [await createInProcess(folder, people), await createPacketCommand(folder, people)]
  const [age, gpg] = [await createAge(folder, people), await createGpg(folder, people)]
  const theirs = [age, gpg].filter((tool) => tool !== null)
  try {
    const rows: Row[] = []
    for (const count of recipientCounts) {
      const measured = await measure([...ours, ...theirs], content, count, rounds)
      rows.push(...compareAll(ours, theirs, measured, count))
    }
    const missing = [...(age ? [] : ['age: not installed']), ...(gpg ? [] : ['gpg: not installed'])]
    return { rows, missing }
  } finally {
    for (const tool of theirs) tool.end()
  }
}

/** By tool. */
interface Measured {
  readonly seal: Readonly<Record<string, Durations>>
  readonly open: Readonly<Record<string, Durations>>
}

async function measure(
  tools: readonly PacketTool[],
  content: Uint8Array<ArrayBuffer>,
  count: number,
  rounds: number,
): Promise<Measured> {
  const inTurns = (work: (tool: PacketTool) => unknown) =>
    interleave(
      rounds,
      Object.fromEntries(tools.map((tool) => [tool.name, async () => [await timed(() => work(tool))]])),
    )
  const sealed = new Map<PacketTool, Uint8Array>()
  for (const tool of tools) {
    const file = await tool.seal(content, count)
    if (Buffer.compare(await tool.open(file), content) !== 0) throw new Error(`${tool.name} lost the content`)
    sealed.set(tool, file)
  }
  return {
    seal: await inTurns((tool) => tool.seal(content, count)),
    open: await inTurns((tool) => tool.open(sealed.get(tool) ?? content)),
  }
}

function compareAll(
  ours: readonly PacketTool[],
  theirs: readonly PacketTool[],
  measured: Measured,
  count: number,
): Row[] {
  return (['seal', 'open'] as const).flatMap((act) =>
    ours.flatMap(({ name }) =>
      theirs.map((other) =>
        compare(
          `${act} 64 KiB for ${count}, ${name}`,
          measured[act][name] ?? [],
          other.name,
          measured[act][other.name] ?? [],
        ),
      ),
    ),
  )
}
