/** A source of chance that gives the same sequence for the same seed, so that every run stores and seeks the same words. */
export interface Random {
  /** 0 to `limit` - 1. */
  below(limit: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  /** As words occur in a language: the first of the list often, the last seldom (Zipf). */
  often<T>(list: readonly [T, ...T[]]): T
  /** None to `most` different ones. */
  some<T>(list: readonly T[], most: number): T[]
}

/** mulberry32: 32 bits of state, even enough for made-up cases and for nothing that matters. */
export function seededRandom(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    often: (list) => list[Math.floor((list.length + 1) ** next()) - 1] ?? list[0],
    some: (list, most) => {
      const start = below(list.length)
      return list.slice(start, start + below(most + 1))
    },
  }
}
