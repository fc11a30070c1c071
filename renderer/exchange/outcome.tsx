import { Text } from '@mantine/core'
import type { ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { refusalReasons } from '../../shared/vocab/referral.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'

interface OutcomeProps extends Pick<ReceivedPacket, 'kind' | 'outcome' | 'reason'> {
  /** The day it was decided, or the day the answer was noted. */
  readonly on: string
}

/** Accepted or refused, when and why. An answer is only noted. */
export function Outcome({ kind, outcome, reason, on }: OutcomeProps) {
  const t = useWords()
  const label = useLabels()
  const date = useDates()
  const what = kind === 'answer' ? 'noted' : outcome
  return (
    <>
      <StateBadge tone={what === 'refused' ? 'info' : 'good'}>
        {t(`exchange.outcome.${what}`, { date: date(on) })}
      </StateBadge>
      {reason !== null && (
        <Text size="sm">{t('exchange.reason', { reason: label(refusalReasons, reason) })}</Text>
      )}
    </>
  )
}
