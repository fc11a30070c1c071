import { Button, Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Consent } from '../../shared/cases/consent.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { useFresh } from '../cases/use-fresh.ts'
import { useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import classes from './referrals.module.css'
import { StepForm } from './step-form.tsx'
import { type StepAction, StepItem } from './step-item.tsx'
import { StepTimeline } from './step-timeline.tsx'
import { TrajectoryState } from './trajectory-state.tsx'

interface TrajectoryProps {
  readonly caseId: string
  /** Null while they are on their way. */
  readonly steps: readonly Step[] | null
  readonly consents: readonly Consent[]
}

/** The one form that is open: a step being changed or moved, or a new one. */
type OpenForm = { readonly is: 'new' } | { readonly is: StepAction; readonly stepId: string }

/** The services asked for, one after the other: what waits, what is late, and what comes next. */
export function Trajectory({ caseId, steps, consents }: TrajectoryProps) {
  const t = useWords()
  const { data: draft } = useAsk('drafts.get', { key: { caseId, form: 'step' } })
  const [chosen, setChosen] = useState<OpenForm | null | undefined>(undefined)
  const opener = useRef(addId)
  const [position, setPosition] = useState<number | null>(null)
  const order = useChange('referrals.order')
  const client = useQueryClient()
  useFresh('drafts.get')
  if (!steps || !draft) return null
  // A step begun before a lock is taken up where it was left.
  const open: OpenForm | null = chosen === undefined && draft.body !== null ? { is: 'new' } : (chosen ?? null)
  const choose = (form: OpenForm | null, then?: () => void): void => {
    setChosen(form)
    requestAnimationFrame(() => {
      // The form that went may have left a draft behind, which no change announces.
      void client.invalidateQueries({ queryKey: ['drafts.get'] })
      then?.()
    })
  }
  const show = (form: OpenForm): void => {
    opener.current = document.activeElement?.id || addId
    choose(form)
  }
  // The button one came from has been rendered anew: it is found by its id.
  const close = (): void => choose(null, () => document.getElementById(opener.current)?.focus())
  const move = (step: Step, to: number): void => {
    order.mutate({ id: step.id, position: to }, { onSuccess: () => setPosition(to) })
  }
  const add = (
    <Button id={addId} variant={open ? 'default' : 'filled'} onClick={() => show({ is: 'new' })}>
      {t('referrals.add')}
    </Button>
  )
  return (
    <Stack component="section" gap="lg" aria-labelledby="section-title">
      <div>
        <Title order={2} id="section-title" tabIndex={-1} className={classes.title}>
          {t('cases.section.trajectory')}
        </Title>
        <Text c="dimmed">{t('referrals.intro')}</Text>
      </div>
      <TrajectoryState steps={steps} />
      <ErrorNotice error={order.error} />
      <VisuallyHidden role="status">
        {position !== null && t('referrals.ordered', { position: position + 1, count: steps.length })}
      </VisuallyHidden>
      {steps.length > 0 && (
        <StepTimeline steps={steps}>
          {(step, index) => (
            <StepItem
              caseId={caseId}
              step={step}
              consents={consents}
              isFirst={index === 0}
              isLast={index === steps.length - 1}
              doing={open && open.is !== 'new' && open.stepId === step.id ? open.is : null}
              onDo={(is) => show({ is, stepId: step.id })}
              onClose={close}
              onOrder={(by) => move(step, index + by)}
            />
          )}
        </StepTimeline>
      )}
      {open?.is === 'new' ? (
        <StepForm caseId={caseId} step={null} consents={consents} onClose={close} />
      ) : steps.length === 0 ? (
        <EmptyState title={t('referrals.none.title')} text={t('referrals.none.text')} action={add} />
      ) : (
        <div>{add}</div>
      )}
    </Stack>
  )
}

const addId = 'add-step'
