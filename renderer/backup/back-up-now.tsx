import { Button, Group, Stack, Text } from '@mantine/core'
import { IconCopyCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import { call } from '../client.ts'
import { useSizes, useWords } from '../i18n/words.tsx'
import { SavedPath } from '../members/saved-path.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { useJob } from '../ui/use-job.ts'
import { BackupContents } from './backup-contents.tsx'

interface BackUpNowProps {
  /** Why it has to wait, in a sentence; the button can't be pressed until then. */
  readonly first?: string | undefined
}

/** A backup on demand. It is done once it was reopened and counted, and not before. */
export function BackUpNow({ first }: BackUpNowProps) {
  const t = useWords()
  const client = useQueryClient()
  const size = useSizes()
  const job = useJob()
  const button = useFocusBack(job.percent !== null)
  const [made, setMade] = useState<Out<'backup.now'> | null>(null)
  const [stopped, setStopped] = useState(false)

  const start = () => {
    setMade(null)
    setStopped(false)
    job.run(async (jobId) => {
      setMade(await call('backup.now', { jobId }))
      await client.invalidateQueries()
    })
  }
  const cancel = () => {
    setStopped(true)
    job.cancel()
  }

  return (
    <Stack gap="sm">
      <Group>
        <Button
          ref={button}
          disabled={first !== undefined}
          leftSection={<IconCopyCheck size={18} aria-hidden />}
          loading={job.percent !== null}
          onClick={start}
        >
          {t('backup.now')}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {first}
      </Text>
      <JobProgress label={t('backup.now.busy')} job={{ percent: job.percent, cancel }} />
      <ErrorNotice error={job.error} />
      <div role="status">
        {stopped && made === null && job.percent === null && <Text>{t('backup.now.stopped')}</Text>}
        {made && (
          <>
            <Text fw={600}>{t('backup.now.done', { size: size(made.bytes) })}</Text>
            <BackupContents contents={made.contents} />
          </>
        )}
      </div>
      <SavedPath
        label={t('backup.now.saved')}
        path={made && t('backup.last.where', { name: made.name, folder: made.folder })}
      />
    </Stack>
  )
}
