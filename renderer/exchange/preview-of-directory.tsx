import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { PacketPreview, ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { StateBadge, type Tone } from '../ui/state-badge.tsx'
import { Decide } from './decide.tsx'
import { PreviewHead } from './packet-preview.tsx'

interface PreviewOfDirectoryProps {
  readonly preview: Extract<PacketPreview, { kind: 'directory' }>
  readonly onSettled: (packet: ReceivedPacket) => void
  readonly onClose: () => void
}

/** In the order in which they matter to somebody who decides. */
const effects = ['new', 'update', 'conflict', 'same'] as const
type Effect = (typeof effects)[number]

const tones: Record<Effect, Tone> = { new: 'good', update: 'info', conflict: 'wait', same: 'neutral' }

/** A colleague's directory of services: what taking it in would add and change, before anything is. */
export function PreviewOfDirectory({ preview, ...then }: PreviewOfDirectoryProps) {
  const t = useWords()
  const { packetId, sender, counts, organisations } = preview
  const changes = counts.new + counts.update + counts.conflict
  const unnamed = changes - organisations.length
  return (
    <Stack>
      <FocusedTitle>{t('exchange.directory.title', { name: sender.name })}</FocusedTitle>
      <PreviewHead preview={preview} />
      <Paper component="section" aria-label={t('exchange.directory.effect')} withBorder p="md">
        <Title order={3} size="h5" mb="xs">
          {t('exchange.directory.effect')}
        </Title>
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {effects
            .filter((effect) => counts[effect] > 0)
            .map((effect) => (
              <li key={effect}>{t(`exchange.directory.${effect}`, { count: counts[effect] })}</li>
            ))}
          {changes + counts.same === 0 && <li>{t('exchange.directory.empty')}</li>}
        </Stack>
        <Text size="sm" c="dimmed" mt="sm">
          {t(counts.conflict > 0 ? 'exchange.directory.text.conflict' : 'exchange.directory.text')}
        </Text>
      </Paper>
      {organisations.length > 0 && (
        <Paper component="section" aria-label={t('exchange.directory.list')} withBorder p="md">
          <Title order={3} size="h5" mb="xs">
            {t('exchange.directory.list')}
          </Title>
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {organisations.map(({ organisation, effect }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may bear one name, and the list never changes.
              <Group component="li" key={`${n} ${organisation}`} gap="xs">
                <Text>{organisation}</Text>
                <Mark effect={effect} />
              </Group>
            ))}
          </Stack>
          {unnamed > 0 && (
            <Text size="sm" c="dimmed" mt="sm">
              {t('exchange.directory.more', { count: unnamed })}
            </Text>
          )}
        </Paper>
      )}
      <Decide packetId={packetId} accept={t('exchange.directory.accept')} {...then} />
    </Stack>
  )
}

function Mark({ effect }: { readonly effect: string }) {
  const t = useWords()
  const known = effects.find((one) => one === effect)
  return known ? <StateBadge tone={tones[known]}>{t(`exchange.directory.mark.${known}`)}</StateBadge> : null
}
