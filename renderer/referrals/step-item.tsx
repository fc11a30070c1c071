import { ActionIcon, Button, Group, Stack } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { Consent } from '../../shared/cases/consent.ts'
import { dayOf } from '../../shared/dates.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import { services } from '../../shared/vocab/services.ts'
import { stepTransitions } from '../../shared/vocab/transitions.ts'
import { useAsk, useChange } from '../client.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { MoveForm } from './move-form.tsx'
import { ConsentHint } from './step-consent.tsx'
import { StepContent } from './step-content.tsx'
import { StepForm } from './step-form.tsx'

/** What can be done with a step in a form of its own. */
export type StepAction = 'edit' | 'move'

interface StepItemProps {
  readonly caseId: string
  readonly step: Step
  readonly consents: readonly Consent[]
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly doing: StepAction | null
  readonly onDo: (action: StepAction) => void
  readonly onClose: () => void
  readonly onOrder: (by: 1 | -1) => void
}

/** A step of one's own case: what it says, and what can be done with it. */
export function StepItem(props: StepItemProps) {
  const { caseId, step, consents, isFirst, isLast, doing, onDo, onClose, onOrder } = props
  const t = useWords()
  const label = useLabels()
  const { data: draft } = useAsk('drafts.get', { key: { caseId, form: 'step', itemId: step.id } })
  const service = label(services, step.service)
  const state = stateOf(step)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey) return
    if (event.key === 'ArrowUp' && !isFirst) onOrder(-1)
    else if (event.key === 'ArrowDown' && !isLast) onOrder(1)
    else return
    event.preventDefault()
  }

  if (doing === 'edit') return <StepForm caseId={caseId} step={step} consents={consents} onClose={onClose} />
  return (
    <Stack gap="sm">
      <StepContent step={step} />
      {state === 'draft' && (
        <ConsentHint service={step.service} consents={consents} today={dayOf(Date.now())} />
      )}
      {doing === 'move' ? (
        <MoveForm step={step} onClose={onClose} />
      ) : (
        <Group gap="xs" onKeyDown={onKeyDown}>
          {stepTransitions[state].length > 0 && (
            <Button
              id={`move-${step.id}`}
              variant="light"
              onClick={() => onDo('move')}
              aria-label={t('referrals.moveThis', { service })}
            >
              {t('referrals.move')}
            </Button>
          )}
          <Button
            id={`edit-${step.id}`}
            variant="default"
            onClick={() => onDo('edit')}
            aria-label={t('referrals.editThis', { service })}
          >
            {t('referrals.edit')}
          </Button>
          <OrderButton up off={isFirst} service={service} onClick={() => onOrder(-1)} />
          <OrderButton up={false} off={isLast} service={service} onClick={() => onOrder(1)} />
          {step.moves.length === 1 && state === 'draft' && <RemoveButton step={step} service={service} />}
          {draft?.body && <StateBadge tone="wait">{t('referrals.draftWaits')}</StateBadge>}
        </Group>
      )}
    </Stack>
  )
}

interface OrderButtonProps {
  readonly up: boolean
  /** Nowhere to go: it stays in place, so that the focus does. */
  readonly off: boolean
  readonly service: string
  readonly onClick: () => void
}

function OrderButton({ up, off, service, onClick }: OrderButtonProps) {
  const t = useWords()
  const Icon = up ? IconArrowUp : IconArrowDown
  return (
    <ActionIcon
      variant="default"
      size="input-sm"
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
