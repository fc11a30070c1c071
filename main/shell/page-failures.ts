/** As many ends or failed loads within this time are not bad luck: another page would go the same way, for ever. */
const hopelessCount = 3
const hopelessMilliseconds = 60_000

/**
 * Counts a page that ended by itself or did not load.
 * @param now milliseconds, from anywhere, never backwards
 * @returns true when there is no point in another
 */
export function createPageFailures(now: () => number = () => performance.now()): () => boolean {
  let failures: number[] = []
  return () => {
    failures = [...failures.filter((at) => now() - at < hopelessMilliseconds), now()]
    return failures.length >= hopelessCount
  }
}
