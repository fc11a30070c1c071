import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { CaseTurn, CaseView } from '../../../shared/cases/cases.contract.ts'
import { mayTurn } from '../../../shared/cases/turns.ts'
import { type ErrorCode, RelaisError } from '../../../shared/errors.ts'
import { useAsk } from '../../client.ts'
import { useWords } from '../../i18n/words.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Page } from '../../ui/page.tsx'
import { CloseForm } from './close-form.tsx'
import { ReopenForm } from './reopen-form.tsx'

interface TurnPageProps {
  readonly caseId: string
  readonly to: Extract<CaseTurn['to'], 'open' | 'closed'>
}

/** Where a follow-up ends, with its reasons; or begins again, with a note. */
export function TurnPage({ caseId, to }: TurnPageProps) {
  const t = useWords()
  const { data: view, error } = useAsk('cases.get', { id: caseId })
  const code = view?.code ?? ''
  if (!view && !error) return null
  return (
    <Page
      title={t(to === 'closed' ? 'cases.closing.title' : 'cases.reopening.title', { code })}
      back={{ to: `/cases/${caseId}`, label: view?.code ?? t('cases.title') }}
      narrow
    >
      <ErrorNotice error={error} />
      {view && <Turning view={view} to={to} />}
    </Page>
  )
}

/** Looked at once, on arrival: the case has turned already when the form that did it goes away. */
function Turning({ view, to }: { view: CaseView; to: TurnPageProps['to'] }) {
  const t = useWords()
  const [refusal] = useState(() => refusalOf(view, to))
  if (refusal === null) return to === 'closed' ? <CloseForm view={view} /> : <ReopenForm view={view} />
  return (
    <>
      <ErrorNotice error={new RelaisError(refusal)} />
      <Anchor component={Link} href={`/cases/${view.id}`}>
        {t('cases.closing.back')}
      </Anchor>
    </>
  )
}

function refusalOf({ owner, handover, status }: CaseView, to: CaseTurn['to']): ErrorCode | null {
  if (!owner.me) return 'cases.not_owner'
  if (handover) return 'cases.handover_pending'
  return mayTurn(status, to) ? null : 'cases.bad_turn'
}
