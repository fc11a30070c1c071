import { casesHandlers } from '../main/cases/cases.handlers.ts'
import { todayHandlers } from '../main/today/today.handlers.ts'
import type { OpenVault } from '../main/vault/open-vault.ts'
import type { ChannelName, In, Out } from '../shared/contract.ts'
import { contract } from '../shared/contract.ts'
import { contextOf } from './context.ts'
import { derive, oneDerivation } from './derivation.ts'
import { passphrase, plainTwin, type Twins } from './library.ts'
import { compare, type Durations, interleave, type Row, timed } from './measure.ts'
import { floorBytes, peakMemory } from './memory.ts'
import { startVaultProcess } from './vault-calls.ts'

type Call = <K extends ChannelName>(channel: K, input: In<K>) => Promise<Out<K>>

/** What one does all day, each as the window asks for it. `ids`: cases to open and to save into, another one each time. */
type Act = (call: Call, ids: readonly string[], round: number) => Promise<Durations>

const words = [
  'détresse',
  'naufrage',
  'hébergement',
  'menaces usine',
  'd',
  'inte',
  'hotel conjoint',
  'besoins',
]

const once = async (work: () => unknown): Promise<Durations> => [await timed(work)]

const acts: Readonly<Record<string, Act>> = {
  'first page of the list': (call) => once(() => call('cases.list', {})),
  'filter by three criteria': (call) =>
    once(() => call('cases.list', { status: ['open'], region: ['06', '16'], risk: ['high'], sort: 'risk' })),
  search: async (call) => {
    const durations: number[] = []
    for (const one of words) durations.push(await timed(() => call('cases.list', { words: one })))
    return durations
  },
  'open a case': (call, ids, round) => once(() => call('cases.get', { id: ids[round % ids.length] ?? '' })),
  'save a section': async (call, ids, round) => {
    const id = ids[round % ids.length] ?? ''
    const { sections } = await call('cases.get', { id })
    const seen = sections.filter(({ name }) => name === 'question').map(({ version }) => version)
    const section = { name: 'question' as const, body: { question: `Que faire ensuite, version ${round} ?` } }
    return once(() => call('cases.saveSection', { id, section, seen }))
  },
  today: (call) => once(() => call('today.list', {})),
}

const yardstick = 'derivation'

/** The percentile that is told: a search is typed letter by letter, and its slowest are felt. */
const percentOf = (name: string): number => (name === 'search' ? 95 : 50)
const title = (name: string, count: string): string =>
  `${name}${percentOf(name) === 95 ? ', p95' : ''}, ${count}`

/** Through the door and the vault process and back, against what an unlock can’t do without; and what that process holds. */
export async function actsBench(folder: string, count: string, rounds: number): Promise<Row[]> {
  const calls = startVaultProcess()
  try {
    await calls.call('vault.unlock', { folder, passphrase })
    const ids = (await calls.call('cases.list', {})).rows.map(({ id }) => id)
    const sides: Record<string, (round: number) => Promise<Durations>> = { [yardstick]: derive }
    for (const [name, act] of Object.entries(acts)) sides[name] = (round) => act(calls.call, ids, round)
    const measured = await interleave(rounds, sides)
    const rows = Object.keys(acts).map((name) =>
      compare(title(name, count), measured[name] ?? [], oneDerivation, measured[yardstick] ?? [], {
        ours: percentOf(name),
        theirs: 50,
      }),
    )
    return [
      ...rows,
      ...memoryRow('the vault process', calls.pid(), count),
      ...memoryRow('the shell', process.pid, count),
    ]
  } finally {
    await calls.end()
  }
}

function memoryRow(of: string, pid: number, count: string): Row[] {
  const bytes = peakMemory(pid)
  if (bytes === null) return []
  const ratio = Number((bytes / floorBytes).toPrecision(3))
  return [{ name: `most memory of ${of}, ${count}`, ratio, against: '64 MiB', n: 1 }]
}

/** In one process, against the library without encryption. */
export async function plainActsBench(
  { encrypted, plain }: Twins,
  count: string,
  rounds: number,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, act] of Object.entries(acts)) {
    const side = async (vault: OpenVault) => {
      const call = callIn(vault)
      const ids = (await call('cases.list', {})).rows.map(({ id }) => id)
      return (round: number) => act(call, ids, round)
    }
    const { ours, theirs } = await interleave(rounds, {
      ours: await side(encrypted),
      theirs: await side(plain),
    })
    const percents = { ours: percentOf(name), theirs: percentOf(name) }
    rows.push(compare(`${title(name, count)}, in process`, ours, plainTwin, theirs, percents))
  }
  return rows
}

const handlers = { ...casesHandlers, ...todayHandlers }

/** The handlers without the door; they take no other channel than those of `acts`. */
const callIn = (vault: OpenVault): Call => {
  const context = contextOf(vault)
  return async (channel, input) => {
    const run = handlers[channel as keyof typeof handlers] as (given: unknown, of: typeof context) => unknown
    return (await run(contract[channel].in.parse(input), context)) as never
  }
}
