import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { In } from '../../shared/contract.ts'
import { call } from '../client.ts'

/** The calls that leave a vault open. */
type EntryChannel = 'vault.create' | 'vault.unlock' | 'recovery.recover' | 'practice.open'

export interface Entry<K extends EntryChannel> {
  readonly busy: boolean
  readonly error: Error | null
  /** Null when the vault opened, and the app then shows; else why it did not. */
  enter(input: In<K>): Promise<Error | null>
  forgetError(): void
}

interface EntryOptions {
  /** Right before the app shows: the moment to go where it should open. */
  readonly onOpen?: () => void
}

/** Creates or opens a vault. Not through React Query, whose mutation cache would remember the passphrase. */
export function useEntry<K extends EntryChannel>(channel: K, { onOpen }: EntryOptions = {}): Entry<K> {
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
        onOpen?.()
        await client.invalidateQueries()
        return null
      } catch (refusal) {
        setError(refusal as Error)
        return refusal as Error
      } finally {
        setBusy(false)
      }
    },
  }
}
