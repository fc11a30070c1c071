import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { In } from '../../shared/contract.ts'
import { call } from '../client.ts'

export interface Entry<K extends 'vault.create' | 'vault.unlock'> {
  readonly busy: boolean
  readonly error: Error | null
  /** True when the vault opened: the app then shows. */
  enter(input: In<K>): Promise<boolean>
  forgetError(): void
}

/** Creates or opens a vault. Not through React Query, whose mutation cache would remember the passphrase. */
export function useEntry<K extends 'vault.create' | 'vault.unlock'>(channel: K): Entry<K> {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  return {
    busy,
    error,
    forgetError: () => setError(null),
    enter: async (input) => {
      setBusy(true)
      setError(null)
      try {
        await call(channel, input)
        await client.invalidateQueries()
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
