import { addDays, type PlainDate } from '../dates.ts'
import type { StepState } from '../vocab/referral.ts'
import { answerExpectedBy, expiryDays } from './deadlines.ts'
import type { Step } from './referrals.contract.ts'
import { stateOf } from './trajectory.ts'

/** What a step is waiting for. States of one phase follow each other without anyone’s turn ending. */
type Phase = 'to_ask' | 'asked' | 'unanswered' | 'underway' | 'over'

const phases: Readonly<Record<StepState, Phase>> = {
  draft: 'to_ask',
  sent: 'asked',
  received: 'asked',
  expired: 'unanswered',
  accepted: 'underway',
  in_progress: 'underway',
  refused: 'over',
  completed: 'over',
  not_completed: 'over',
  withdrawn: 'over',
  revoked: 'over',
}

export const phaseOf = (step: Pick<Step, 'moves'>): Phase => phases[stateOf(step)]

/** Whose turn it is: ours, that of the organisation asked, or nobody’s any more. */
export type Side = 'us' | 'them' | 'nobody'
const sides: Readonly<Record<Phase, Side>> = {
  to_ask: 'us',
  asked: 'them',
  unanswered: 'us',
  underway: 'them',
  over: 'nobody',
}

export const waitsOn = (step: Pick<Step, 'moves'>): Side => sides[phaseOf(step)]

/** The day since which it is that side’s turn: a receipt does not start the wait anew, a second sending does. */
export function waitingSince(step: Pick<Step, 'moves'>): PlainDate | null {
  const phase = phaseOf(step)
  if (phase === 'over') return null
  const before = step.moves.findLastIndex(({ to }) => phases[to] !== phase)
  return step.moves[before + 1]?.on ?? null
}

type Expected = Pick<Step, 'moves' | 'service' | 'dueOn'>

/** The day by which an asked step is to be answered: the one agreed, or the usual one; null when no answer is awaited. */
export function expectedOn(step: Expected): PlainDate | null {
  if (phaseOf(step) !== 'asked') return null
  const since = waitingSince(step)
  return step.dueOn ?? (since === null ? null : answerExpectedBy(step.service, since))
}

/** Waiting for an answer past the day it was expected by. */
export function isLate(step: Expected, today: PlainDate): boolean {
  const expected = expectedOn(step)
  return expected !== null && expected < today
}

/** So late that it had better be said that nobody answered. Suggested only: whoever knows them knows better. */
export function mayBeExpired(step: Expected, today: PlainDate): boolean {
  const expected = expectedOn(step)
  return expected !== null && addDays(expected, expiryDays) < today
}

/** The one thing that brings a step further, as far as dates and states can tell. */
export type NextThing = 'send' | 'answer' | 'remind' | 'expire' | 'resend' | 'follow'

export function nextThing(step: Expected & Pick<Step, 'remindedOn'>, today: PlainDate): NextThing | null {
  switch (phaseOf(step)) {
    case 'to_ask':
      return 'send'
    case 'asked':
      if (mayBeExpired(step, today)) return 'expire'
      return isLate(step, today) && !wasReminded(step, today) ? 'remind' : 'answer'
    case 'unanswered':
      return 'resend'
    case 'underway':
      return 'follow'
    case 'over':
      return null
  }
}

/** Days during which a reminder is left to work before the next is suggested. */
const reminderRest = 3

const wasReminded = ({ remindedOn }: Pick<Step, 'remindedOn'>, today: PlainDate): boolean =>
  remindedOn.some((day) => addDays(day, reminderRest) > today)

/** Who said no, if anybody did: an organisation’s refusal is a gap in services, hers is her right. */
export function refusedBy(step: Pick<Step, 'moves'>): 'organisation' | 'person' | null {
  const last = step.moves.at(-1)
  if (last?.to === 'refused') return 'organisation'
  if (last?.to === 'revoked') return 'person'
  return last?.reason === 'person_declined' || last?.reason === 'consent_withdrawn' ? 'person' : null
}
