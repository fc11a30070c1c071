import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { SectionName } from '../../shared/cases/sections.ts'
import type { Out } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { Member } from '../../shared/members/members.contract.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import type { Job } from '../ui/use-job.ts'
import { Gaps } from './gaps.tsx'
import { HandoverIcon, HandoverMeaning } from './handover-meaning.tsx'
import { SharedCaseContent } from './shared-case-content.tsx'

/** What the vault will seal, as it gave it, and what stands against that. */
export type Composed = Out<'exchange.compose'>

interface LookProps {
  readonly caseId: string
  readonly kind: 'case-share' | 'hand-over'
  readonly composed: Composed
  readonly recipients: readonly Member[]
  /** Sections that hold something and were not chosen. */
  readonly left: readonly SectionName[]
  readonly expiresOn: PlainDate
  readonly sealing: Job
  readonly onBack: () => void
  readonly onSeal: () => void
}

/** Exactly what will leave, as its recipients will read it, before anything is sealed. */
export function Look(props: LookProps) {
  const { caseId, kind, composed, recipients, left, expiresOn, sealing, onBack, onSeal } = props
  const t = useWords()
  const date = useDates()
  const busy = sealing.percent !== null
  return (
    <Stack>
      <FocusedTitle>{t('exchange.look.title')}</FocusedTitle>
      {kind === 'hand-over' ? (
        <HandoverMeaning side="giving" name={recipients.map(({ name }) => name).join(', ')} />
      ) : (
        <Text>{t('exchange.look.text')}</Text>
      )}
      <Paper withBorder p="md">
        <Text fw={600}>{t('exchange.look.to', { count: recipients.length })}</Text>
        <ul style={{ margin: '0.25rem 0', paddingInlineStart: '1.25rem', columns: '20rem' }}>
          {recipients.map(({ fingerprint, name, organisation }) => (
            <li key={fingerprint}>
              {name}, {organisation}
            </li>
          ))}
        </ul>
        <Text size="sm">{t('exchange.look.until', { date: date(expiresOn) })}</Text>
      </Paper>
      <SharedCaseContent content={composed.content} />
      {left.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('exchange.look.left', { names: left.map((name) => t(`cases.section.${name}`)).join(', ') })}
        </Text>
      )}
      <Gaps caseId={caseId} gaps={composed.gaps} members={recipients} />
      <ErrorNotice error={sealing.error} />
      <JobProgress label={t('exchange.sealing')} job={sealing} />
      <Group justify="flex-end">
        <Button variant="default" disabled={busy} onClick={onBack}>
          {t('exchange.look.back')}
        </Button>
        <Button
          leftSection={kind === 'hand-over' ? <HandoverIcon size={18} /> : <IconLock size={18} aria-hidden />}
          disabled={composed.gaps.length > 0}
          loading={busy}
          onClick={onSeal}
        >
          {t(kind === 'hand-over' ? 'exchange.handover.seal' : 'exchange.seal')}
        </Button>
      </Group>
    </Stack>
  )
}
