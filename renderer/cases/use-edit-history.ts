import { useHotkeys } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { back, type EditHistory, forth, noHistory, record } from './edit-history.ts'

interface EditSteps<B> {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What the last step was: which way, and the field that it changed, or null for several. */
  readonly last: { readonly way: 'undone' | 'redone'; readonly field: string | null } | null
  /** To be told before each change. */
  noting(before: B, after: B): void
  undo(): void
  redo(): void
  /** What was done is done: nothing to step back to any more. */
  forget(): void
}

/** Steps back through the changes of a form; also with Ctrl+Z, wherever the browser has no undoing of its own. */
export function useEditHistory<B extends object>(now: B, show: (body: B) => void): EditSteps<B> {
  const [history, setHistory] = useState<EditHistory<B>>(noHistory)
  const [last, setLast] = useState<EditSteps<B>['last']>(null)
  const latest = useRef({ history, now })
  latest.current = { history, now }

  const step = (take: typeof back<B>, way: 'undone' | 'redone'): void => {
    const taken = take(latest.current.history, latest.current.now)
    if (!taken) return
    setHistory(taken.history)
    setLast({ way, field: taken.step.field })
    show(taken.step.body)
  }
  const undo = (): void => step(back, 'undone')
  const redo = (): void => step(forth, 'redone')
  const unlessTyping = (act: () => void) => (event: KeyboardEvent) => {
    if (isTyped(event.target)) return
    event.preventDefault()
    act()
  }
  const quietly = { preventDefault: false }
  useHotkeys(
    [
      ['mod+Z', unlessTyping(undo), quietly],
      ['mod+shift+Z', unlessTyping(redo), quietly],
      ['mod+Y', unlessTyping(redo), quietly],
    ],
    [],
  )

  return {
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    last,
    noting: (before, after) => {
      setLast(null)
      setHistory(record(latest.current.history, before, after, performance.now()))
    },
    undo,
    redo,
    forget: () => {
      setLast(null)
      setHistory(noHistory)
    },
  }
}

/** Kinds of fields in which the browser undoes what is typed; it does so neither for a box to tick nor for a date. */
const typedKinds = new Set(['text', 'search', 'password', 'email', 'url', 'tel', 'number'])

function isTyped(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !target.readOnly && typedKinds.has(target.type)
}
