import { type RefObject, useEffect, useRef } from 'react'

/**
 * For a button that can't be pressed while what it started goes on: it loses the focus then, which comes back to it at the
 * end, unless the person has gone elsewhere meanwhile.
 */
export function useFocusBack(busy: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const was = useRef(busy)
  useEffect(() => {
    if (was.current && !busy && isNowhere()) button.current?.focus()
    was.current = busy
  }, [busy])
  return button
}

/** What had the focus is gone, or can't have it any more. */
const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body
