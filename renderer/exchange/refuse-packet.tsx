import { Button, FocusTrap, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { refusalReasons } from '../../shared/vocab/referral.ts'
import { useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { CodeSelect } from '../ui/code-select.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

interface RefusePacketProps {
  readonly packetId: string
  readonly opened: boolean
  readonly onClose: () => void
  readonly onRefused: (packet: ReceivedPacket) => void
}

/** A refusal always says why: the sender can then look elsewhere, and the coalition learns what is missing. */
export function RefusePacket({ packetId, opened, onClose, onRefused }: RefusePacketProps) {
  const t = useWords()
  const [reason, setReason] = useState<keyof typeof refusalReasons | null>(null)
  const refuse = useChange('exchange.refuse')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('exchange.refuse.title')}
      withCloseButton={false}
      centered
    >
      {/* The list of reasons opens when it has the focus: it must not hide what is being asked. */}
      <FocusTrap.InitialFocus />
      <Stack>
        <Text>{t('exchange.refuse.text')}</Text>
        <CodeSelect
          label={t('exchange.refuse.reason')}
          list={refusalReasons}
          value={reason}
          onChange={setReason}
        />
        <ErrorNotice error={refuse.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
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
    </Modal>
  )
}
