import { Alert, Paper, Stack, Text } from '@mantine/core'
import type { PacketPreview, ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { Decide } from './decide.tsx'
import { HandoverMeaning } from './handover-meaning.tsx'
import { SharedCaseContent } from './shared-case-content.tsx'

interface PreviewOfCaseProps {
  readonly preview: Extract<PacketPreview, { kind: 'case-share' | 'hand-over' }>
  readonly onSettled: (packet: ReceivedPacket) => void
  readonly onClose: () => void
}

/** A case that someone shares, or hands over, before anything of it is kept. */
export function PreviewOfCase({ preview, ...then }: PreviewOfCaseProps) {
  const t = useWords()
  const { kind, packetId, sender, content, effect } = preview
  const handover = kind === 'hand-over'
  return (
    <Stack>
      <FocusedTitle>
        {t(handover ? 'exchange.preview.handover' : 'exchange.preview.title', { name: sender.name })}
      </FocusedTitle>
      <PreviewHead preview={preview} />
      {handover && <HandoverMeaning side="taking" name={sender.name} />}
      {(!handover || effect === 'conflict') && (
        <Alert title={t(`exchange.effect.${effect}`)}>{t(`exchange.effect.${effect}.text`)}</Alert>
      )}
      <SharedCaseContent content={content} />
      <Decide
        packetId={packetId}
        accept={t(handover ? 'exchange.handover.accept' : 'exchange.accept')}
        {...then}
      />
    </Stack>
  )
}

/** Who made the packet, when, and until when it is good. */
export function PreviewHead({ preview }: { readonly preview: PacketPreview }) {
  const t = useWords()
  const date = useDates()
  const { sender, createdOn, expiresOn } = preview
  return (
    <Paper withBorder p="md">
      <Text>{sender.organisation}</Text>
      <Text size="sm" c="dimmed">
        {t('exchange.preview.dates', { created: date(createdOn), expires: date(expiresOn) })}
      </Text>
    </Paper>
  )
}
