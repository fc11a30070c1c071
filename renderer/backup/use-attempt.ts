import { useState } from 'react'

interface Attempt {
  readonly busy: boolean
  readonly error: Error | null
  /** True when it went through. One at a time. */
  run(work: () => Promise<void>): Promise<boolean>
  forgetError(): void
}

/** One try at something that carries a passphrase: not through React Query, whose mutation cache would remember it. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  return {
    busy,
    error,
    forgetError: () => setError(null),
    run: async (work) => {
      if (busy) return false
      setBusy(true)
      setError(null)
      try {
        await work()
        return true
      } catch (refusal) {
        setError(refusal as Error)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
