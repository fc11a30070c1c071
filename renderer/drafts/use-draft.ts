import { useEffect, useRef, useState } from 'react'
import type { DraftKey } from '../../shared/drafts/drafts.contract.ts'
import { call } from '../client.ts'
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts'

export { beforeLock, flushDrafts } from './draft-keeper.ts'

/** `failed`: what was typed could not be put away (a full disk); it is tried again at the next key and at a lock. */
export type DraftStatus = 'loading' | 'clean' | 'typing' | 'kept' | 'failed'

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
  const keeper = useRef<DraftKeeper<T> | null>(null)
  const touched = useRef(false)
  const given = useRef({ initial, restore })
  given.current = { initial, restore }

  useEffect(() => {
    const place = JSON.parse(keyText) as DraftKey
    let stale = false
    const mine = createDraftKeeper<T>((body) => call('drafts.put', { key: place, body }), {
      onKept: () => !stale && setStatus('kept'),
      onFailed: () => !stale && setStatus('failed'),
    })
    keeper.current = mine
    touched.current = false
    setStatus('loading')
    setValue(given.current.initial)
    setFound(false)
    call('drafts.get', { key: place }).then(
      ({ body }) => {
        // Whoever typed before the draft came back is right: her words are the newer ones.
        if (stale || touched.current) return
        const kept = body === null ? null : given.current.restore(JSON.parse(body))
        setStatus(kept === null ? 'clean' : 'kept')
        if (kept === null) return
        setValue(kept)
        setFound(true)
      },
      () => !stale && !touched.current && setStatus('clean'),
    )
    return () => {
      stale = true
      mine.close()
    }
  }, [keyText])

  const change = (next: T): void => {
    setValue(next)
    setFound(false)
    setStatus('typing')
    touched.current = true
    keeper.current?.type(next)
  }

  const settled = (): void => {
    keeper.current?.settle()
    setFound(false)
    setStatus('clean')
  }

  const discard = async (): Promise<void> => {
    settled()
    await call('drafts.discard', { key: JSON.parse(keyText) as DraftKey })
    setValue(given.current.initial)
  }

  return { value, status, found, change, discard, settled }
}
