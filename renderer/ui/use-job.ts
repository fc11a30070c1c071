import { useEffect, useRef, useState } from 'react'
import { isRelaisError } from '../../shared/errors.ts'
import { call } from '../client.ts'

/** `isCancelled` is for work that was already done when the vault was asked to stop. */
type Work = (jobId: string, isCancelled: () => boolean) => Promise<void>

export interface Job {
  /** Share done, 0 to 100, or null when nothing runs. */
  readonly percent: number | null
  readonly error: Error | null
  /** Starts a piece of work under an id of its own; one at a time. */
  run(work: Work): void
  /** Asks the vault to stop. The work then ends without a trace, which is no error. */
  cancel(): void
  /** Shows a refusal that came before the work could start. */
  refuse(error: Error): void
}

/**
 * A long piece of work of the vault, with its progress and a way to stop it. Its result is handed to nobody but `work`:
 * no cache keeps the content of a packet or a passphrase.
 */
export function useJob(): Job {
  const [percent, setPercent] = useState<number | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const current = useRef<string | null>(null)
  const cancelled = useRef(false)

  const cancel = (): void => {
    cancelled.current = true
    if (current.current !== null) {
      void call('app.cancelJob', { jobId: current.current }).catch(() => undefined)
    }
  }
  const leave = useRef(cancel)
  leave.current = cancel

  useEffect(() => {
    const ignore = window.relaisEvents.progress(({ jobId, done, total }) => {
      if (jobId === current.current && total > 0) setPercent((100 * done) / total)
    })
    return () => {
      ignore()
      leave.current()
    }
  }, [])

  const run = (work: Work): void => {
    if (current.current !== null) return
    const jobId = crypto.randomUUID()
    current.current = jobId
    cancelled.current = false
    setPercent(0)
    setError(null)
    work(jobId, () => cancelled.current)
      .catch((problem: Error) => setError(isRelaisError(problem, 'app.cancelled') ? null : problem))
      .finally(() => {
        current.current = null
        setPercent(null)
      })
  }

  return { percent, error, run, cancel, refuse: setError }
}
