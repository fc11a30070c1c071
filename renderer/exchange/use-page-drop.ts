import { useEffect, useRef } from 'react'

interface PageDrop {
  /** Largest size that is read, in bytes. */
  readonly limit: number
  readonly onFile: (bytes: Uint8Array<ArrayBuffer>) => void
  readonly onTooLarge: () => void
  readonly onUnreadable: () => void
}

/** Takes a file dropped anywhere on the page: nobody should have to aim, and a miss must not make the window leave the app. */
export function usePageDrop(page: PageDrop): void {
  const latest = useRef(page)
  latest.current = page
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault()
    const drop = (event: DragEvent): void => {
      // The drop area has already taken it.
      if (event.defaultPrevented) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      const { limit, onFile, onTooLarge, onUnreadable } = latest.current
      if (!file) return
      if (file.size > limit) onTooLarge()
      else file.arrayBuffer().then((buffer) => onFile(new Uint8Array(buffer)), onUnreadable)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
    }
  }, [])
}
