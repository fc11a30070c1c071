/** A pause in typing after which the draft is put away, and the longest it waits while typing goes on. */
const pauseMilliseconds = 250
const longestMilliseconds = 750

/** Keeps one form's words: what was typed last is put away within a second of it. */
export interface DraftKeeper<T> {
  /** True while something typed has not been put away. */
  readonly dirty: boolean
  type(value: T): void
  /** Puts away at once what is waiting; settles when nothing of it is under way any more, and never rejects. */
  save(): Promise<void>
  /** What was typed has been saved for good or given up: nothing waits any more. */
  settle(): void
  /** The form goes away. Leaving is a pause like any other: the words stay. */
  close(): void
}

export interface DraftOutcome {
  onKept(): void
  /** The words are still here, and will be tried again at the next key, at a lock and on leaving. */
  onFailed(): void
}

/** Every form on the screen, and every draft on its way: what `flushDrafts` waits for. */
const keepers = new Set<{ save(): Promise<void> }>()
const underway = new Set<Promise<unknown>>()

/**
 * Puts away everything that is being typed, at once. For the moment before a lock. Twice: a save that was under way
 * leaves what was typed meanwhile to be put away.
 */
export async function flushDrafts(): Promise<void> {
  for (let pass = 0; pass < 2; pass += 1) {
    for (const keeper of keepers) void keeper.save()
    await Promise.all(underway)
  }
}

/** A save ends the draft in the vault, also one with newer words: a lock must wait until those are typed again after it. */
export async function beforeLock(save: Promise<unknown>): Promise<void> {
  const tracked: Promise<unknown> = save.catch(() => undefined).finally(() => underway.delete(tracked))
  underway.add(tracked)
  await save
}

/** @param put writes a draft's JSON into the vault */
export function createDraftKeeper<T>(
  put: (body: string) => Promise<unknown>,
  { onKept, onFailed }: DraftOutcome,
): DraftKeeper<T> {
  let waiting: { readonly value: T } | null = null
  let since = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let round = 0
  let closed = false
  let last: Promise<void> = Promise.resolve()

  const save = (): Promise<void> => {
    clearTimeout(timer)
    if (!waiting) return last
    const sent = waiting
    const mine = round
    waiting = null
    last = put(JSON.stringify(sent.value)).then(
      () => {
        if (mine === round && !waiting) onKept()
      },
      () => {
        if (mine !== round) return
        waiting ??= sent
        onFailed()
      },
    )
    const tracked = last.finally(() => underway.delete(tracked))
    underway.add(tracked)
    return last
  }

  const keeper: DraftKeeper<T> = {
    get dirty() {
      return waiting !== null
    },
    type: (value) => {
      const now = performance.now()
      if (!waiting) since = now
      waiting = { value }
      clearTimeout(timer)
      // The end of a save may bring words after their form has gone, as at a lock: no pause is worth waiting for.
      if (closed) {
        void save()
        return
      }
      const left = longestMilliseconds - (now - since)
      timer = setTimeout(() => void save(), Math.max(0, Math.min(pauseMilliseconds, left)))
    },
    save,
    settle: () => {
      clearTimeout(timer)
      waiting = null
      round += 1
    },
    close: () => {
      closed = true
      keepers.delete(keeper)
      void save()
    },
  }
  keepers.add(keeper)
  return keeper
}
