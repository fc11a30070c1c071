import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf, type PlainDate } from '../../shared/dates.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import { isMine } from '../cases/case-header.tsx'
import { call, useChange } from '../client.ts'
import { useJob } from '../ui/use-job.ts'
import { type Choice, filledSections, sectionsCovered, startingChoice } from './choice.ts'
import { Choose } from './choose.tsx'
import { type Composed, Look } from './look.tsx'
import { Sealed } from './sealed.tsx'
import { type Loaded, NotToSend, SendFrame } from './send-frame.tsx'
import { SendPhases } from './send-phases.tsx'
import { useCoverage } from './use-coverage.ts'

interface SendPageProps {
  readonly caseId: string
  /** The step that she came to ask for, if she came from one. */
  readonly stepId?: string | undefined
}

/** From a case of mine to a packet file: say what for, choose, look, hand over. */
export function SendPage({ caseId, stepId }: SendPageProps) {
  return (
    <SendFrame caseId={caseId} what="send">
      {(loaded) =>
        isMine(loaded.view) ? <Sending {...loaded} stepId={stepId} /> : <NotToSend view={loaded.view} />
      }
    </SendFrame>
  )
}

/** The content is shown only as the vault composed it for this very choice: going back to choose drops it. */
type Phase =
  | { readonly at: 'choose' }
  | { readonly at: 'look'; readonly composed: Composed; readonly expiresOn: PlainDate }
  | { readonly at: 'hand'; readonly packet: SentPacket }

function Sending({ view, steps, members, stepId }: Loaded & Pick<SendPageProps, 'stepId'>) {
  const today = dayOf(Date.now())
  const [choice, setChoice] = useState<Choice>(() =>
    startingChoice(
      today,
      steps.find(({ id }) => id === stepId),
    ),
  )
  const [phase, setPhase] = useState<Phase>({ at: 'choose' })
  const sealing = useJob()
  const seal = useChange('exchange.seal')
  const coverage = useCoverage(view.id, choice)
  const { expiresOn } = choice
  const sections = sectionsCovered(choice.sections, coverage.data)
  const input = {
    caseId: view.id,
    purpose: choice.purpose ?? '',
    sections,
    stepIds: [...choice.stepIds],
    recipients: [...choice.recipients],
  }
  const compose = useMutation({ mutationFn: () => call('exchange.compose', input), gcTime: 0 })
  const filled = filledSections(view.sections)

  const look = () =>
    compose.mutate(undefined, {
      onSuccess: (composed) => expiresOn !== null && setPhase({ at: 'look', composed, expiresOn }),
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
          caseId={view.id}
          members={members}
          sections={filled}
          steps={steps}
          today={today}
          value={{ ...choice, sections }}
          coverage={coverage}
          onChange={setChoice}
          onLook={look}
          looking={compose.isPending}
          error={compose.error ?? coverage.error}
        />
      )}
      {phase.at === 'look' && (
        <Look
          caseId={view.id}
          kind="case-share"
          composed={phase.composed}
          recipients={members.filter(({ fingerprint }) => choice.recipients.includes(fingerprint))}
          left={filled.filter((name) => !sections.includes(name))}
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
