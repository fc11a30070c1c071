import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftKey } from '../../shared/drafts/drafts.contract.ts'
import { call } from '../client.ts'

/** A pause in typing after which the draft is put away, and the longest it waits while typing goes on. */
const pauseMilliseconds = 250
const longestMilliseconds = 750

/** Everything typed and not yet put away, by form: what `flushDrafts` waits for. */
const pending = new Set<() => Promise<void>>()

/** Puts away everything that is being typed, at once. For the moment before a lock. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...pending].map((save) => save()))
}

export type DraftStatus = 'loading' | 'clean' | 'typing' | 'kept'

export interface Draft<T> {
  readonly value: T
  readonly status: DraftStatus
  /** True when what is shown was found again rather than typed just now. */
  readonly found: boolean
  change(next: T): void
  /** Forgets the draft and shows `value` as it was given. */
  discard(): Promise<void>
  /** To be called once the value has been saved for good, which also ends the draft in the vault. */
  settled(): void
}

/**
 * A form's value that survives a lock, a closed window and a power cut: kept in the vault, encrypted, within a second of
 * the last key.
 * @param key where it is kept
 * @param initial the saved value, shown when there is no draft
 * @param restore turns a kept draft back into a value; null when it no longer fits the form
 */
export function useDraft<T>(key: DraftKey, initial: T, restore: (kept: unknown) => T | null): Draft<T> {
  const [value, setValue] = useState(initial)
  const [status, setStatus] = useState<DraftStatus>('loading')
  const [found, setFound] = useState(false)
  const keyText = JSON.stringify(key)
  const latest = useRef({ value: initial, dirty: false, since: 0 })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const start = useRef({ initial, restore })
  start.current = { initial, restore }

  const save = useCallback(async () => {
    clearTimeout(timer.current)
    if (!latest.current.dirty) return
    latest.current.dirty = false
    latest.current.since = 0
    await call('drafts.put', {
      key: JSON.parse(keyText) as DraftKey,
      body: JSON.stringify(latest.current.value),
    })
    setStatus((now) => (now === 'typing' && !latest.current.dirty ? 'kept' : now))
  }, [keyText])

  useEffect(() => {
    let stale = false
    latest.current = { value: start.current.initial, dirty: false, since: 0 }
    setStatus('loading')
    setValue(start.current.initial)
    setFound(false)
    call('drafts.get', { key: JSON.parse(keyText) as DraftKey }).then(
      ({ body }) => {
        if (stale) return
        const kept = body === null ? null : start.current.restore(JSON.parse(body))
        if (kept !== null && !latest.current.dirty) {
          latest.current.value = kept
          setValue(kept)
          setFound(true)
        }
        setStatus(kept === null ? 'clean' : 'kept')
      },
      () => !stale && setStatus('clean'),
    )
    pending.add(save)
    return () => {
      stale = true
      pending.delete(save)
      // Leaving the screen is a pause like any other: the words stay.
      void save().catch(() => undefined)
    }
  }, [keyText, save])

  const change = (next: T): void => {
    const now = performance.now()
    if (!latest.current.dirty) latest.current.since = now
    latest.current.value = next
    latest.current.dirty = true
    setValue(next)
    setFound(false)
    setStatus('typing')
    clearTimeout(timer.current)
    const left = longestMilliseconds - (now - latest.current.since)
    timer.current = setTimeout(
      () => void save().catch(() => undefined),
      Math.max(0, Math.min(pauseMilliseconds, left)),
    )
  }

  const settled = (): void => {
    clearTimeout(timer.current)
    latest.current.dirty = false
    setFound(false)
    setStatus('clean')
  }

  const discard = async (): Promise<void> => {
    settled()
    await call('drafts.discard', { key: JSON.parse(keyText) as DraftKey })
    latest.current.value = start.current.initial
    setValue(start.current.initial)
  }

  return { value, status, found, change, discard, settled }
}
