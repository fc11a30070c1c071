import { Kbd } from '@mantine/core'

const isMac = /Mac/.test(navigator.userAgent)

/** A key together with the system's own modifier, as it is printed on the keyboard. */
export function Shortcut({ letter }: { letter: string }) {
  return (
    <Kbd size="sm" aria-hidden>
      {isMac ? `⌘ ${letter}` : `Ctrl ${letter}`}
    </Kbd>
  )
}

/** The same for assistive technology, in the syntax of `aria-keyshortcuts`. */
export const keyShortcut = (letter: string): string => (isMac ? `Meta+${letter}` : `Control+${letter}`)
