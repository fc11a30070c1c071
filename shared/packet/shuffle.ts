import type { RandomSource } from './nacl.ts'

/** A whole number below `limit` (at most 256), every value equally likely: draws that would favour the low ones are thrown away. */
function drawBelow(limit: number, random: RandomSource): number {
  const fair = 256 - (256 % limit)
  for (;;) {
    const [byte = 256] = random(1)
    if (byte < fair) return byte % limit
  }
}

/** A copy in random order (Fisher and Yates). The order in which recipients were ticked tells who matters. */
export function shuffled<T>(items: readonly T[], random: RandomSource): T[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = drawBelow(last + 1, random)
    const [moved] = result.splice(other, 1)
    result.splice(last, 0, moved as T)
  }
  return result
}
