import { Button, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FolderField } from '../vault/folder-field.tsx'
import { GateLayout } from '../vault/gate-layout.tsx'
import { BackupList } from './backup-list.tsx'
import type { ChosenBackup } from './chosen-backup.ts'

interface ChooseBackupProps {
  /** Where to look first; empty when that is not known. */
  readonly folder: string
  readonly canBrowse: boolean
  readonly onChoose: (chosen: ChosenBackup) => void
  readonly onBack: () => void
}

/** The backups of a folder. Looking there again is one press, for a stick that was not in yet. */
export function ChooseBackup({ folder, canBrowse, onChoose, onBack }: ChooseBackupProps) {
  const t = useWords()
  const [place, setPlace] = useState(folder)
  const [looked, setLooked] = useState(folder)
  const [missing, setMissing] = useState(false)
  const { data, error, refetch, isFetching } = useAsk(
    'backup.list',
    { folder: looked || '.' },
    { enabled: looked !== '' },
  )

  const look = (event: FormEvent) => {
    event.preventDefault()
    const wanted = place.trim()
    setMissing(wanted === '')
    if (wanted === looked) void refetch()
    else setLooked(wanted)
  }

  return (
    <GateLayout title={t('backup.restore.title')} onBack={onBack}>
      <Stack gap="md">
        <Text>{t('backup.restore.intro')}</Text>
        <form onSubmit={look} noValidate>
          <Stack gap="sm" align="flex-start">
            <FolderField
              label={t('backup.restore.folder')}
              description={t('backup.restore.folder.hint')}
              value={place}
              onChange={setPlace}
              canBrowse={canBrowse}
              {...(missing && { error: t('vault.folder.missing') })}
            />
            <Button type="submit" variant={data && place.trim() === looked ? 'default' : 'filled'}>
              {t(looked !== '' && place.trim() === looked ? 'backup.restore.again' : 'backup.restore.look')}
            </Button>
          </Stack>
        </form>
        {!isFetching && <ErrorNotice error={looked === '' ? null : error} />}
        <div role="status">
          {isFetching && <Text>{t('backup.restore.looking')}</Text>}
          {!isFetching && data && !error && (
            <Text>{t('backup.restore.found', { count: data.backups.length })}</Text>
          )}
        </div>
        {data && !error && (
          <BackupList backups={data.backups} onChoose={(backup) => onChoose({ folder: looked, backup })} />
        )}
      </Stack>
    </GateLayout>
  )
}
