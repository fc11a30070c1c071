import { Button, Group, Paper, Radio, Stack, Text, Title } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { dayOf } from '../../shared/dates.ts'
import type { Step, StepMove } from '../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import type { CodeList } from '../../shared/vocab/code-list.ts'
import { type StepState, stepStates } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { reasonsFor, stepTransitions } from '../../shared/vocab/transitions.ts'
import { useChange } from '../client.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { CodeSelect } from '../ui/code-select.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.ts'

interface MoveFormProps {
  readonly step: Step
  readonly onClose: () => void
}

/** What became of a step: only what may come next is offered, with the day and, where it is owed, the reason. */
export function MoveForm({ step, onClose }: MoveFormProps) {
  const t = useWords()
  const label = useLabels()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const move = useChange('referrals.move')
  const next = stepTransitions[stateOf(step)]
  const today = dayOf(Date.now())
  const [to, setTo] = useState<StepState | null>(next.length === 1 ? (next[0]?.to ?? null) : null)
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState<StepMove['reason']>(null)
  useEffect(() => title.current?.focus(), [])

  const reasons = to ? (reasonsFor(to) as CodeList<NonNullable<StepMove['reason']>> | undefined) : undefined
  const ready = to !== null && (!reasons || reason !== null)
  const note = async (): Promise<void> => {
    if (!ready) return
    await move.mutateAsync({ id: step.id, move: { to, on, reason: reasons ? reason : null } }).then(
      () => {
        toast(t('referrals.move.noted', { state: label(stepStates, to) }))
        onClose()
      },
      // Shown below.
      () => undefined,
    )
  }
  return (
    <Paper component="section" withBorder p="md" mt="sm" aria-labelledby={titleId}>
      <Stack gap="md">
        <Title order={3} size="h4" id={titleId} ref={title} tabIndex={-1}>
          {t('referrals.move.title', { service: label(services, step.service) })}
        </Title>
        <Radio.Group<StepState>
          label={t('referrals.move.to')}
          value={to}
          onChange={(state) => {
            setTo(state)
            setReason(null)
          }}
        >
          <Group gap="lg" mt="xs">
            {next.map(({ to: state }) => (
              <Radio key={state} value={state} label={label(stepStates, state)} />
            ))}
          </Group>
        </Radio.Group>
        {reasons && (
          <CodeSelect
            label={t('referrals.move.reason')}
            description={t('referrals.move.reason.hint')}
            list={reasons}
            value={reason}
            onChange={setReason}
          />
        )}
        <DayField
          label={t('referrals.move.on')}
          value={on}
          min={firstDayFor(step)}
          max={today}
          onChange={(day) => day && setOn(day)}
        />
        {to !== null && stepTransitions[to].length === 0 && (
          <Text size="sm">{t('referrals.move.isEnd')}</Text>
        )}
        <ErrorNotice error={move.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('referrals.form.cancel')}
          </Button>
          <Button
            onClick={() => void note()}
            aria-disabled={!ready}
            data-disabled={!ready || undefined}
            loading={move.isPending}
          >
            {t('referrals.move.note')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

/** A move can't come before the one it follows; a step may have been sent before it was noted here. */
function firstDayFor(step: Step): string | undefined {
  return stateOf(step) === 'draft' ? undefined : step.moves.at(-1)?.on
}
