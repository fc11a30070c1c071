import { Button } from '@mantine/core'
import { dayOf } from '../../shared/dates.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import { nextThing, phaseOf } from '../../shared/referrals/waiting.ts'
import type { StepState } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { useChange } from '../client.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.ts'
import { PreparationLink, preparedFor } from './preparation-link.tsx'

interface StepNextProps {
  readonly caseId: string
  readonly step: Step
  /** Opens the form of a move, with the state that comes next when it is known. */
  readonly onMove: (to: StepState | null) => void
  /** Asks the same service of somebody else. */
  readonly onElsewhere: () => void
}

/** The one thing that brings the step further, as one button; none where nobody can. */
export function StepNext({ caseId, step, onMove, onElsewhere }: StepNextProps) {
  const t = useWords()
  const label = useLabels()
  const next = nextThing(step, dayOf(Date.now()))
  const service = label(services, step.service)
  if (next === 'remind') return <RemindButton step={step} isNext />
  if (next === 'send' && preparedFor(step)) return <PreparationLink caseId={caseId} step={step} isNext />
  if (next === null) {
    if (stateOf(step) !== 'refused') return null
    return (
      <Button
        variant="default"
        onClick={onElsewhere}
        aria-label={t('referrals.next.elsewhereThis', { service })}
      >
        {t('referrals.next.elsewhere')}
      </Button>
    )
  }
  const to = next === 'send' ? 'sent' : next === 'expire' ? 'expired' : null
  return (
    <Button
      id={`move-${step.id}`}
      variant={next === 'answer' || next === 'follow' ? 'default' : 'light'}
      onClick={() => onMove(to)}
      aria-label={t(`referrals.next.${next}This`, { service })}
    >
      {t(`referrals.next.${next}`)}
    </Button>
  )
}

/** Notes that they were reminded today. */
export function RemindButton({ step, isNext = false }: { step: Step; isNext?: boolean }) {
  const t = useWords()
  const label = useLabels()
  const remind = useChange('referrals.remind')
  const service = label(services, step.service)
  if (phaseOf(step) !== 'asked') return null
  return (
    <>
      <Button
        variant={isNext ? 'light' : 'default'}
        onClick={() => remind.mutate({ id: step.id }, { onSuccess: () => toast(t('referrals.reminded')) })}
        aria-label={t('referrals.next.remindThis', { service })}
      >
        {t('referrals.next.remind')}
      </Button>
      <ErrorNotice error={remind.error} />
    </>
  )
}
