import { Paper, Text } from '@mantine/core'
import { dayOf, daysBetween } from '../../shared/dates.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { expectedOn, isLate, phaseOf } from '../../shared/referrals/waiting.ts'
import { services } from '../../shared/vocab/services.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import classes from './referrals.module.css'

/** Late steps that are named; beyond, their number says enough. */
const named = 5

/** What waits for an answer and what is late, above everything else. Nothing when nothing waits. */
export function TrajectoryState({ steps }: { steps: readonly Step[] }) {
  const t = useWords()
  const label = useLabels()
  const today = dayOf(Date.now())
  const waiting = steps.filter((step) => phaseOf(step) === 'asked')
  const late = waiting.filter((step) => isLate(step, today))
  if (waiting.length === 0) return null
  return (
    <Paper withBorder p="md" className={late.length > 0 ? classes.late : undefined}>
      <Text fw={600}>{t('referrals.waiting', { waiting: waiting.length, late: late.length })}</Text>
      {late.length > 0 && (
        <ul className={classes.lateSteps}>
          {late.slice(0, named).map((step) => (
            <li key={step.id}>
              {[label(services, step.service), step.organisation].filter(Boolean).join(', ')}
              {` (${t('referrals.lateSince', { days: daysBetween(expectedOn(step) ?? today, today) })})`}
            </li>
          ))}
          {late.length > named && <li>{t('referrals.lateMore', { count: late.length - named })}</li>}
        </ul>
      )}
    </Paper>
  )
}
