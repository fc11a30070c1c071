import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n/words.tsx'
import type { Job } from './use-job.ts'

/** Most work takes less: a bar that only flashes would worry more than it tells. */
const patienceMilliseconds = 300

interface JobProgressProps {
  readonly label: string
  /** Without `cancel`: work that must not be stopped half-way. */
  readonly job: Pick<Job, 'percent'> & Partial<Pick<Job, 'cancel'>>
}

/** How far a piece of work is, and the way to stop it. Shows nothing when nothing runs, or not for long. */
export function JobProgress({ label, job: { percent, cancel } }: JobProgressProps) {
  return percent === null ? null : (
    <Running label={label} percent={percent} {...(cancel && { onCancel: cancel })} />
  )
}

interface RunningProps {
  readonly label: string
  readonly percent: number
  readonly onCancel?: () => void
}

function Running({ label, percent, onCancel }: RunningProps) {
  const t = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMilliseconds)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status">
      {late && (
        <Stack gap="xs">
          <Text size="sm">{label}</Text>
          <Group wrap="nowrap">
            <Progress.Root size="lg" style={{ flex: 1 }}>
              <Progress.Section value={percent} aria-label={label} />
            </Progress.Root>
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {t('ui.cancel')}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </div>
  )
}
