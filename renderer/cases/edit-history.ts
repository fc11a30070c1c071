/** Steps back that one edit keeps: more than anybody counts, and no more than a few small objects each. */
const stepsKept = 100

/** A pause after which the same text begins a new step, so that one press never takes back a whole page. */
const pauseMilliseconds = 2000

interface Step<B> {
  readonly body: B
  /** The field that changed; null when several did. */
  readonly field: string | null
}

/**
 * The changes of one edit, to step back through and forward again. In memory only: an earlier wording may hold the very name
 * that was taken out, so it is never kept nor sent, and goes with the form, its save and every lock.
 */
export interface EditHistory<B> {
  readonly past: readonly Step<B>[]
  readonly future: readonly Step<B>[]
  /** The text that is being typed in, and when it last changed; the next letter is no step of its own. */
  readonly typing: { readonly path: string; readonly at: number } | null
}

export const noHistory = { past: [], future: [], typing: null } as const

interface Leaf {
  readonly path: readonly string[]
  readonly isText: boolean
  /** By how many characters a text grew or shrank. */
  readonly by: number
}

/** @param at milliseconds of a clock that never goes back */
export function record<B extends object>(
  history: EditHistory<B>,
  before: B,
  after: B,
  at: number,
): EditHistory<B> {
  const changes = differences(before, after, [])
  const [only] = changes
  if (!only) return history
  // A paste is a step of its own; so is a text cleared at once.
  const path = changes.length === 1 && only.isText && only.by <= 1 ? only.path.join('.') : null
  const goesOn = path !== null && history.typing?.path === path && at - history.typing.at < pauseMilliseconds
  const typing = path === null ? null : { path, at }
  if (goesOn) return { ...history, typing }
  const step = { body: before, field: fieldOf(changes) }
  return { past: [...history.past, step].slice(-stepsKept), future: [], typing }
}

/** One step back, from `now`; null when there is none. */
export function back<B>(history: EditHistory<B>, now: B): { history: EditHistory<B>; step: Step<B> } | null {
  const step = history.past.at(-1)
  if (!step) return null
  const future = [...history.future, { body: now, field: step.field }]
  return { history: { past: history.past.slice(0, -1), future, typing: null }, step }
}

/** One step forward again; null when nothing was taken back. */
export function forth<B>(history: EditHistory<B>, now: B): { history: EditHistory<B>; step: Step<B> } | null {
  const step = history.future.at(-1)
  if (!step) return null
  const past = [...history.past, { body: now, field: step.field }]
  return { history: { past, future: history.future.slice(0, -1), typing: null }, step }
}

function fieldOf(changes: readonly Leaf[]): string | null {
  const fields = new Set(changes.map(({ path }) => path[0]))
  return fields.size === 1 ? (changes[0]?.path[0] ?? null) : null
}

/** Where two values differ; what is not an object on both sides is a leaf. */
function differences(before: unknown, after: unknown, path: readonly string[]): Leaf[] {
  if (Object.is(before, after)) return []
  if (!isBranch(before) || !isBranch(after)) {
    const isText = typeof before === 'string' && typeof after === 'string'
    return [{ path, isText, by: isText ? Math.abs(before.length - after.length) : 0 }]
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => differences(before[key], after[key], [...path, key]))
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
