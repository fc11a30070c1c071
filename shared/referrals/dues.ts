import type { PlainDate } from '../dates.ts'
import type { Step } from './referrals.contract.ts'
import { expectedOn, phaseOf, waitingSince } from './waiting.ts'

/** What falls due in a step of one’s own case, on a day that does not depend on today’s. */
export interface StepDue {
  readonly kind: 'step_unanswered' | 'step_expired'
  readonly itemId: string
  /** When the answer was expected, or when it was said that none came. */
  readonly dueOn: PlainDate
  /** The service. */
  readonly term: string
  readonly organisation: string
}

/** An asked step until it is answered; then, if nobody did, until it is sent again or let go. */
export function stepDues(step: Step): readonly StepDue[] {
  const phase = phaseOf(step)
  const dueOn = phase === 'unanswered' ? waitingSince(step) : expectedOn(step)
  if (dueOn === null) return []
  const { id: itemId, service: term, organisation } = step
  const kind = phase === 'unanswered' ? 'step_expired' : 'step_unanswered'
  return [{ kind, itemId, dueOn, term, organisation }]
}
