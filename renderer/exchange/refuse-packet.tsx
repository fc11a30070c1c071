import { Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { refusalReasons } from '../../shared/vocab/referral.ts'
import { useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { CodeSelect } from '../ui/code-select.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

interface RefusePacketProps {
  readonly packetId: string
  readonly onCancel: () => void
  readonly onRefused: (packet: ReceivedPacket) => void
}

/**
 * A refusal always says why: the sender can then look elsewhere, and the coalition learns what is missing. It is asked
 * under the content, which stays there to be read again.
 */
export function RefusePacket({ packetId, onCancel, onRefused }: RefusePacketProps) {
  const t = useWords()
  const [reason, setReason] = useState<keyof typeof refusalReasons | null>(null)
  const refuse = useChange('exchange.refuse')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    title.current?.closest('section')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <Paper component="section" aria-labelledby="refuse" withBorder p="md">
      <Stack>
        <Title order={3} size="h4" id="refuse" ref={title} tabIndex={-1} style={{ outline: 'none' }}>
          {t('exchange.refuse.title')}
        </Title>
        <Text>{t('exchange.refuse.text')}</Text>
        <Box maw="28rem">
          <CodeSelect
            label={t('exchange.refuse.reason')}
            list={refusalReasons}
            value={reason}
            onChange={setReason}
          />
        </Box>
        <ErrorNotice error={refuse.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('exchange.cancel')}
          </Button>
          <Button
            disabled={reason === null}
            loading={refuse.isPending}
            onClick={() => reason !== null && refuse.mutate({ packetId, reason }, { onSuccess: onRefused })}
          >
            {t('exchange.refuse.action')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
