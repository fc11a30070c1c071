import { Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { ReceivedPacket, SentPacket } from '../../shared/exchange/exchange.contract.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { Outcome } from './outcome.tsx'
import { SavePacket } from './save-packet.tsx'

interface ReceivedListProps {
  readonly packets: readonly ReceivedPacket[]
  /** The answers among the packets sent. */
  readonly answers: readonly SentPacket[]
}

/** What came in, what was decided, and whether the answer has been saved to be handed back. */
export function ReceivedList({ packets, answers }: ReceivedListProps) {
  const t = useWords()
  if (packets.length === 0) {
    return <EmptyState title={t('exchange.received.empty.title')} text={t('exchange.received.empty.text')} />
  }
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
      {packets.map((packet) => (
        <Received
          key={`${packet.sender.fingerprint} ${packet.packetId}`}
          packet={packet}
          answer={answers.find(({ packetId }) => packetId === packet.answerPacketId)}
        />
      ))}
    </Stack>
  )
}

interface ReceivedProps {
  readonly packet: ReceivedPacket
  readonly answer: SentPacket | undefined
}

function Received({ packet, answer }: ReceivedProps) {
  const t = useWords()
  const { kind, sender, caseId, caseCode, outcome, reason, settledOn } = packet
  const subject = caseCode ?? (kind === 'directory' && outcome === 'accepted' ? '' : t('exchange.noContent'))
  return (
    <Paper component="li" withBorder px="md" py="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} style={{ flex: '1 1 18rem', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{t(`exchange.kind.${kind}`)}</Text>
            {caseId === null ? (
              <Text c="dimmed">{subject}</Text>
            ) : (
              <Anchor component={Link} href={`/cases/${caseId}`}>
                {subject}
              </Anchor>
            )}
          </Group>
          <Text size="sm">
            {t('exchange.from', { name: sender.name, organisation: sender.organisation })}
          </Text>
          <Group gap="xs">
            <Outcome kind={kind} outcome={outcome} reason={reason} on={settledOn} />
          </Group>
        </Stack>
        {answer && <AnswerFile answer={answer} of={sender.name} />}
      </Group>
    </Paper>
  )
}

function AnswerFile({ answer, of }: { readonly answer: SentPacket; readonly of: string }) {
  const t = useWords()
  const date = useDates()
  const { packetId, savedOn } = answer
  return (
    <Stack gap={4} align="flex-end" style={{ flex: '0 1 20rem' }}>
      <StateBadge tone={savedOn === null ? 'wait' : 'neutral'}>
        {savedOn === null
          ? t('exchange.answerUnsaved')
          : t('exchange.answerSavedOn', { date: date(savedOn) })}
      </StateBadge>
      <SavePacket
        packetId={packetId}
        label={t(savedOn === null ? 'exchange.saveAnswer' : 'exchange.saveAgain')}
        of={of}
        variant={savedOn === null ? 'light' : 'subtle'}
        size="compact-md"
      />
    </Stack>
  )
}
