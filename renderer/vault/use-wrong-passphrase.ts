import { type RefObject, useEffect, useRef } from 'react'
import { isRelaisError } from '../../shared/errors.ts'

/** For the field of a passphrase: one that was wrong is there to be written again, without looking for it. */
export function useWrongPassphrase(error: Error | null): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isRelaisError(error, 'vault.wrong_passphrase')) return
    field.current?.focus()
    field.current?.select()
  }, [error])
  return field
}
