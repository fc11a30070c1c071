import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Locale } from '../../shared/app/app.contract.ts'
import type { CaseView } from '../../shared/cases/cases.contract.ts'
import { type LetterSection, letterSections } from '../../shared/documents/documents.contract.ts'
import { services } from '../../shared/vocab/services.ts'
import { useAsk } from '../client.ts'
import { filledSections } from '../exchange/choice.ts'
import { useLabels, useLocale, useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { ChooseLanguage } from './choose-language.tsx'
import { ChooseSections } from './choose-sections.tsx'
import { DocumentPage } from './document-page.tsx'
import { herLanguage } from './her-language.ts'

interface LetterPageProps {
  readonly caseId: string
  readonly stepId: string
}

/** A step as a letter to an organisation without Relais. */
export function LetterPage({ caseId, stepId }: LetterPageProps) {
  const t = useWords()
  const label = useLabels()
  const found = useAsk('cases.get', { id: caseId })
  const steps = useAsk('referrals.list', { caseId })
  const view = found.data
  const step = steps.data?.steps.find(({ id }) => id === stepId)
  const trajectory = `/cases/${caseId}/trajectory`
  const back = (
    <Anchor component={Link} href={trajectory}>
      {t('documents.noStep.go')}
    </Anchor>
  )
  return (
    <Page
      title={
        step
          ? t('documents.letter.title', { service: label(services, step.service) })
          : t('documents.kind.referral-letter')
      }
      back={{ to: trajectory, label: view?.code ?? t('documents.print.case') }}
    >
      <ErrorNotice error={found.error ?? steps.error} />
      {view && !view.owner.me && (
        <EmptyState title={t('documents.notMine.title')} text={t('documents.notMine.text')} action={back} />
      )}
      {view?.owner.me && steps.data && !step && (
        <EmptyState title={t('documents.noStep.title')} text={t('documents.noStep.text')} action={back} />
      )}
      {view?.owner.me && step && <Writing view={view} stepId={step.id} />}
    </Page>
  )
}

function Writing({ view, stepId }: { view: CaseView; stepId: string }) {
  const t = useWords()
  const screen = useLocale()
  const [locale, setLocale] = useState<Locale>(herLanguage(view.sections) ?? screen)
  const [sections, setSections] = useState<LetterSection[]>([])
  const filled = filledSections(view.sections)
  return (
    <DocumentPage
      choice={{ kind: 'referral-letter', caseId: view.id, stepId, locale, sections }}
      // A letter without a section asks for the service all the same.
      complete
    >
      <ChooseSections
        label={t('documents.sections.letter')}
        description={t('documents.sections.letter.hint')}
        sections={letterSections.filter((name) => filled.includes(name))}
        value={sections}
        onChange={setSections}
      />
      <ChooseLanguage value={locale} onChange={setLocale} />
    </DocumentPage>
  )
}
