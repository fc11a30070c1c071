import { useEffect } from 'react'
import { call } from '../client.ts'
import { throttle } from './throttle.ts'

/** How often, at most, the shell is told that somebody is there: far below the shortest idle time, one minute. */
const quietMilliseconds = 10_000

const signs = ['pointerdown', 'keydown', 'wheel'] as const

/** Keeps the idle clock from running out while somebody works. */
export function usePresence(): void {
  useEffect(() => {
    const tell = throttle(() => void call('app.active', {}).catch(() => undefined), quietMilliseconds)
    for (const sign of signs) window.addEventListener(sign, tell, { capture: true, passive: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell, { capture: true })
    }
  }, [])
}
