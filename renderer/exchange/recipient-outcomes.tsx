import { Group, Stack, Text } from '@mantine/core'
import { dayOf } from '../../shared/dates.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { Outcome } from './outcome.tsx'

/** Recipients that are shown one by one without being asked for. */
const fewRecipients = 4

/** What became of each recipient's copy: the names of a few, the count of many with the names behind it. */
export function RecipientOutcomes({ packet }: { readonly packet: SentPacket }) {
  const t = useWords()
  const { recipients } = packet
  const answered = recipients.filter(({ outcome }) => outcome !== null)
  const accepted = answered.filter(({ outcome }) => outcome === 'accepted').length
  const list = <Recipients packet={packet} />
  if (recipients.length <= fewRecipients) return list
  return (
    <details>
      <summary>
        <Text span size="sm">
          {t('exchange.recipientCount', {
            count: recipients.length,
            accepted,
            refused: answered.length - accepted,
          })}
        </Text>
      </summary>
      {list}
    </details>
  )
}

function Recipients({ packet }: { readonly packet: SentPacket }) {
  const t = useWords()
  return (
    <Stack
      component="ul"
      gap={4}
      m={0}
      mt={4}
      p={0}
      style={{ listStyle: 'none' }}
      aria-label={t('exchange.recipients')}
    >
      {packet.recipients.map(({ fingerprint, name, outcome, reason, answeredOn }) => (
        <Group component="li" key={fingerprint} gap="xs">
          <Text size="sm">{name}</Text>
          {outcome === null || answeredOn === null ? (
            <Unanswered packet={packet} />
          ) : (
            <Outcome kind={packet.kind} outcome={outcome} reason={reason} on={answeredOn} />
          )}
        </Group>
      ))}
    </Stack>
  )
}

function Unanswered({ packet }: { readonly packet: SentPacket }) {
  const t = useWords()
  const date = useDates()
  const { kind, pending, expiresOn } = packet
  if (kind === 'hand-over' && !pending) {
    return <StateBadge tone="neutral">{t('exchange.outcome.calledOff')}</StateBadge>
  }
  return expiresOn < dayOf(Date.now()) ? (
    <StateBadge tone="bad">{t('exchange.outcome.expired', { date: date(expiresOn) })}</StateBadge>
  ) : (
    <StateBadge tone={pending ? 'wait' : 'neutral'}>{t('exchange.outcome.none')}</StateBadge>
  )
}
