import { Checkbox, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Locale } from '../../shared/app/app.contract.ts'
import type { CaseView } from '../../shared/cases/cases.contract.ts'
import type { SectionName } from '../../shared/cases/sections.ts'
import type { DocumentChoice } from '../../shared/documents/documents.contract.ts'
import { useAsk } from '../client.ts'
import { filledSections } from '../exchange/choice.ts'
import { useLocale, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { ChooseLanguage } from './choose-language.tsx'
import { ChooseSections } from './choose-sections.tsx'
import { DocumentPage } from './document-page.tsx'
import { herLanguage } from './her-language.ts'

type Kind = 'case-sheet' | 'trajectory'

interface PrintPageProps {
  readonly caseId: string
  /** With which document to begin. */
  readonly kind: Kind
}

/** A case, or its trajectory, on paper. */
export function PrintPage({ caseId, kind }: PrintPageProps) {
  const t = useWords()
  const { data: view, error } = useAsk('cases.get', { id: caseId })
  return (
    <Page
      title={view ? t('documents.print.title', { code: view.code }) : t('documents.print')}
      back={{ to: `/cases/${caseId}`, label: view?.code ?? t('documents.print.case') }}
    >
      <ErrorNotice error={error} />
      {view && <Printing view={view} begin={kind} />}
    </Page>
  )
}

const kinds = ['case-sheet', 'trajectory'] as const satisfies readonly Kind[]

function Printing({ view, begin }: { view: CaseView; begin: Kind }) {
  const t = useWords()
  const [kind, setKind] = useState<Kind>(begin)
  const screen = useLocale()
  const [locale, setLocale] = useState<Locale>(herLanguage(view.sections) ?? screen)
  const [sections, setSections] = useState<SectionName[]>([])
  const [trajectory, setTrajectory] = useState(false)
  const about = { caseId: view.id, locale }
  const choice: DocumentChoice =
    kind === 'trajectory' ? { kind, ...about } : { kind, ...about, sections, trajectory }
  return (
    <DocumentPage choice={choice} complete={kind === 'trajectory' || trajectory || sections.length > 0}>
      <Radio.Group<Kind> label={t('documents.kind')} value={kind} onChange={setKind}>
        <Stack gap="sm" mt="sm">
          {kinds.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`documents.kind.${one}`)}
              description={t(`documents.kind.${one}.hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'case-sheet' && (
        <Stack gap="xs">
          <ChooseSections
            label={t('documents.sections')}
            description={t('documents.sections.hint')}
            sections={filledSections(view.sections)}
            value={sections}
            onChange={setSections}
          />
          <Checkbox
            label={t('documents.trajectory')}
            checked={trajectory}
            onChange={({ currentTarget }) => setTrajectory(currentTarget.checked)}
          />
        </Stack>
      )}
      <ChooseLanguage value={locale} onChange={setLocale} />
    </DocumentPage>
  )
}
