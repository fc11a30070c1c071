import { Button, Paper, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import type { Opener } from '../../shared/vault/opener.ts'
import { call } from '../client.ts'
import { useInstants, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { useJob } from '../ui/use-job.ts'
import { FolderField } from '../vault/folder-field.tsx'
import { GateLayout } from '../vault/gate-layout.tsx'
import { BackupContents } from './backup-contents.tsx'
import type { ChosenBackup } from './chosen-backup.ts'
import { useFreeFolder } from './use-free-folder.ts'

interface PlaceRestoredProps {
  readonly chosen: ChosenBackup
  readonly opener: Opener
  readonly found: Out<'backup.look'>
  readonly suggestedFolder: string
  readonly canBrowse: boolean
  readonly onRestored: (into: string) => void
  /** To the other backups. */
  readonly onBack: () => void
}

/** Whose backup it is, how old and what is in it; then the folder of its own that it goes to. */
export function PlaceRestored(props: PlaceRestoredProps) {
  const { chosen, opener, found, suggestedFolder, canBrowse, onRestored, onBack } = props
  const t = useWords()
  const { at, ago } = useInstants()
  const into = useFreeFolder(suggestedFolder)
  const [missing, setMissing] = useState(false)
  const job = useJob()
  const busy = job.percent !== null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const place = into.value.trim()
    setMissing(place === '')
    if (place === '') return
    job.run(async (jobId) => {
      const { folder, backup } = chosen
      await call('backup.restore', { jobId, folder, name: backup.name, opener, into: place })
      onRestored(place)
    })
  }

  return (
    <GateLayout title={t('backup.place.title')} {...(!busy && { onBack })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Paper withBorder p="md">
            <Text fw={600}>{t('backup.owner', { ...found.owner })}</Text>
            <Text mb="xs">{t('backup.madeAt', { date: at(found.madeAt), age: ago(found.madeAt) })}</Text>
            <BackupContents contents={found.contents} />
          </Paper>
          <Text>{t('backup.place.since')}</Text>
          <FolderField
            label={t('backup.place.folder')}
            description={t('backup.place.folder.hint')}
            {...into}
            canBrowse={canBrowse}
            {...(missing && { error: t('vault.folder.missing') })}
          />
          <Text size="sm" c="dimmed">
            {t('backup.place.untouched')}
          </Text>
          <ErrorNotice error={job.error} />
          <Button type="submit" size="lg" loading={busy}>
            {t('backup.place.restore')}
          </Button>
          <JobProgress label={t('backup.place.busy')} job={job} />
        </Stack>
      </form>
    </GateLayout>
  )
}
