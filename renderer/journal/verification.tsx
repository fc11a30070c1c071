import { Paper, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import { call } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { type Job, useJob } from '../ui/use-job.ts'

type Result = Out<'journal.verify'>

interface VerificationState {
  readonly job: Job
  readonly result: Result | null
}

/** The verification of the journal: started by the page’s button, told by `Verification`. */
export function useVerification(): VerificationState & { readonly start: () => void } {
  const job = useJob()
  const client = useQueryClient()
  const [result, setResult] = useState<Result | null>(null)
  const start = () => {
    setResult(null)
    job.run(async (jobId) => {
      setResult(await call('journal.verify', { jobId }))
      // It is a line of the journal itself.
      await client.invalidateQueries()
    })
  }
  return { job, result, start }
}

/** How far it is, then what it found, in one plain sentence and what to do. */
export function Verification({ job, result }: VerificationState) {
  const t = useWords()
  return (
    <>
      <ErrorNotice error={job.error} />
      <JobProgress label={t('journal.verify.running')} job={job} />
      <div role="status">{result && <Found result={result} />}</div>
    </>
  )
}

function Found({ result }: { readonly result: Result }) {
  const t = useWords()
  const { lines, firstBroken, missing, mended, heads } = result
  const well = firstBroken === null && missing === null
  return (
    <Paper withBorder p="md" mb="lg">
      <Stack gap="xs">
        {well && <Text fw={600}>{t('journal.verify.well', { lines })}</Text>}
        {firstBroken !== null && (
          <Wrong
            what={t('journal.verify.broken', { line: firstBroken })}
            next={t('journal.verify.broken.next')}
          />
        )}
        {missing !== null && (
          <Wrong
            what={t('journal.verify.missing', { line: missing })}
            next={t('journal.verify.missing.next')}
          />
        )}
        {mended !== null && <Text>{t('journal.verify.mended', { line: mended })}</Text>}
        {well && (
          <Text size="sm">
            {heads.backups + heads.packets === 0
              ? t('journal.verify.noHeads')
              : t('journal.verify.heads', heads)}
          </Text>
        )}
      </Stack>
    </Paper>
  )
}

function Wrong({ what, next }: { readonly what: string; readonly next: string }) {
  return (
    <div>
      <StateBadge tone="bad">{what}</StateBadge>
      <Text mt={4}>{next}</Text>
    </div>
  )
}
