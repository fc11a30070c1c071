import { ActionIcon, Button, Group, Stack } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { dayOf } from '../../shared/dates.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import { nextThing, phaseOf } from '../../shared/referrals/waiting.ts'
import { services } from '../../shared/vocab/services.ts'
import { useChange } from '../client.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { PreparationLink, preparedFor } from './preparation-link.tsx'
import { StepConsent } from './step-consent.tsx'
import { StepContent } from './step-content.tsx'
import { RemindButton } from './step-next.tsx'

/** What can be done with a step in a form of its own. */
export type StepAction = 'edit' | 'move'

interface StepItemProps {
  readonly caseId: string
  readonly step: Step
  /** Whether it can be moved up or down: only where the whole trajectory is seen. */
  readonly order: { readonly isFirst: boolean; readonly isLast: boolean } | null
  readonly onDo: (action: StepAction) => void
  readonly onOrder: (by: 1 | -1) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** A step of one's own case, opened: all it says, and what else can be done with it. */
export function StepItem({ caseId, step, order, onDo, onOrder, onKeyDown }: StepItemProps) {
  const t = useWords()
  const label = useLabels()
  const service = label(services, step.service)
  const isNext = nextThing(step, dayOf(Date.now()))
  const isPreparedNext = isNext === 'send' && preparedFor(step) !== null
  return (
    <Stack gap="sm">
      <StepContent step={step} />
      {phaseOf(step) === 'to_ask' && <StepConsent caseId={caseId} details={step} />}
      <Group gap="xs" onKeyDown={onKeyDown}>
        {isNext === 'remind' ? (
          // The row offers the reminder: the answer may have come all the same.
          <Button
            id={`move-${step.id}`}
            variant="default"
            onClick={() => onDo('move')}
            aria-label={t('referrals.next.answerThis', { service })}
          >
            {t('referrals.next.answer')}
          </Button>
        ) : (
          <RemindButton step={step} />
        )}
        {isPreparedNext ? (
          // The row offers to prepare it: it may have gone out already.
          <Button
            id={`move-${step.id}`}
            variant="default"
            onClick={() => onDo('move')}
            aria-label={t('referrals.next.sendThis', { service })}
          >
            {t('referrals.next.send')}
          </Button>
        ) : (
          <PreparationLink caseId={caseId} step={step} />
        )}
        <Button
          id={`edit-${step.id}`}
          variant="default"
          onClick={() => onDo('edit')}
          aria-label={t('referrals.editThis', { service })}
        >
          {t('referrals.edit')}
        </Button>
        {order && (
          <>
            <OrderButton id={step.id} up off={order.isFirst} service={service} onClick={() => onOrder(-1)} />
            <OrderButton
              id={step.id}
              up={false}
              off={order.isLast}
              service={service}
              onClick={() => onOrder(1)}
            />
          </>
        )}
        {step.moves.length === 1 && stateOf(step) === 'draft' && (
          <RemoveButton step={step} service={service} />
        )}
      </Group>
    </Stack>
  )
}

interface OrderButtonProps {
  /** Of the step. */
  readonly id: string
  readonly up: boolean
  /** Nowhere to go: it stays in place, so that the focus does. */
  readonly off: boolean
  readonly service: string
  readonly onClick: () => void
}

function OrderButton({ id, up, off, service, onClick }: OrderButtonProps) {
  const t = useWords()
  const Icon = up ? IconArrowUp : IconArrowDown
  return (
    <ActionIcon
      variant="default"
      size="input-sm"
      id={`${up ? 'up' : 'down'}-${id}`}
      aria-label={t(up ? 'referrals.up' : 'referrals.down', { service })}
      aria-keyshortcuts={up ? 'Alt+ArrowUp' : 'Alt+ArrowDown'}
      aria-disabled={off}
      data-disabled={off || undefined}
      onClick={() => !off && onClick()}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  )
}

/** Only for a step that never left its draft: the others are part of what happened. */
function RemoveButton({ step, service }: { step: Step; service: string }) {
  const t = useWords()
  const confirm = useConfirm()
  const remove = useChange('referrals.remove')
  const ask = async (): Promise<void> => {
    const sure = await confirm({
      title: t('referrals.remove.title'),
      text: t('referrals.remove.text', { service }),
      action: t('referrals.remove.action'),
    })
    if (sure) remove.mutate({ id: step.id })
  }
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        onClick={() => void ask()}
        aria-label={t('referrals.removeThis', { service })}
      >
        {t('referrals.remove')}
      </Button>
      <ErrorNotice error={remove.error} />
    </>
  )
}
