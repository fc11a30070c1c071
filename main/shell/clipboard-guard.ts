import { createHash } from 'node:crypto'
import type { ShellClipboard } from './port.ts'

/** Long enough to paste, short enough that it is gone when the person has moved on. KeePassXC waits 10, Bitwarden 30. */
const clearSeconds = 30
/** Another program may hold the clipboard at that very moment. */
const retryMilliseconds = 2000
/** A clipboard that another program holds fast must not keep the vault from locking. */
const patienceMilliseconds = 500

/** Takes words copied out of the app back off the clipboard, unless something else has replaced them. */
export interface ClipboardGuard {
  copied(text: string): void
  /** Now: the vault locks, or Relais ends. */
  clear(): Promise<void>
}

export function createClipboardGuard(clipboard: ShellClipboard): ClipboardGuard {
  // A hash: the words themselves have no business in this process.
  let ours: string | null = null
  let timer: NodeJS.Timeout | null = null

  const clearIn = (milliseconds: number): void => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void clear(), milliseconds)
    timer.unref()
  }
  const clearIfOurs = async (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    const expected = ours
    if (expected === null) return
    if (hashOf(await clipboard.readText()) === expected) await clipboard.clear()
    // Something may have been copied meanwhile.
    if (ours === expected) ours = null
  }
  const clear = (): Promise<void> =>
    Promise.race([clearIfOurs().catch(() => clearIn(retryMilliseconds)), afterPatience()])

  return {
    copied: (text) => {
      ours = hashOf(text)
      clearIn(clearSeconds * 1000)
    },
    clear,
  }
}

/** Systems change line ends and no-break spaces on the way to the clipboard: only what is visible is compared. */
const hashOf = (text: string): string => createHash('sha256').update(text.replace(/\s+/gu, '')).digest('hex')

const afterPatience = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, patienceMilliseconds).unref()
  })
