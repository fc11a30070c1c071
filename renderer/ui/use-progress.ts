import { useEffect, useRef, useState } from 'react'

export interface Progress {
  /** Share done, 0 to 100, or null when nothing runs. */
  readonly percent: number | null
  /** The id under which the vault is to tell how far it is. */
  begin(): string
  end(): void
}

/** Follows a piece of work that can't be stopped, such as the opening of a vault. */
export function useProgress(): Progress {
  const [percent, setPercent] = useState<number | null>(null)
  const current = useRef<string | null>(null)
  useEffect(
    () =>
      window.relaisEvents.progress(({ jobId, done, total }) => {
        if (jobId === current.current && total > 0) setPercent((100 * done) / total)
      }),
    [],
  )
  return {
    percent,
    begin: () => {
      const jobId = crypto.randomUUID()
      current.current = jobId
      return jobId
    },
    end: () => {
      current.current = null
      setPercent(null)
    },
  }
}
