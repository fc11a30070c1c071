import { Group, Stack, Text } from '@mantine/core'
import type { Step, StepMove } from '../../shared/referrals/referrals.contract.ts'
import { phaseOf } from '../../shared/referrals/waiting.ts'
import { stepChannels, stepReasons, stepStates } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { ReadOnly } from '../ui/read-only-text.tsx'
import classes from './referrals.module.css'
import { StepState } from './step-state.tsx'
import { StepLate, StepTurn } from './step-turn.tsx'

/** A whole step, to be read: what is asked of whom, where it stands, and all that is known of it. */
export function WholeStep({ step }: { step: Step }) {
  const label = useLabels()
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text fw={600} size="lg">
          {label(services, step.service)}
        </Text>
        <StepState step={step} />
        <StepLate step={step} />
      </Group>
      {step.organisation && <Text>{step.organisation}</Text>}
      <StepTurn step={step} />
      <StepContent step={step} />
    </Stack>
  )
}

/** What the glance at a step leaves out: how it is asked, what was written of it, and what happened so far. */
export function StepContent({ step }: { step: Step }) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const { remindedOn, channel, note, outcome, dueOn } = step
  const lastReminder = remindedOn.at(-1)
  return (
    <Stack gap="xs">
      {channel && <ReadOnly label={t('referrals.channel')}>{label(stepChannels, channel)}</ReadOnly>}
      {dueOn && phaseOf(step) === 'to_ask' && (
        <ReadOnly label={t('referrals.dueOn')}>{inWords(dueOn)}</ReadOnly>
      )}
      {note && <ReadOnly label={t('referrals.note')}>{note}</ReadOnly>}
      {outcome && <ReadOnly label={t('referrals.outcome')}>{outcome}</ReadOnly>}
      {lastReminder !== undefined && (
        <Text size="sm">
          {t('referrals.reminders', { count: remindedOn.length, day: inWords(lastReminder) })}
        </Text>
      )}
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
