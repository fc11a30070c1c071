import { useEffect, useState } from 'react'

/** Often enough that no second is skipped on screen. */
const lookMilliseconds = 250

export interface Wait {
  /** Seconds left, 0 when the next attempt is allowed. */
  readonly left: number
  /** Seconds there were when it began. */
  readonly total: number
  start(seconds: number): void
}

/** The wait after a wrong passphrase, counted down. The vault process holds to it, whatever this clock says. */
export function useWait(): Wait {
  const [{ total, until }, setWait] = useState({ total: 0, until: 0 })
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const look = (): number => {
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000))
      setLeft(seconds)
      return seconds
    }
    if (look() === 0) return
    const timer = setInterval(() => look() === 0 && clearInterval(timer), lookMilliseconds)
    return () => clearInterval(timer)
  }, [until])
  return {
    left,
    total,
    start: (seconds) => {
      setWait({ total: seconds, until: performance.now() + seconds * 1000 })
      setLeft(seconds)
    },
  }
}
