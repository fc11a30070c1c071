import { useEffect } from 'react'
import { call } from '../client.ts'

/** Whatever is copied or cut in the app is told to the shell, which takes it back off the clipboard in time. */
export function useCopied(): void {
  useEffect(() => {
    const tell = (): void => {
      const text = selectedText()
      if (text !== '') void call('app.copied', { text }).catch(() => undefined)
    }
    document.addEventListener('copy', tell)
    document.addEventListener('cut', tell)
    return () => {
      document.removeEventListener('copy', tell)
      document.removeEventListener('cut', tell)
    }
  }, [])
}

/** A field keeps its selection to itself; the page's own selection does not see it. */
function selectedText(): string {
  const field = document.activeElement
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
  }
  return document.getSelection()?.toString() ?? ''
}
