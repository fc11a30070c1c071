import { Button } from '@mantine/core'
import { Link } from 'wouter'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { phaseOf } from '../../shared/referrals/waiting.ts'
import { services } from '../../shared/vocab/services.ts'
import { useLabels, useWords } from '../i18n/words.tsx'

/** What goes out for a step that is still to be sent: a packet, or a letter to those who have no Relais. Null for a phone call. */
export function preparedFor({ channel, ...step }: Step): 'packet' | 'letter' | null {
  const phase = phaseOf(step)
  const isToSend = phase === 'to_ask' || phase === 'unanswered'
  return isToSend && (channel === 'packet' || channel === 'letter') ? channel : null
}

interface PreparationLinkProps {
  readonly caseId: string
  readonly step: Step
  /** It is the next thing to do with the step. */
  readonly isNext?: boolean
}

/** Where what goes out is made; nothing where nothing is. */
export function PreparationLink({ caseId, step, isNext = false }: PreparationLinkProps) {
  const t = useWords()
  const label = useLabels()
  const is = preparedFor(step)
  if (is === null) return null
  return (
    <Button
      component={Link}
      variant={isNext ? 'light' : 'default'}
      href={is === 'packet' ? `/cases/${caseId}/send/${step.id}` : `/cases/${caseId}/letter/${step.id}`}
      aria-label={t(`referrals.prepare.${is}This`, { service: label(services, step.service) })}
    >
      {t(`referrals.prepare.${is}`)}
    </Button>
  )
}
