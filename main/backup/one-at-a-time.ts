import { refuseCancelled } from '../../shared/packet/pause.ts'
import type { Job } from '../vault/handler.ts'

let last: Promise<unknown> = Promise.resolve()

/**
 * Backups wait for each other: each stops the vault for a moment, and sweeps what it takes for left behind. Cancelled
 * while it waits, one does not begin.
 */
export function oneAtATime<T>(job: Job, work: () => Promise<T>): Promise<T> {
  const turn = last.then(() => {
    refuseCancelled(job)
    return work()
  })
  last = turn.catch(() => undefined)
  return turn
}
