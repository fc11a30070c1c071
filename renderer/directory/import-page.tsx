import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Out } from '../../shared/contract.ts'
import { type CsvPreview, csvFileLimit } from '../../shared/directory/directory.contract.ts'
import { RelaisError } from '../../shared/errors.ts'
import { call, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { Page } from '../ui/page.tsx'
import { useJob } from '../ui/use-job.ts'
import { CsvLines } from './csv-lines.tsx'
import classes from './directory.module.css'

/** From a sheet to the directory: choose it, look at it line by line, import it whole or not at all. */
export function ImportPage() {
  const t = useWords()
  const reading = useJob()
  const [preview, setPreview] = useState<CsvPreview | null>(null)
  const [done, setDone] = useState<Out<'directory.importCsv'> | null>(null)
  const open = (bytes: Uint8Array<ArrayBuffer>): void =>
    reading.run(async (jobId, isCancelled) => {
      const looked = await call('directory.previewCsv', { bytes, jobId })
      if (!isCancelled()) setPreview(looked)
    })
  return (
    <Page
      key={done ? 'done' : preview ? 'preview' : 'choose'}
      title={t('directory.import.title')}
      back={{ to: '/directory', label: t('directory.title') }}
    >
      {done && <Imported done={done} />}
      {!done && preview && <Preview preview={preview} onDone={setDone} onOther={() => setPreview(null)} />}
      {!done && !preview && (
        <Stack gap="lg">
          <Text maw="46rem">{t('directory.import.text')}</Text>
          <FileDrop
            label={t('directory.import.drop')}
            hint={t('directory.import.hint')}
            accept=".csv,.txt,.tsv,text/csv"
            limit={csvFileLimit}
            onFile={open}
            onTooLarge={() => reading.refuse(new RelaisError('directory.csv_too_large'))}
          />
          <JobProgress label={t('directory.import.reading')} job={reading} />
          <ErrorNotice error={reading.error} />
        </Stack>
      )}
    </Page>
  )
}

interface PreviewProps {
  readonly preview: CsvPreview
  readonly onDone: (done: Out<'directory.importCsv'>) => void
  readonly onOther: () => void
}

function Preview({ preview, onDone, onOther }: PreviewProps) {
  const t = useWords()
  const importing = useJob()
  const take = useChange('directory.importCsv')
  const { counts, encoding, unknownColumns } = preview
  const toImport = counts.new + counts.update
  const busy = importing.percent !== null
  const start = (): void =>
    importing.run(async (jobId) => onDone(await take.mutateAsync({ preview: preview.preview, jobId })))
  return (
    <Stack gap="lg">
      <FocusedTitle>{t('directory.preview.title')}</FocusedTitle>
      <Paper withBorder p="md">
        <dl className={classes.counts}>
          {(['new', 'update', 'same', 'problem'] as const).map((effect) => (
            <div key={effect}>
              <dt>{t(`directory.effect.${effect}`)}</dt>
              <dd>{counts[effect]}</dd>
            </div>
          ))}
        </dl>
      </Paper>
      {encoding === 'windows-1252' && <Text>{t('directory.preview.windows1252')}</Text>}
      {unknownColumns.length > 0 && (
        <Text>
          {t('directory.preview.unknownColumns', {
            count: unknownColumns.length,
            names: unknownColumns.join(', '),
          })}
        </Text>
      )}
      <Text>{t('directory.preview.next', { count: toImport, problems: counts.problem })}</Text>
      <ErrorNotice error={importing.error} />
      <JobProgress label={t('directory.import.importing')} job={importing} />
      <Group gap="sm">
        {toImport > 0 && (
          <Button loading={busy} onClick={start}>
            {t('directory.import.take', { count: toImport })}
          </Button>
        )}
        <Button variant="default" disabled={busy} onClick={onOther}>
          {t('directory.import.other')}
        </Button>
      </Group>
      <CsvLines preview={preview} />
    </Stack>
  )
}

function Imported({ done: { added, changed } }: { readonly done: Out<'directory.importCsv'> }) {
  const t = useWords()
  return (
    <Stack>
      <FocusedTitle>{t('directory.imported.title')}</FocusedTitle>
      <Text>{t('directory.imported.text', { added, changed })}</Text>
      <Anchor component={Link} href="/directory">
        {t('directory.toList')}
      </Anchor>
    </Stack>
  )
}
