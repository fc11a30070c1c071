import { Anchor, Button, Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Consent } from '../../shared/cases/consent.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import type { StepState } from '../../shared/vocab/referral.ts'
import { useFresh } from '../cases/use-fresh.ts'
import { useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { StepFilter, StepPages } from './list-controls.tsx'
import { MoveForm } from './move-form.tsx'
import { NotAsked } from './not-asked.tsx'
import classes from './referrals.module.css'
import { StepForm } from './step-form.tsx'
import { StepItem } from './step-item.tsx'
import { StepRow } from './step-row.tsx'
import { TrajectoryState } from './trajectory-state.tsx'
import { useStepList } from './use-step-list.ts'

interface TrajectoryProps {
  readonly caseId: string
  /** Null while they are on their way. */
  readonly steps: readonly Step[] | null
  readonly consents: readonly Consent[]
}

/** The one form that is open: a step being changed or moved, or a new one. */
type OpenForm =
  | { readonly is: 'new'; readonly service: string | null }
  | { readonly is: 'edit'; readonly stepId: string }
  | { readonly is: 'move'; readonly stepId: string; readonly to: StepState | null }

/** The services asked for, one after the other: what waits, what is late, and what comes next. */
export function Trajectory({ caseId, steps, consents }: TrajectoryProps) {
  const t = useWords()
  const { data: draft } = useAsk('drafts.get', { key: { caseId, form: 'step' } })
  const [chosen, setChosen] = useState<OpenForm | null | undefined>(undefined)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const opener = useRef(addId)
  const [position, setPosition] = useState<number | null>(null)
  const order = useChange('referrals.order')
  const list = useStepList(steps ?? [])
  const client = useQueryClient()
  useFresh('drafts.get')
  if (!steps || !draft) return null
  // A step begun before a lock is taken up where it was left.
  const open: OpenForm | null =
    chosen === undefined && draft.body !== null ? { is: 'new', service: null } : (chosen ?? null)
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
  // The button one came from has been rendered anew: it is found by its id; what it stood for may be done.
  const close = (stepId?: string) => (): void =>
    choose(null, () => (byId(opener.current) ?? byId(`step-${stepId}`) ?? byId(addId))?.focus())
  const toggle = (stepId: string): void => {
    const next = new Set(unfolded)
    if (!next.delete(stepId)) next.add(stepId)
    setUnfolded(next)
  }
  const move = (step: Step, to: number): void => {
    const focused = document.activeElement?.id
    order.mutate(
      { id: step.id, position: to },
      {
        onSuccess: () => {
          setPosition(to)
          list.goToIndex(to)
          // On another page it has been rendered anew.
          requestAnimationFrame(() => focused && byId(focused)?.focus())
        },
      },
    )
  }
  const add = (
    <Button
      id={addId}
      variant={open ? 'default' : 'filled'}
      onClick={() => show({ is: 'new', service: null })}
    >
      {t('referrals.add')}
    </Button>
  )
  const row = (step: Step, index: number) => {
    const form = open && open.is !== 'new' && open.stepId === step.id ? open : null
    const [isFirst, isLast] = [index === 0, index === steps.length - 1]
    const onOrder = (by: 1 | -1): void => move(step, index + by)
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || list.filter !== 'all') return
      if (event.key === 'ArrowUp' && !isFirst) onOrder(-1)
      else if (event.key === 'ArrowDown' && !isLast) onOrder(1)
      else return
      event.preventDefault()
    }
    return (
      <StepRow
        key={step.id}
        caseId={caseId}
        step={step}
        number={index + 1}
        isOpen={form !== null || unfolded.has(step.id)}
        onToggle={() => (form ? close(step.id)() : toggle(step.id))}
        onMove={(to) => show({ is: 'move', stepId: step.id, to })}
        onElsewhere={() => show({ is: 'new', service: step.service })}
        onKeyDown={onKeyDown}
      >
        {form?.is === 'edit' ? (
          <StepForm caseId={caseId} step={step} consents={consents} onClose={close(step.id)} />
        ) : form?.is === 'move' ? (
          <MoveForm caseId={caseId} step={step} next={form.to} onClose={close(step.id)} />
        ) : (
          <StepItem
            caseId={caseId}
            step={step}
            order={list.filter === 'all' ? { isFirst, isLast } : null}
            onDo={(is) => show(is === 'move' ? { is, stepId: step.id, to: null } : { is, stepId: step.id })}
            onOrder={onOrder}
            onKeyDown={onKeyDown}
          />
        )}
      </StepRow>
    )
  }
  return (
    <Stack component="section" gap="lg" aria-labelledby="section-title">
      <div>
        <Title order={2} id="section-title" tabIndex={-1} className={classes.title}>
          {t('cases.section.trajectory')}
        </Title>
        <Text c="dimmed">{t('referrals.intro')}</Text>
        {steps.length > 0 && (
          <Anchor component={Link} href={`/cases/${caseId}/print/trajectory`} size="sm">
            {t('documents.print.trajectory')}
          </Anchor>
        )}
      </div>
      <TrajectoryState steps={steps} />
      <ErrorNotice error={order.error} />
      <VisuallyHidden role="status">
        {position !== null && t('referrals.ordered', { position: position + 1, count: steps.length })}
      </VisuallyHidden>
      <StepFilter list={list} />
      {steps.length > 0 && (
        <ol className={classes.rows} aria-label={t('referrals.trajectory')}>
          {list.shown.map(({ step, index }) => row(step, index))}
        </ol>
      )}
      {steps.length > 0 && list.total === 0 && <Text c="dimmed">{t('referrals.filter.nothing')}</Text>}
      <StepPages list={list} />
      {open?.is === 'new' ? (
        <StepForm
          caseId={caseId}
          step={null}
          service={open.service}
          consents={consents}
          onClose={() => {
            list.goToIndex(steps.length)
            close()()
          }}
        />
      ) : steps.length === 0 ? (
        <EmptyState title={t('referrals.none.title')} text={t('referrals.none.text')} action={add} />
      ) : (
        <div>{add}</div>
      )}
      <NotAsked caseId={caseId} />
    </Stack>
  )
}

const addId = 'add-step'
const byId = (id: string): HTMLElement | null => document.getElementById(id)
