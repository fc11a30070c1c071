import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import type { PacketPreview, ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { refusalReasons } from '../../shared/vocab/referral.ts'
import { useChange } from '../client.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { PreviewHead } from './packet-preview.tsx'

interface PreviewOfAnswerProps {
  readonly preview: Extract<PacketPreview, { kind: 'answer' }>
  readonly onNoted: (packet: ReceivedPacket) => void
  readonly onClose: () => void
}

/** What became of a packet of mine at one of its recipients. There is nothing to decide, only to note. */
export function PreviewOfAnswer({ preview, onNoted, onClose }: PreviewOfAnswerProps) {
  const t = useWords()
  const label = useLabels()
  const note = useChange('exchange.accept')
  const { packetId, sender, caseCode, answers, calledOff } = preview
  const { outcome, reason } = preview.content
  const values = { name: sender.name, code: caseCode ?? t('exchange.answer.noCase') }
  return (
    <Stack>
      <FocusedTitle>{t('exchange.answer.title', { name: sender.name })}</FocusedTitle>
      <PreviewHead preview={preview} />
      <Paper withBorder p="md">
        <Text fw={600}>{t(`exchange.answer.${answers}.${outcome}`, values)}</Text>
        {answers === 'hand-over' && (
          <Text mt={4}>
            {t(`exchange.answer.hand-over.${calledOff ? 'calledOff.' : ''}${outcome}.text`, values)}
          </Text>
        )}
        {reason !== null && <Text>{t('exchange.reason', { reason: label(refusalReasons, reason) })}</Text>}
      </Paper>
      <ErrorNotice error={note.error} />
      <Group justify="flex-end">
        <Button variant="subtle" onClick={onClose}>
          {t('exchange.answer.later')}
        </Button>
        <Button loading={note.isPending} onClick={() => note.mutate({ packetId }, { onSuccess: onNoted })}>
          {t('exchange.answer.note')}
        </Button>
      </Group>
    </Stack>
  )
}
