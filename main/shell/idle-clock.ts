/** Calls `onIdle` when nobody has touched the window for the given minutes, or when the computer has slept. */
export interface IdleClock {
  /** Somebody is there; also starts the clock. */
  touch(): void
  /** While the vault is locked. */
  stop(): void
}

const tickMilliseconds = 5000
/**
 * A tick that comes this late was slept through: lid closed, suspended. The system's own word for it may be missing (the
 * preview has none) or may come after the screen is lit again, and its timers stand still meanwhile.
 */
const sleptMilliseconds = 30_000

export function createIdleClock(minutes: () => number, onIdle: () => void): IdleClock {
  let timer: NodeJS.Timeout | null = null
  let ticker: NodeJS.Timeout | null = null
  let lastAwake: number | null = null

  const stop = (): void => {
    if (timer) clearTimeout(timer)
    if (ticker) clearInterval(ticker)
    timer = null
    ticker = null
    lastAwake = null
  }
  const ring = (): void => {
    stop()
    onIdle()
  }
  const hasSlept = (): boolean => {
    const now = Date.now()
    const slept = lastAwake !== null && now - lastAwake > sleptMilliseconds
    lastAwake = now
    return slept
  }
  return {
    touch: () => {
      // Whoever moves first after waking must not hide that it slept.
      if (hasSlept()) return ring()
      if (timer) clearTimeout(timer)
      timer = setTimeout(ring, minutes() * 60_000)
      timer.unref()
      ticker ??= setInterval(() => hasSlept() && ring(), tickMilliseconds).unref()
    },
    stop,
  }
}
