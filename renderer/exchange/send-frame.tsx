import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CaseView } from '../../shared/cases/cases.contract.ts'
import type { Member } from '../../shared/members/members.contract.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useNames } from '../members/use-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'

interface SendFrameProps {
  readonly caseId: string
  /** Whether she came to share a copy, or to hand the case itself over. */
  readonly what: 'send' | 'handover'
  readonly children: (loaded: Loaded) => ReactNode
}

export interface Loaded {
  readonly view: CaseView
  readonly steps: readonly Step[]
  readonly members: readonly Member[]
}

/** Whatever leaves a case leaves it from here, and only from the one whose it is. */
export function SendFrame({ caseId, what, children }: SendFrameProps) {
  const t = useWords()
  const found = useAsk('cases.get', { id: caseId })
  const steps = useAsk('referrals.list', { caseId })
  const members = useAsk('members.list', {})
  const view = found.data
  // A case that was just handed over from here stays on this page until the file is saved.
  return (
    <Page
      title={view ? t(`exchange.${what}.title`, { code: view.code }) : t(`exchange.${what}`)}
      back={{ to: `/cases/${caseId}`, label: view?.code ?? t('exchange.send.case') }}
    >
      <ErrorNotice error={found.error ?? steps.error ?? members.error} />
      {view &&
        steps.data &&
        members.data &&
        children({ view, steps: steps.data.steps, members: members.data.members })}
    </Page>
  )
}

/** Why this case can't leave from here, with the way back; null when it can. */
export function NotToSend({ view }: { readonly view: CaseView }) {
  const t = useWords()
  const nameOf = useNames()
  const reason = view.owner.me ? 'onItsWay' : 'notMine'
  const name = nameOf(view.handover?.toName ?? view.owner.name)
  return (
    <EmptyState
      title={t(`exchange.${reason}.title`)}
      text={t(`exchange.${reason}.text`, { name })}
      action={
        <Anchor component={Link} href={`/cases/${view.id}`}>
          {t('exchange.notMine.back')}
        </Anchor>
      }
    />
  )
}
