/** Calls `onIdle` when nobody has touched the window for the given minutes. Stopped while the vault is locked. */
export interface IdleClock {
  /** Somebody is there; also starts the clock. */
  touch(): void
  stop(): void
}

export function createIdleClock(minutes: () => number, onIdle: () => void): IdleClock {
  let timer: NodeJS.Timeout | null = null
  const stop = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
  }
  return {
    touch: () => {
      stop()
      timer = setTimeout(onIdle, minutes() * 60_000)
      timer.unref()
    },
    stop,
  }
}
