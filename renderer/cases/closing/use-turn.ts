import { type RefObject, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { type CaseTurn, type CaseView, caseTurn } from '../../../shared/cases/cases.contract.ts'
import { turnRefusal } from '../../../shared/cases/turns.ts'
import { RelaisError } from '../../../shared/errors.ts'
import { useChange } from '../../client.ts'
import { keptWhole } from '../../drafts/kept-whole.ts'
import { beforeLock, type Draft, flushDrafts, useDraft } from '../../drafts/use-draft.ts'
import { toast } from '../../ui/toast.ts'

type Typed = Omit<CaseTurn, 'on'>

export interface Turn {
  readonly typed: Typed
  readonly status: Draft<unknown>['status']
  readonly found: boolean
  readonly saving: boolean
  /** What stands against it, once it was tried. */
  readonly error: Error | null
  /** Around what the turn can't do without: the focus goes there when it is missing. */
  readonly owed: RefObject<HTMLDivElement | null>
  change(part: Partial<Typed>): void
  /** Goes back to the case, and forgets what was typed. */
  discard(): Promise<void>
  /** Turns the case and goes back to it. */
  take(): Promise<void>
}

/** A turn being filled in: kept over a lock like any draft, and taken when she says so. @param done what is then said */
export function useTurn(view: CaseView, to: Typed['to'], done: string): Turn {
  const [, go] = useLocation()
  const draft = useDraft<Typed>(
    { caseId: view.id, form: 'closing' },
    { to, reasons: [], checklist: [], note: '' },
    (kept) => restore(to, kept),
  )
  const turn = useChange('cases.turn')
  const [tried, setTried] = useState(false)
  const owed = useRef<HTMLDivElement>(null)
  const refusal = turnRefusal(view.status, draft.value)
  const leave = (): void => go(`/cases/${view.id}/overview`)

  const take = async (): Promise<void> => {
    setTried(true)
    if (refusal) return owed.current?.querySelector<HTMLElement>('input, textarea')?.focus()
    if (turn.isPending) return
    try {
      // A draft put away after the turn would come back as if the case had not turned.
      await flushDrafts()
      await beforeLock(turn.mutateAsync({ id: view.id, turn: draft.value }).then(draft.settled))
    } catch {
      // Shown in its place.
      return
    }
    toast(done)
    leave()
  }

  return {
    typed: draft.value,
    status: draft.status,
    found: draft.found,
    saving: turn.isPending,
    error: turn.error ?? (tried && refusal ? new RelaisError(refusal.code, refusal.params) : null),
    owed,
    change: (part) => {
      setTried(false)
      draft.change({ ...draft.value, ...part })
    },
    discard: async () => {
      await draft.discard()
      leave()
    },
    take,
  }
}

/** A kept draft of this very turn; null for one of another. */
function restore(to: Typed['to'], kept: unknown): Typed | null {
  const typed = keptWhole(z.object(caseTurn.omit({ on: true }).shape), kept)
  return typed?.to === to ? typed : null
}
