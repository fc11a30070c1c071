import { Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import type { StepState as State } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { useAsk } from '../client.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import classes from './referrals.module.css'
import { StepNext } from './step-next.tsx'
import { StepState } from './step-state.tsx'
import { StepLate, StepTurn } from './step-turn.tsx'

interface StepRowProps {
  readonly caseId: string
  readonly step: Step
  /** Its place in the whole trajectory, from 1. */
  readonly number: number
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onMove: (to: State | null) => void
  readonly onElsewhere: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** All that is known of it and can be done with it, once it is open. */
  readonly children: ReactNode
}

/** A step at a glance: what is asked of whom, where it stands, whose turn it is, and the next thing to do. */
export function StepRow(props: StepRowProps) {
  const { caseId, step, number, isOpen, onToggle, onMove, onElsewhere, onKeyDown, children } = props
  const t = useWords()
  const label = useLabels()
  const { data: draft } = useAsk('drafts.get', { key: { caseId, form: 'step', itemId: step.id } })
  const panel = `panel-${step.id}`
  return (
    <li className={classes.row}>
      <div className={classes.glance}>
        <div className={classes.what}>
          <div className={classes.head}>
            <UnstyledButton
              id={`step-${step.id}`}
              className={classes.opener}
              aria-expanded={isOpen}
              aria-controls={isOpen ? panel : undefined}
              onClick={onToggle}
              onKeyDown={onKeyDown}
            >
              <IconChevronDown
                size={18}
                aria-hidden
                className={classes.chevron}
                data-open={isOpen || undefined}
              />
              <span>
                <span className={classes.number}>{t('referrals.number', { number })}</span>{' '}
                {label(services, step.service)}
              </span>
            </UnstyledButton>
            <StepState step={step} />
            <StepLate step={step} />
            {draft?.body && <StateBadge tone="wait">{t('referrals.draftWaits')}</StateBadge>}
          </div>
          <div className={classes.detail}>
            <Text>{step.organisation || t('referrals.noOrganisation')}</Text>
            <StepTurn step={step} />
          </div>
        </div>
        <StepNext caseId={caseId} step={step} onMove={onMove} onElsewhere={onElsewhere} />
      </div>
      {isOpen && (
        <div id={panel} className={classes.panel}>
          {children}
        </div>
      )}
    </li>
  )
}
