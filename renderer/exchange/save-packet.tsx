import { Button, type ButtonProps, Group, Stack } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { SavedPath } from '../members/saved-path.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

interface SavePacketProps extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly packetId: string
  readonly label: string
  /** Tells buttons of a list apart for those who do not see the row. */
  readonly of?: string
}

/** Writes the file of a packet where the person chooses, as often as she likes. */
export function SavePacket({ packetId, label, of, ...look }: SavePacketProps) {
  const t = useWords()
  const save = useChange('exchange.save')
  return (
    <Stack gap="xs">
      <Group>
        <Button
          {...look}
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          aria-label={of === undefined ? undefined : t('members.actionOn', { action: label, name: of })}
          loading={save.isPending}
          onClick={() => save.mutate({ packetId })}
        >
          {label}
        </Button>
      </Group>
      <ErrorNotice error={save.error} />
      <SavedPath label={t('exchange.saved')} path={save.data?.path ?? null} />
    </Stack>
  )
}
