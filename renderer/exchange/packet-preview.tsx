import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PacketPreview, ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { useChange } from '../client.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { RefusePacket } from './refuse-packet.tsx'
import { SharedCaseContent } from './shared-case-content.tsx'

type SharePreview = Extract<PacketPreview, { kind: 'case-share' }>

interface PreviewOfShareProps {
  readonly preview: SharePreview
  readonly onSettled: (packet: ReceivedPacket) => void
  readonly onClose: () => void
}

/** A case that someone shares, before anything of it is kept. */
export function PreviewOfShare({ preview, onSettled, onClose }: PreviewOfShareProps) {
  const t = useWords()
  const [refusing, setRefusing] = useState(false)
  const accept = useChange('exchange.accept')
  const refuse = useRef<HTMLButtonElement>(null)
  const { packetId, sender, content, effect } = preview
  const comeBack = (): void => {
    // The keyboard goes back to where it left.
    flushSync(() => setRefusing(false))
    refuse.current?.focus()
  }
  return (
    <Stack>
      <FocusedTitle>{t('exchange.preview.title', { name: sender.name })}</FocusedTitle>
      <PreviewHead preview={preview} />
      <Alert title={t(`exchange.effect.${effect}`)}>{t(`exchange.effect.${effect}.text`)}</Alert>
      <SharedCaseContent content={content} />
      <ErrorNotice error={accept.error} />
      {refusing ? (
        <RefusePacket packetId={packetId} onCancel={comeBack} onRefused={onSettled} />
      ) : (
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {t('exchange.preview.close')}
          </Button>
          <Button variant="default" ref={refuse} onClick={() => setRefusing(true)}>
            {t('exchange.refuse')}
          </Button>
          <Button
            loading={accept.isPending}
            onClick={() => accept.mutate({ packetId }, { onSuccess: onSettled })}
          >
            {t('exchange.accept')}
          </Button>
        </Group>
      )}
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
