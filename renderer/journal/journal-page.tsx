import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { JournalTopic } from '../../shared/journal/actions.ts'
import { useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { JournalFilters, noFilter } from './journal-filters.tsx'
import { JournalTable } from './journal-table.tsx'
import { OnlyCase } from './only-case.tsx'
import { useLines } from './use-lines.ts'
import { useVerification, Verification } from './verification.tsx'

/** Who did what when, of the whole vault or of one case. */
export function JournalPage({ caseId }: { readonly caseId: string | null }) {
  const t = useWords()
  const [, go] = useLocation()
  const [chosen, choose] = useState(noFilter)
  const verification = useVerification()
  const verifying = verification.job.percent !== null
  const verify = useFocusBack(verifying)
  const { lines, error, older } = useLines(asked(chosen, caseId))
  const seeAll = () => {
    choose(noFilter)
    go('/journal')
  }
  return (
    <Page
      title={t('journal.title')}
      actions={
        <Button ref={verify} variant="light" onClick={verification.start} disabled={verifying}>
          {t('journal.verify')}
        </Button>
      }
    >
      <Text mb="lg" maw="44rem">
        {t('journal.intro')}
      </Text>
      <Verification {...verification} />
      {caseId !== null && <OnlyCase caseId={caseId} lines={lines ?? []} />}
      <JournalFilters value={chosen} onChange={choose} />
      <ErrorNotice error={error} />
      {lines && (
        <Text role="status" c="dimmed" size="sm" mb="xs">
          {lines.length > 0 && t('journal.count', { count: lines.length })}
        </Text>
      )}
      {lines?.length === 0 && (
        <EmptyState
          title={t('journal.empty.title')}
          text={t('journal.empty.text')}
          action={
            <Button variant="default" onClick={seeAll}>
              {t('journal.empty.action')}
            </Button>
          }
        />
      )}
      {lines && lines.length > 0 && <JournalTable lines={lines} />}
      {older && (
        <Button variant="default" mt="md" onClick={older}>
          {t('journal.older')}
        </Button>
      )}
    </Page>
  )
}

const asked = (
  { topic, from, to }: { topic: JournalTopic | null; from: string | null; to: string | null },
  caseId: string | null,
) => ({
  ...(topic !== null && { topics: [topic] }),
  ...(caseId !== null && { caseId }),
  ...(from !== null && { from }),
  ...(to !== null && { to }),
})
