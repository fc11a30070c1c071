import { useRef } from 'react'
import { z } from 'zod'
import { id } from '../../shared/fields.ts'
import { type Step, type StepDetails, stepDetails } from '../../shared/referrals/referrals.contract.ts'
import { useChange } from '../client.ts'
import { keptWhole } from '../drafts/kept-whole.ts'
import { beforeLock, type Draft, flushDrafts, useDraft } from '../drafts/use-draft.ts'

/** A step being written: its service may not be chosen yet. */
export type TypedDetails = Omit<StepDetails, 'service'> & { readonly service: StepDetails['service'] | null }

const typed = z.object({ id, details: stepDetails.extend({ service: stepDetails.shape.service.nullable() }) })

const emptyDetails = stepDetails.omit({ service: true }).parse({})

const detailsOf = (step: Step): TypedDetails => stepDetails.strip().parse(step)

export interface StepDraft {
  readonly details: TypedDetails
  readonly status: Draft<unknown>['status']
  readonly found: boolean
  readonly error: Error | null
  readonly saving: boolean
  change(part: Partial<TypedDetails>): void
  discard(): Promise<void>
  /** @returns whether it was saved */
  save(): Promise<boolean>
}

/**
 * A step being written. A new one keeps its draft under the case alone, where a lock finds it again, with the id it will
 * have inside: saving it twice adds it once.
 */
export function useStepDraft(caseId: string, step: Step | null, service: string | null): StepDraft {
  const newId = useRef(crypto.randomUUID() as string)
  const draft = useDraft(
    { caseId, form: 'step', itemId: step?.id ?? null },
    { id: step?.id ?? newId.current, details: step ? detailsOf(step) : { ...emptyDetails, service } },
    (kept) => keptWhole(typed, kept),
  )
  const saveStep = useChange('referrals.save')
  const { id: stepId, details } = draft.value
  const latest = useRef(draft.value)
  latest.current = draft.value

  const save = async (): Promise<boolean> => {
    // A draft put away after the save would come back as if it had never been saved.
    await flushDrafts()
    const sent = latest.current
    const { service } = sent.details
    if (service === null) return false
    try {
      const saved = saveStep.mutateAsync({ caseId, id: stepId, details: { ...sent.details, service } })
      // Typed meanwhile: the form stays open with these words.
      await beforeLock(saved.then(() => latest.current !== sent && draft.change(latest.current)))
    } catch {
      return false
    }
    if (latest.current !== sent) return false
    // Saving ends the draft of the step; that of a new one is kept under the case.
    if (step) draft.settled()
    else await draft.discard()
    return true
  }

  return {
    details,
    status: draft.status,
    found: draft.found,
    error: saveStep.error,
    saving: saveStep.isPending,
    change: (part) => draft.change({ id: stepId, details: { ...details, ...part } }),
    discard: draft.discard,
    save,
  }
}
