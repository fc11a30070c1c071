import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DocumentChoice } from '../../shared/documents/documents.contract.ts'
import { useAsk } from '../client.ts'
import { ConsentGapNotice } from '../consent/consent-gap-notice.tsx'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { consentGapIn } from './consent-gap-in.ts'
import classes from './documents.module.css'
import { PaperPreview } from './paper-preview.tsx'
import { SavePaper } from './save-paper.tsx'

interface DocumentPageProps {
  readonly choice: DocumentChoice
  /** False while nothing was chosen that would be worth a sheet. */
  readonly complete: boolean
  /** What is chosen, and how. */
  readonly children: ReactNode
}

/** Choosing on one side, the paper itself on the other: nothing is printed that was not seen. */
export function DocumentPage({ choice, complete, children }: DocumentPageProps) {
  const t = useWords()
  const { data, error, isPlaceholderData } = useAsk('documents.compose', choice, { keepLast: true })
  const gap = consentGapIn(error)
  return (
    <div className={classes.beside}>
      <Stack component="section" gap="lg" aria-labelledby="document-choice">
        <Title order={2} id="document-choice">
          {t('documents.choose')}
        </Title>
        {children}
        <ErrorNotice error={gap ? null : error} />
        <SavePaper
          key={JSON.stringify(choice)}
          choice={choice}
          ready={complete && data !== undefined && !isPlaceholderData && !error}
          complete={complete}
        />
      </Stack>
      <Stack component="section" gap="sm" aria-labelledby="document-preview">
        <div>
          <Title order={2} id="document-preview">
            {t('documents.preview')}
          </Title>
          <Text c="dimmed">{t(gap ? 'documents.preview.stopped' : 'documents.preview.hint')}</Text>
        </div>
        <div role="status">{gap && <ConsentGapNotice gap={gap} caseId={choice.caseId} />}</div>
        {data && !error && <PaperPreview paper={data.paper} />}
      </Stack>
    </div>
  )
}
