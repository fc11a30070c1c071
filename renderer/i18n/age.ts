export interface Age {
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
  /** Whole units; 0 minutes is “now”. */
  readonly count: number
}

const minute = 60_000
const day = 24 * 60 * minute

/** Largest first. A unit serves from twice itself on: “13 days” says more than “1 week”. */
const units: readonly (readonly [Age['unit'], number])[] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', 60 * minute],
]

/** Clocks of two computers differ by that much without anything being wrong. */
const tolerance = 10 * minute

/**
 * How long ago, in the unit that a person would use.
 * @param madeAt and `now`: milliseconds since 1970
 * @returns null for what was made later than now: this computer's clock, or the other's, is wrong
 */
export function ageOf(madeAt: number, now: number): Age | null {
  const elapsed = now - madeAt
  if (elapsed < -tolerance) return null
  const [unit, length] =
    units.find((candidate) => elapsed >= 2 * candidate[1]) ?? (['minute', minute] as const)
  return { unit, count: Math.max(0, Math.floor(elapsed / length)) }
}
