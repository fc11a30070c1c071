import type { PlainDate } from '../dates.ts'
import { RelaisError } from '../errors.ts'
import type { StepState } from '../vocab/referral.ts'
import { canMove, reasonsFor } from '../vocab/transitions.ts'
import { movesLimit, type Step, type StepMove } from './referrals.contract.ts'

/** Where a step stands: its last move. */
export function stateOf(step: Pick<Step, 'moves'>): StepState {
  return step.moves.at(-1)?.to ?? 'draft'
}

/**
 * The step after one more move. Two moves may be of the same day; the first one that leaves the draft may come before it,
 * because people record late: the draft says when the step was noted here, not when somebody was asked.
 * @throws referrals.illegal_transition, referrals.reason_required, referrals.date_order
 */
export function moved(step: Step, move: StepMove): Step {
  const from = stateOf(step)
  if (!canMove(from, move.to) || step.moves.length >= movesLimit)
    throw new RelaisError('referrals.illegal_transition')
  const reasons = reasonsFor(move.to)
  if (reasons && (move.reason === null || !Object.hasOwn(reasons, move.reason))) {
    throw new RelaisError('referrals.reason_required')
  }
  const earliest = earliestMove(step)
  if (earliest !== null && move.on < earliest) throw new RelaisError('referrals.date_order')
  return { ...step, moves: [...step.moves, reasons ? move : { ...move, reason: null }] }
}

/** The first day that the next move may carry; null where any past day will do. */
export function earliestMove(step: Pick<Step, 'moves'>): PlainDate | null {
  return stateOf(step) === 'draft' ? null : (step.moves.at(-1)?.on ?? null)
}

/**
 * Whether a step that somebody else wrote went only where steps go, day after day. Its reasons are left alone: a newer
 * version may have others.
 */
export const isPossible = ({ moves }: Pick<Step, 'moves'>): boolean =>
  moves.every(({ to, on }, index) => {
    const before = moves[index - 1]
    if (!before) return to === 'draft'
    return canMove(before.to, to) && (before.to === 'draft' || before.on <= on)
  })
