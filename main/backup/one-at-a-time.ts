import { refuseCancelled } from '../../shared/packet/pause.ts'
import type { Job } from '../vault/handler.ts'
import { turnstile } from '../vault/in-turn.ts'

const inTurn = turnstile()

/**
 * Backups wait for each other: each stops the vault for a moment, and sweeps what it takes for left behind. Cancelled
 * while it waits, one does not begin.
 */
export const oneAtATime = <T>(job: Job, work: () => Promise<T>): Promise<T> =>
  inTurn(async () => {
    refuseCancelled(job)
    return work()
  })
