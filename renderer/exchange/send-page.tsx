import { Anchor } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { CaseView } from '../../shared/cases/cases.contract.ts'
import { dayOf, type PlainDate } from '../../shared/dates.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import type { SharedCase } from '../../shared/exchange/payload.ts'
import type { Member } from '../../shared/members/members.contract.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import { call, useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useNames } from '../members/use-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { useJob } from '../ui/use-job.ts'
import { type Choice, filledSections, startingChoice } from './choice.ts'
import { Choose } from './choose.tsx'
import { Look } from './look.tsx'
import { Sealed } from './sealed.tsx'
import { SendPhases } from './send-phases.tsx'

/** From a case of mine to a packet file: choose, look, hand over. */
export function SendPage({ caseId }: { readonly caseId: string }) {
  const t = useWords()
  const nameOf = useNames()
  const found = useAsk('cases.get', { id: caseId })
  const steps = useAsk('referrals.list', { caseId })
  const members = useAsk('members.list', {})
  const view = found.data
  const toCase = `/cases/${caseId}`
  return (
    <Page
      title={view ? t('exchange.send.title', { code: view.code }) : t('exchange.send')}
      back={{ to: toCase, label: view?.code ?? t('exchange.send.case') }}
    >
      <ErrorNotice error={found.error ?? steps.error ?? members.error} />
      {view && !view.owner.me && (
        <EmptyState
          title={t('exchange.notMine.title')}
          text={t('exchange.notMine.text', { name: nameOf(view.owner.name) })}
          action={
            <Anchor component={Link} href={toCase}>
              {t('exchange.notMine.back')}
            </Anchor>
          }
        />
      )}
      {view?.owner.me && steps.data && members.data && (
        <Sending view={view} steps={steps.data.steps} members={members.data.members} />
      )}
    </Page>
  )
}

/** The content is shown only as the vault composed it for this very choice: going back to choose drops it. */
type Phase =
  | { readonly at: 'choose' }
  | { readonly at: 'look'; readonly content: SharedCase; readonly expiresOn: PlainDate }
  | { readonly at: 'hand'; readonly packet: SentPacket }

interface SendingProps {
  readonly view: CaseView
  readonly steps: readonly Step[]
  readonly members: readonly Member[]
}

function Sending({ view, steps, members }: SendingProps) {
  const today = dayOf(Date.now())
  const [choice, setChoice] = useState<Choice>(() => startingChoice(today))
  const [phase, setPhase] = useState<Phase>({ at: 'choose' })
  const sealing = useJob()
  const seal = useChange('exchange.seal')
  const { expiresOn, ...chosen } = choice
  const input = {
    caseId: view.id,
    sections: [...chosen.sections],
    stepIds: [...chosen.stepIds],
    recipients: [...chosen.recipients],
  }
  const compose = useMutation({ mutationFn: () => call('exchange.compose', input), gcTime: 0 })
  const filled = filledSections(view.sections)

  const look = () =>
    compose.mutate(undefined, {
      onSuccess: ({ content }) => expiresOn !== null && setPhase({ at: 'look', content, expiresOn }),
    })
  const sealNow = (until: PlainDate) =>
    sealing.run(async (jobId) => {
      const packet = await seal.mutateAsync({ ...input, expiresOn: until, jobId })
      setPhase({ at: 'hand', packet })
    })

  return (
    <>
      <SendPhases at={phase.at} />
      {phase.at === 'choose' && (
        <Choose
          members={members}
          sections={filled}
          steps={steps}
          today={today}
          value={choice}
          onChange={setChoice}
          onLook={look}
          looking={compose.isPending}
          error={compose.error}
        />
      )}
      {phase.at === 'look' && (
        <Look
          content={phase.content}
          recipients={members.filter(({ fingerprint }) => choice.recipients.includes(fingerprint))}
          left={filled.filter((name) => !choice.sections.includes(name))}
          expiresOn={phase.expiresOn}
          sealing={sealing}
          onBack={() => setPhase({ at: 'choose' })}
          onSeal={() => sealNow(phase.expiresOn)}
        />
      )}
      {phase.at === 'hand' && (
        <Sealed
          packet={phase.packet}
          drafts={
            steps.filter((step) => choice.stepIds.includes(step.id) && stateOf(step) === 'draft').length
          }
        />
      )}
    </>
  )
}
