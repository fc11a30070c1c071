import type { VersionVector } from '../cases/version.ts'
import type { EntryView } from './directory.contract.ts'

/** The version that has seen all of these, and nothing more. */
export function mergedVersion(vectors: readonly VersionVector[]): VersionVector {
  const merged: VersionVector = {}
  for (const vector of vectors) {
    for (const [author, count] of Object.entries(vector))
      merged[author] = Math.max(merged[author] ?? 0, count)
  }
  return merged
}

/** What is before the eyes of someone who looks at an entry: its own text, and its rival's when there is one. */
export const seenOf = ({ version, rival }: EntryView): VersionVector =>
  mergedVersion(rival ? [version, rival.version] : [version])
