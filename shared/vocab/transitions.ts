import type { CodeList } from './code-list.ts'
import { notCompletedReasons, refusalReasons, type StepState, withdrawalReasons } from './referral.ts'

/** The states that close a question or a promise say why, in a coded reason. */
const reasonLists = { refusalReasons, notCompletedReasons, withdrawalReasons } as const
type ReasonList = keyof typeof reasonLists
export interface StepTransition {
  readonly to: StepState
  readonly reasons?: ReasonList
}

const refused: StepTransition = { to: 'refused', reasons: 'refusalReasons' }
const withdrawn: StepTransition = { to: 'withdrawn', reasons: 'withdrawalReasons' }
const notCompleted: StepTransition = { to: 'not_completed', reasons: 'notCompletedReasons' }

/**
 * The life of a referral step.
 * - An answer may come before a receipt (sent → accepted), since packets travel by hand and in any order.
 * - `withdrawn` is the sender’s, before anyone has taken the step on; `revoked` follows a withdrawal of consent after
 *   that. Revoking takes no reason: she owes none.
 * - `expired` is a matter of dates, not an answer. The step can be sent again, let go with a reason, or answered late:
 *   an answer given in time may spend weeks on a USB stick.
 * - Refused, completed, not completed, withdrawn and revoked are ends. To try again one makes a new step, so that the
 *   first refusal stays in the figures.
 */
export const stepTransitions: Readonly<Record<StepState, readonly StepTransition[]>> = {
  draft: [{ to: 'sent' }],
  sent: [{ to: 'received' }, { to: 'accepted' }, refused, { to: 'expired' }, withdrawn],
  received: [{ to: 'accepted' }, refused, { to: 'expired' }, withdrawn],
  expired: [{ to: 'sent' }, { to: 'accepted' }, refused, withdrawn],
  accepted: [{ to: 'in_progress' }, { to: 'completed' }, notCompleted, { to: 'revoked' }],
  in_progress: [{ to: 'completed' }, notCompleted, { to: 'revoked' }],
  refused: [],
  completed: [],
  not_completed: [],
  withdrawn: [],
  revoked: [],
}

export function canMove(from: StepState, to: StepState): boolean {
  return stepTransitions[from].some((transition) => transition.to === to)
}

/** The list a reason must be taken from to enter a state; undefined when none is asked. */
export function reasonsFor(to: StepState): CodeList | undefined {
  const name = Object.values(stepTransitions)
    .flat()
    .find((transition) => transition.to === to)?.reasons
  return name ? reasonLists[name] : undefined
}
