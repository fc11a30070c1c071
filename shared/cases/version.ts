import { z } from 'zod'
import { fingerprint } from '../fields.ts'

/** Nobody saves that often. Near 2^53 a count could not grow any more, and no later version would ever be newer. */
const savesLimit = 1_000_000_000
/** More authors than the coalition has members. */
const authorsLimit = 128

/** How often each author has saved a section: author fingerprint → count. */
export const versionVector = z
  .record(fingerprint, z.number().int().positive().max(savesLimit))
  .refine((vector) => Object.keys(vector).length <= authorsLimit)
export type VersionVector = z.infer<typeof versionVector>

export type Order = 'same' | 'newer' | 'older' | 'concurrent'

/** How `a` stands to `b`: `newer` when it has seen all that `b` has and more. */
export function compareVersions(a: VersionVector, b: VersionVector): Order {
  let ahead = false
  let behind = false
  for (const author of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const difference = (a[author] ?? 0) - (b[author] ?? 0)
    if (difference > 0) ahead = true
    if (difference < 0) behind = true
  }
  if (ahead && behind) return 'concurrent'
  if (ahead) return 'newer'
  return behind ? 'older' : 'same'
}

/** The version of a text written by `author` after having seen all of `seen`: it dominates every one of them. */
export function nextVersion(seen: readonly VersionVector[], author: string): VersionVector {
  const next: VersionVector = {}
  for (const vector of seen) {
    for (const [who, count] of Object.entries(vector)) next[who] = Math.max(next[who] ?? 0, count)
  }
  next[author] = (next[author] ?? 0) + 1
  return next
}

/** One spelling per vector, so that equal vectors are equal strings. */
export function versionKey(vector: VersionVector): string {
  return JSON.stringify(Object.entries(vector).sort(([a], [b]) => (a < b ? -1 : 1)))
}
