/** One line of the table: how long `name` takes, as a multiple of `against`, from `n` measurements of `name` in this run. */
export interface Row {
  readonly name: string
  readonly ratio: number
  readonly against: string
  readonly n: number
}

/** Durations in milliseconds. They never leave this program: only their ratios mean anything on another machine. */
export type Durations = readonly number[]

/** Runs once per round and says how long what counts of it took; a side may measure several things in one round. */
type Side = (round: number) => Durations | Promise<Durations>

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/**
 * Lets the sides take turns, round after round and each time another one first, so that whatever else the machine does
 * falls on all of them alike. A round before the first warms up and is not counted.
 */
export async function interleave<S extends string>(
  rounds: number,
  sides: Readonly<Record<S, Side>>,
): Promise<Record<S, number[]>> {
  const names = Object.keys(sides) as S[]
  const measured = Object.fromEntries(names.map((name): [string, number[]] => [name, []])) as Record<
    S,
    number[]
  >
  for (let round = 0; round <= rounds; round++) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const durations = await sides[name](round)
      if (round > 0) measured[name].push(...durations)
    }
  }
  return measured
}

/** The value that `percent` of the values do not exceed (nearest rank). */
function percentile(values: Durations, percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

/** Which of the durations stand for each side: the medians unless told. */
interface Percents {
  readonly ours: number
  readonly theirs: number
}

export function compare(
  name: string,
  ours: Durations,
  against: string,
  theirs: Durations,
  percents: Percents = { ours: 50, theirs: 50 },
): Row {
  const ratio = percentile(ours, percents.ours) / percentile(theirs, percents.theirs)
  return { name, ratio: Number(ratio.toPrecision(3)), against, n: ours.length }
}
