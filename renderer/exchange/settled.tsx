import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { Outcome } from './outcome.tsx'
import { SavePacket } from './save-packet.tsx'

interface SettledProps {
  readonly packet: ReceivedPacket
  /** True when the packet had been settled before it was opened this time. */
  readonly again: boolean
  readonly onClose: () => void
}

/** What was decided about a packet, and what is left to do: hand the answer back. */
export function Settled({ packet, again, onClose }: SettledProps) {
  const t = useWords()
  const { kind, sender, outcome, caseId, caseCode, answerPacketId } = packet
  const taken = outcome === 'accepted' && kind === 'hand-over' ? 'takenOver' : outcome
  return (
    <Stack>
      <FocusedTitle>
        {again ? t('exchange.again.title') : t(`exchange.settled.${taken}`, { name: sender.name })}
      </FocusedTitle>
      <Paper withBorder p="md">
        <Stack gap="sm">
          <Text>
            {sender.name}, {sender.organisation}
          </Text>
          <Group gap="xs">
            <Outcome kind={kind} outcome={outcome} reason={packet.reason} on={packet.settledOn} />
          </Group>
          {again && <Text>{t('exchange.again.text')}</Text>}
          {!again && outcome === 'refused' && <Text>{t('exchange.settled.nothingKept')}</Text>}
          {!again && taken === 'takenOver' && (
            <Text>{t('exchange.settled.takenOver.text', { name: sender.name })}</Text>
          )}
          {answerPacketId !== null && (
            <>
              <Text>{t('exchange.settled.answer', { name: sender.name })}</Text>
              <SavePacket packetId={answerPacketId} label={t('exchange.saveAnswer')} />
            </>
          )}
        </Stack>
      </Paper>
      <Group>
        {kind === 'directory' && outcome === 'accepted' && (
          <Anchor component={Link} href="/directory">
            {t('exchange.toDirectory')}
          </Anchor>
        )}
        {caseId !== null && (
          <Anchor component={Link} href={`/cases/${caseId}`}>
            {t('exchange.toCase', { code: caseCode ?? '' })}
          </Anchor>
        )}
        <Button variant="default" onClick={onClose}>
          {t('exchange.backToPackets')}
        </Button>
      </Group>
    </Stack>
  )
}
