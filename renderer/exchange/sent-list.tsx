import { Group, Paper, Stack, Text } from '@mantine/core'
import { sectionNames } from '../../shared/cases/sections.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { HandoverIcon } from './handover-meaning.tsx'
import { RecipientOutcomes } from './recipient-outcomes.tsx'
import { SavePacket } from './save-packet.tsx'

/** What went out, and what became of each recipient's copy. */
export function SentList({ packets }: { readonly packets: readonly SentPacket[] }) {
  const t = useWords()
  if (packets.length === 0) {
    return <EmptyState title={t('exchange.sent.empty.title')} text={t('exchange.sent.empty.text')} />
  }
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
      {packets.map((packet) => (
        <Sent key={packet.packetId} packet={packet} />
      ))}
    </Stack>
  )
}

function Sent({ packet }: { readonly packet: SentPacket }) {
  const t = useWords()
  const date = useDates()
  const { packetId, kind, caseCode, sections, stepCount, createdOn, expiresOn, savedOn } = packet
  const content = [
    ...sectionNames.filter((name) => sections.includes(name)).map((name) => t(`cases.section.${name}`)),
    ...(stepCount > 0 ? [t('cases.mark.steps', { count: stepCount })] : []),
  ]
  return (
    <Paper component="li" withBorder px="md" py="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} style={{ flex: '1 1 22rem', minWidth: 0 }}>
          <Group gap="xs">
            {kind === 'hand-over' && <HandoverIcon size={18} />}
            <Text fw={600}>{[t(`exchange.kind.${kind}`), caseCode].filter(Boolean).join(' · ')}</Text>
            <Text size="sm" c="dimmed">
              {t('exchange.preview.dates', { created: date(createdOn), expires: date(expiresOn) })}
            </Text>
          </Group>
          {kind === 'hand-over' ? (
            <Text size="sm">{t('exchange.handover.whole')}</Text>
          ) : (
            <Text size="sm">{content.join(' · ')}</Text>
          )}
          <RecipientOutcomes packet={packet} />
        </Stack>
        <Stack gap={4} align="flex-end" style={{ flex: '0 1 18rem' }}>
          <StateBadge tone={savedOn === null ? 'wait' : 'neutral'}>
            {savedOn === null ? t('exchange.unsaved') : t('exchange.savedOn', { date: date(savedOn) })}
          </StateBadge>
          <SavePacket
            packetId={packetId}
            label={t(savedOn === null ? 'exchange.save' : 'exchange.saveAgain')}
            of={caseCode ?? t(`exchange.kind.${kind}`)}
            variant={savedOn === null ? 'light' : 'subtle'}
            size="compact-md"
          />
        </Stack>
      </Group>
    </Paper>
  )
}
