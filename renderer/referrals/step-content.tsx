import { Group, Stack, Text } from '@mantine/core'
import { dayOf, daysBetween } from '../../shared/dates.ts'
import type { Step, StepMove } from '../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import { isLate } from '../../shared/referrals/waiting.ts'
import { type StepState, stepReasons, stepStates } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { ReadOnly } from '../ui/read-only-text.tsx'
import { StateBadge, type Tone } from '../ui/state-badge.tsx'
import classes from './referrals.module.css'

const toneOf: Readonly<Record<StepState, Tone>> = {
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

/** What a step says: the service, where it stands, what is expected and what happened so far. */
export function StepContent({ step }: { step: Step }) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const state = stateOf(step)
  const today = dayOf(Date.now())
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text fw={600} size="lg">
          {label(services, step.service)}
        </Text>
        <StateBadge tone={toneOf[state]}>{label(stepStates, state)}</StateBadge>
        {isLate(step, today) && step.dueOn && (
          <StateBadge tone="bad">
            {t('referrals.lateBy', { days: daysBetween(step.dueOn, today) })}
          </StateBadge>
        )}
      </Group>
      {step.organisation && <Text>{step.organisation}</Text>}
      {step.dueOn && <Text size="sm">{t('referrals.expectedBy', { day: inWords(step.dueOn) })}</Text>}
      {step.note && <ReadOnly label={t('referrals.note')}>{step.note}</ReadOnly>}
      {step.outcome && <ReadOnly label={t('referrals.outcome')}>{step.outcome}</ReadOnly>}
      <Moves moves={step.moves} />
    </Stack>
  )
}

function Moves({ moves }: { moves: readonly StepMove[] }) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  return (
    <ol className={classes.moves} aria-label={t('referrals.moves')}>
      {moves.map((move) => (
        // Moves are only ever added at the end: their place names them.
        <li key={moves.indexOf(move)}>
          {move.to === 'draft'
            ? t('referrals.addedOn', { day: inWords(move.on) })
            : t('referrals.moveOn', { state: label(stepStates, move.to), day: inWords(move.on) })}
          {move.reason && ` · ${label(stepReasons, move.reason)}`}
        </li>
      ))}
    </ol>
  )
}
