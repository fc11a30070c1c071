import { Text } from '@mantine/core'
import { dayOf, daysBetween } from '../../shared/dates.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { expectedOn, isLate, phaseOf, refusedBy, waitingSince } from '../../shared/referrals/waiting.ts'
import { stepReasons } from '../../shared/vocab/referral.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'

/** Whose turn a step is and for how long; what it is late by; and, of one that is over, who said no and why. */
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
    <div>
      <Text>{t(`referrals.turn.${phase}`)}</Text>
      <Text size="sm" c="dimmed">
        {t('referrals.turn.since', { days })}
        {expected !== null &&
          !isLate(step, today) &&
          ` · ${t('referrals.expectedBy', { day: inWords(expected) })}`}
      </Text>
      {expected !== null && isLate(step, today) && (
        <StateBadge tone="bad">{t('referrals.lateBy', { days: daysBetween(expected, today) })}</StateBadge>
      )}
    </div>
  )
}

function Ending({ step }: { step: Step }) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const last = step.moves.at(-1)
  if (!last) return null
  const by = refusedBy(step)
  return (
    <div>
      <Text>
        {[by && t(`referrals.refusedBy.${by}`), last.reason && label(stepReasons, last.reason)]
          .filter(Boolean)
          .join(t('referrals.refusedBy.colon')) || t('referrals.turn.over')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('referrals.turn.overOn', { day: inWords(last.on) })}
      </Text>
    </div>
  )
}
