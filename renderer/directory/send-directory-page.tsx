import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { addDays, dayOf, type PlainDate } from '../../shared/dates.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import { useAsk, useChange } from '../client.ts'
import { longestDays } from '../exchange/choice.ts'
import { ChooseRecipients } from '../exchange/choose-recipients.tsx'
import { SavePacket } from '../exchange/save-packet.tsx'
import { useWords } from '../i18n/words.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { Page } from '../ui/page.tsx'
import { useJob } from '../ui/use-job.ts'

/** Time enough for a stick to go around; a directory is good for longer than a case. */
const usualDays = 60

/** The whole directory, signed and sealed, as a file to be handed to members. */
export function SendDirectoryPage() {
  const t = useWords()
  const members = useAsk('members.list', {})
  const found = useAsk('directory.search', {})
  const [packet, setPacket] = useState<SentPacket | null>(null)
  return (
    <Page title={t('directory.send.title')} back={{ to: '/directory', label: t('directory.title') }} narrow>
      <ErrorNotice error={members.error ?? found.error} />
      {packet && <Sealed packet={packet} />}
      {!packet && members.data && found.data && (
        <Choose members={members.data.members} entries={found.data.all} onSealed={setPacket} />
      )}
    </Page>
  )
}

interface ChooseProps {
  readonly members: Parameters<typeof ChooseRecipients>[0]['members']
  readonly entries: number
  readonly onSealed: (packet: SentPacket) => void
}

function Choose({ members, entries, onSealed }: ChooseProps) {
  const t = useWords()
  const today = dayOf(Date.now())
  const [recipients, setRecipients] = useState<string[]>([])
  const [expiresOn, setExpiresOn] = useState<PlainDate | null>(addDays(today, usualDays))
  const sealing = useJob()
  const seal = useChange('directory.seal')
  const inTime = expiresOn !== null && expiresOn >= today && expiresOn <= addDays(today, longestDays)
  const start = (): void => {
    if (expiresOn === null) return
    sealing.run(async (jobId) => onSealed(await seal.mutateAsync({ recipients, expiresOn, jobId })))
  }
  return (
    <Stack gap="lg">
      <Text>{t('directory.send.text', { count: entries })}</Text>
      <Paper component="section" withBorder p="md" aria-label={t('exchange.recipients')}>
        <Title order={2} size="h4" mb="sm">
          {t('exchange.recipients')}
        </Title>
        <ChooseRecipients members={members} value={recipients} onChange={setRecipients} />
      </Paper>
      <DayField
        label={t('exchange.expiry.label')}
        description={t('exchange.expiry.text', { days: longestDays })}
        value={expiresOn}
        onChange={setExpiresOn}
        min={today}
        max={addDays(today, longestDays)}
      />
      <ErrorNotice error={sealing.error} />
      <JobProgress label={t('exchange.sealing')} job={sealing} />
      <Group justify="flex-end">
        {recipients.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('directory.send.incomplete')}
          </Text>
        )}
        <Button
          leftSection={<IconLock size={18} aria-hidden />}
          disabled={recipients.length === 0 || !inTime || entries === 0}
          loading={sealing.percent !== null}
          onClick={start}
        >
          {t('exchange.seal')}
        </Button>
      </Group>
    </Stack>
  )
}

/** The packet is made; it goes nowhere until a person carries its file. */
function Sealed({ packet }: { readonly packet: SentPacket }) {
  const t = useWords()
  return (
    <Stack>
      <FocusedTitle>{t('exchange.sealed.title')}</FocusedTitle>
      <Text>{t('exchange.sealed.text', { count: packet.recipients.length })}</Text>
      <SavePacket packetId={packet.packetId} label={t('exchange.save')} />
      <Anchor component={Link} href="/directory">
        {t('directory.toList')}
      </Anchor>
    </Stack>
  )
}
