import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import { type StepState as State, stepStates } from '../../shared/vocab/referral.ts'
import { useLabels } from '../i18n/words.tsx'
import { StateBadge, type Tone } from '../ui/state-badge.tsx'

const toneOf: Readonly<Record<State, Tone>> = {
  draft: 'neutral',
  sent: 'wait',
  received: 'wait',
  accepted: 'info',
  in_progress: 'info',
  completed: 'good',
  refused: 'bad',
  expired: 'bad',
  not_completed: 'bad',
  withdrawn: 'neutral',
  revoked: 'neutral',
}

/** Where a step stands, in a word. */
export function StepState({ step }: { step: Pick<Step, 'moves'> }) {
  const label = useLabels()
  const state = stateOf(step)
  return <StateBadge tone={toneOf[state]}>{label(stepStates, state)}</StateBadge>
}
