import { useState } from 'react'
import { useWords } from '../i18n/words.tsx'

interface TextEntry {
  /** What is too much, in a sentence; nothing is cut off. */
  readonly error: string | undefined
  /** Said once characters that nobody sees were taken out; empty otherwise. */
  readonly notice: string
  type(text: string): void
}

/**
 * Free text on its way in: what can't be kept is taken out and said, what is too long is said and left whole until the
 * person has shortened it.
 */
export function useTextEntry(
  value: string,
  limit: number,
  clean: (text: string) => string,
  onChange: (text: string) => void,
): TextEntry {
  const t = useWords()
  const [cleaned, setCleaned] = useState(false)
  const over = value.length - limit
  return {
    error: over > 0 ? t('ui.tooLong', { over, limit }) : undefined,
    notice: cleaned ? t('ui.cleaned') : '',
    type: (text) => {
      const kept = clean(text)
      setCleaned(kept !== text)
      onChange(kept)
    },
  }
}
