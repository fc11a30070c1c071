import { Button, Group, Stack, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import { isRelaisError } from '../../shared/errors.ts'
import { lock } from '../app/use-lock.ts'
import { call } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { Section } from '../ui/section.tsx'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { useJob } from '../ui/use-job.ts'

/** The full check, on demand: every opening of the vault has already made the quick one. */
export function CheckVault() {
  const t = useWords()
  const job = useJob()
  const button = useFocusBack(job.percent !== null)
  const [result, setResult] = useState<Out<'damage.check'> | 'stopped' | null>(null)
  const damaged = isRelaisError(job.error, 'vault.database_damaged')

  const start = () => {
    setResult(null)
    job.run(async (jobId) => setResult(await call('damage.check', { jobId })))
  }
  const cancel = () => {
    setResult('stopped')
    job.cancel()
  }

  return (
    <Section name="check" title={t('damage.check.title')} intro={t('damage.check.intro')}>
      <Stack gap="sm">
        <Group>
          <Button
            ref={button}
            variant="default"
            leftSection={<IconShieldCheck size={18} aria-hidden />}
            loading={job.percent !== null}
            onClick={start}
          >
            {t('damage.check.start')}
          </Button>
        </Group>
        <JobProgress label={t('damage.check.busy')} job={{ percent: job.percent, cancel }} />
        <div role="status">{job.percent === null && job.error === null && <Result result={result} />}</div>
        <ErrorNotice error={job.error} />
        {damaged && (
          <>
            <Text>{t('damage.check.next')}</Text>
            <Group>
              <Button onClick={lock}>{t('damage.check.lock')}</Button>
            </Group>
          </>
        )}
      </Stack>
    </Section>
  )
}

function Result({ result }: { readonly result: Out<'damage.check'> | 'stopped' | null }) {
  const t = useWords()
  if (result === null) return null
  if (result === 'stopped') return <Text>{t('damage.check.stopped')}</Text>
  return <Text fw={600}>{t('damage.check.well', { pages: result.pages })}</Text>
}
