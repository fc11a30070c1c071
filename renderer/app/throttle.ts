/** At once, then not again before `pause` milliseconds have passed. */
export function throttle(run: () => void, pause: number, now = () => performance.now()): () => void {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    if (now() - last < pause) return
    last = now()
    run()
  }
}
