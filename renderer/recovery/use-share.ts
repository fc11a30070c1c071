import { useRef, useState } from 'react'
import { RelaisError } from '../../shared/errors.ts'
import { wordsIn } from '../../shared/recovery/words.ts'
import { call } from '../client.ts'
import { readShare, shareWords } from './reading.ts'

/** A share that is whole and, where there is a kit to hold it against, of that kit. */
export interface ShareRead {
  readonly text: string
  readonly index: number
  readonly kitId: string
}

export interface ShareTyping {
  readonly words: readonly string[]
  /** The word being typed, from 0: the next one, or one that is being put right. */
  readonly at: number
  readonly error: Error | null
  readonly busy: boolean
  /** Takes a word, several, or the text of a QR code. */
  take(text: string): void
  /** Goes to a word to put it right. */
  correct(at: number): void
  again(): void
}

interface ShareUse {
  /** Folder of the vault whose kit it must be of; null where there is none. */
  readonly checkIn: string | null
  /** Number of the kit that it must be of, where that one was just printed. */
  readonly freshKit: string | undefined
  readonly onRead: (share: ShareRead | null) => void
}

/** A share while it is typed word by word. As soon as it is whole it is looked at, and handed to `onRead`. */
export function useShare({ checkIn, freshKit, onRead }: ShareUse): ShareTyping {
  const [words, setWords] = useState<readonly string[]>([])
  const [at, setAt] = useState(0)
  const [error, setError] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  // What was typed since makes an older answer worthless.
  const look = useRef(0)

  const read = async (text: string) => {
    const mine = ++look.current
    const share = readShare(text)
    if (share instanceof Error) {
      setError(share)
      const word = 'word' in share.params ? Number(share.params.word) : 0
      if (word > 0 && !text.includes(':')) setAt(word - 1)
      return
    }
    const { index, kitId } = share
    share.bytes.fill(0)
    if (freshKit !== undefined && kitId !== freshKit) {
      setError(new RelaisError('recovery.entered_differs'))
      return
    }
    setBusy(true)
    try {
      if (checkIn !== null) await call('recovery.checkShare', { folder: checkIn, share: text })
      if (mine === look.current) onRead({ text, index, kitId })
    } catch (refusal) {
      if (mine === look.current) setError(refusal as Error)
    } finally {
      if (mine === look.current) setBusy(false)
    }
  }

  return {
    words,
    at,
    error,
    busy,
    take: (text) => {
      setError(null)
      if (text.includes(':')) return void read(text)
      const given = wordsIn(text)
      // A whole share takes the place of whatever was there.
      const before = given.length < shareWords ? words : []
      const next = [...before.slice(0, at), ...given, ...before.slice(at + 1)].slice(0, shareWords)
      setWords(next)
      setAt(next.length)
      if (next.length === shareWords) void read(next.join(' '))
    },
    correct: setAt,
    again: () => {
      look.current += 1
      setWords([])
      setAt(0)
      setError(null)
      setBusy(false)
      onRead(null)
    },
  }
}
