import { Text } from '@mantine/core'
import { dayOf, daysBetween } from '../../shared/dates.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { expectedOn, isLate, phaseOf, refusedBy, waitingSince } from '../../shared/referrals/waiting.ts'
import { stepReasons } from '../../shared/vocab/referral.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'

/** Whose turn a step is and for how long; and, of one that is over, who said no and why. */
export function StepTurn({ step }: { step: Step }) {
  const t = useWords()
  const inWords = useDates()
  const today = dayOf(Date.now())
  const phase = phaseOf(step)
  if (phase === 'over') return <Ending step={step} />
  const since = waitingSince(step)
  const expected = expectedOn(step)
  // A clock that went back counts no negative days.
  const days = since === null ? 0 : Math.max(0, daysBetween(since, today))
  return (
    <Text size="sm" c="dimmed">
      {[
        t(`referrals.turn.${phase}`),
        t('referrals.turn.since', { days }),
        expected !== null && t('referrals.expectedBy', { day: inWords(expected) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  )
}

/** By how much the answer is late, as a mark; nothing when it is not. */
export function StepLate({ step }: { step: Step }) {
  const t = useWords()
  const today = dayOf(Date.now())
  const expected = expectedOn(step)
  if (expected === null || !isLate(step, today)) return null
  return <StateBadge tone="bad">{t('referrals.lateBy', { days: daysBetween(expected, today) })}</StateBadge>
}

function Ending({ step }: { step: Step }) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const last = step.moves.at(-1)
  if (!last) return null
  const by = refusedBy(step)
  // Her own choice is the reason; an organisation's refusal has one.
  const why = [
    (by === 'organisation' || !last.reason) && by && t(`referrals.refusedBy.${by}`),
    last.reason && label(stepReasons, last.reason),
  ]
  return (
    <Text size="sm" c="dimmed">
      {why.filter(Boolean).join(t('referrals.refusedBy.colon')) || t('referrals.turn.over')}
      {` · ${t('referrals.turn.overOn', { day: inWords(last.on) })}`}
    </Text>
  )
}
