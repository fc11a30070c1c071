import { RelaisError } from '../errors.ts'
import type { StepState } from '../vocab/referral.ts'
import { canMove, reasonsFor } from '../vocab/transitions.ts'
import { movesLimit, type Step, type StepMove } from './referrals.contract.ts'

/** Where a step stands: its last move. */
export function stateOf(step: Pick<Step, 'moves'>): StepState {
  return step.moves.at(-1)?.to ?? 'draft'
}

/**
 * The step after one more move.
 * @throws referrals.illegal_transition, referrals.reason_required
 */
export function moved(step: Step, move: StepMove): Step {
  if (!canMove(stateOf(step), move.to) || step.moves.length >= movesLimit)
    throw new RelaisError('referrals.illegal_transition')
  const reasons = reasonsFor(move.to)
  if (reasons && (move.reason === null || !Object.hasOwn(reasons, move.reason))) {
    throw new RelaisError('referrals.reason_required')
  }
  return { ...step, moves: [...step.moves, reasons ? move : { ...move, reason: null }] }
}

/** Waiting on an answer past the day it was expected by. */
export function isLate(step: Pick<Step, 'moves' | 'dueOn'>, today: string): boolean {
  return step.dueOn !== null && step.dueOn < today && ['sent', 'received'].includes(stateOf(step))
}
