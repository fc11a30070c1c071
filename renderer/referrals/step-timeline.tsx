import type { ReactNode } from 'react'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './referrals.module.css'
import { StepContent } from './step-content.tsx'

interface StepTimelineProps {
  readonly steps: readonly Step[]
  /** What stands in the place of a step, when it is more than its content. */
  readonly children?: (step: Step, index: number) => ReactNode
}

/** The trajectory, in order. */
export function StepTimeline({ steps, children }: StepTimelineProps) {
  const t = useWords()
  return (
    <ol className={classes.timeline} aria-label={t('referrals.trajectory')}>
      {steps.map((step, index) => (
        <li key={step.id}>{children ? children(step, index) : <StepContent step={step} />}</li>
      ))}
    </ol>
  )
}
