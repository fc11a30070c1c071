import { Button, Code, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import { type Entered, nothingEntered, openerOf } from '../backup/opener.ts'
import { OpenerFields } from '../backup/opener-fields.tsx'
import { useFreeFolder } from '../backup/use-free-folder.ts'
import { call, useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { useJob } from '../ui/use-job.ts'
import { FolderField } from '../vault/folder-field.tsx'
import { GateLayout } from '../vault/gate-layout.tsx'
import classes from './salvage.module.css'

interface SalvageFormProps {
  readonly folder: string
  readonly suggestedFolder: string
  readonly canBrowse: boolean
  readonly onDone: (into: string, report: Out<'damage.salvage'>) => void
  readonly onBack: () => void
}

/** What opens the damaged vault, and where the new one goes. The damaged one is only read. */
export function SalvageForm({ folder, suggestedFolder, canBrowse, onDone, onBack }: SalvageFormProps) {
  const t = useWords()
  const [entered, setEntered] = useState<Entered>(nothingEntered)
  const into = useFreeFolder(suggestedFolder)
  const [tries, setTries] = useState(0)
  const job = useJob()
  const busy = job.percent !== null
  // The key file tells which kit opens it; when that can't be read either, whichever the person has.
  const { data: inspected, isError } = useAsk('vault.inspect', { folder })
  const kits = inspected?.kit ? [inspected.kit] : isError ? (['code', 'shares'] as const) : []

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    const opener = openerOf(entered)
    const place = into.value.trim()
    if (opener === null || place === '') return
    job.run(async (jobId) => {
      const report = await call('damage.salvage', { jobId, folder, opener, into: place })
      onDone(place, report)
    })
  }

  return (
    <GateLayout title={t('damage.salvage.title')} {...(!busy && { onBack })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text>{t('damage.salvage.what')}</Text>
          <Text>{t('damage.salvage.backupFirst')}</Text>
          <div>
            <Text size="sm" c="dimmed">
              {t('damage.salvage.damaged')}
            </Text>
            <Code className={classes.place}>{folder}</Code>
          </div>
          <OpenerFields
            value={entered}
            onChange={(next) => {
              setEntered(next)
              if (next.by !== entered.by) setTries(0)
            }}
            kits={kits}
            checkIn={folder}
            hint={t('damage.salvage.passphrase.hint')}
            tries={tries}
            error={job.error}
          />
          <FolderField
            label={t('damage.salvage.into')}
            description={t('damage.salvage.into.hint')}
            {...into}
            canBrowse={canBrowse}
            {...(tries > 0 && into.value.trim() === '' && { error: t('vault.folder.missing') })}
          />
          <ErrorNotice error={job.error} />
          <Button type="submit" size="lg" loading={busy}>
            {t('damage.salvage.start')}
          </Button>
          <JobProgress label={t('damage.salvage.busy')} job={job} />
        </Stack>
      </form>
    </GateLayout>
  )
}
