import { Kbd } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'

const isMac = /Mac/.test(navigator.userAgent)

/** A key together with the system's own modifier, as it is printed on the keyboard. */
export function Shortcut({ letter }: { letter: string }) {
  const t = useWords()
  return (
    <Kbd size="sm" aria-hidden visibleFrom="sm">
      {isMac ? t('app.shortcut.command', { letter }) : t('app.shortcut.control', { letter })}
    </Kbd>
  )
}

/** The same for assistive technology, in the syntax of `aria-keyshortcuts`. */
export const keyShortcut = (letter: string): string => (isMac ? `Meta+${letter}` : `Control+${letter}`)
