import { Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { SavePacket } from './save-packet.tsx'

interface SealedProps {
  readonly packet: SentPacket
  /** Steps in it that nobody has noted as sent. */
  readonly drafts: number
}

/** The packet is made; it goes nowhere until a person carries its file. */
export function Sealed({ packet, drafts }: SealedProps) {
  const t = useWords()
  const handover = packet.kind === 'hand-over'
  const name = packet.recipients[0]?.name ?? ''
  return (
    <Stack>
      <FocusedTitle>{t(handover ? 'exchange.handover.sealed' : 'exchange.sealed.title')}</FocusedTitle>
      <Paper withBorder p="md">
        <Stack>
          {handover && <Text>{t('exchange.handover.sealed.text', { name })}</Text>}
          <Text>{t('exchange.sealed.text', { count: packet.recipients.length })}</Text>
          <SavePacket packetId={packet.packetId} label={t('exchange.save')} />
          <Text size="sm" c="dimmed">
            {t('exchange.sealed.next')}
          </Text>
        </Stack>
      </Paper>
      {drafts > 0 && <Text>{t('exchange.sealed.drafts', { count: drafts })}</Text>}
      <Group>
        {drafts > 0 && (
          <Anchor component={Link} href={`/cases/${packet.caseId}/trajectory`}>
            {t('exchange.sealed.toSteps')}
          </Anchor>
        )}
        {handover && (
          <Anchor component={Link} href={`/cases/${packet.caseId}`}>
            {t('exchange.toCase', { code: packet.caseCode ?? '' })}
          </Anchor>
        )}
        <Anchor component={Link} href="/packets">
          {t('exchange.toPackets')}
        </Anchor>
      </Group>
    </Stack>
  )
}
