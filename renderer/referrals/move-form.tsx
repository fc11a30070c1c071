import { Button, Group, Paper, Radio, Stack, Text, Title } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { dayOf, type PlainDate } from '../../shared/dates.ts'
import { answerExpectedBy } from '../../shared/referrals/deadlines.ts'
import type { Step, StepMove } from '../../shared/referrals/referrals.contract.ts'
import { earliestMove, stateOf } from '../../shared/referrals/trajectory.ts'
import type { CodeList } from '../../shared/vocab/code-list.ts'
import { type StepState, stepStates } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { reasonsFor, stepTransitions } from '../../shared/vocab/transitions.ts'
import { useAsk, useChange } from '../client.ts'
import { useLabels, useLocale, useWords } from '../i18n/words.tsx'
import { CodeSelect } from '../ui/code-select.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { ReadOnly } from '../ui/read-only-text.tsx'
import { SaveButton } from '../ui/save-button.tsx'
import { toast } from '../ui/toast.ts'
import { PreparationLink } from './preparation-link.tsx'
import { consentRefusal, StepConsent } from './step-consent.tsx'

interface MoveFormProps {
  readonly caseId: string
  readonly step: Step
  /** The state that comes next, when the person has said so already. */
  readonly next: StepState | null
  readonly onClose: () => void
}

/** What became of a step: only what may come next is offered, with the day and, where it is owed, the reason. */
export function MoveForm({ caseId, step, next, onClose }: MoveFormProps) {
  const t = useWords()
  const label = useLabels()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const move = useChange('referrals.move')
  const ways = stepTransitions[stateOf(step)]
  const earliest = earliestMove(step) ?? undefined
  const today = dayOf(Date.now())
  // A clock that has gone back is behind what is noted already.
  const latest = earliest !== undefined && earliest > today ? earliest : today
  const [to, setTo] = useState<StepState | null>(next ?? (ways.length === 1 ? (ways[0]?.to ?? null) : null))
  const [on, setOn] = useState(latest)
  const [due, setDue] = useState<PlainDate | null | undefined>(undefined)
  const [reason, setReason] = useState<StepMove['reason']>(null)
  useEffect(() => title.current?.focus(), [])

  const reasons = to ? reasonsFor(to) : undefined
  const ready = to !== null && (!reasons || reason !== null)
  const usual = step.dueOn !== null && step.dueOn >= on ? step.dueOn : answerExpectedBy(step.service, on)
  const dueOn = due === undefined ? usual : due
  const note = async (): Promise<void> => {
    if (!ready || move.isPending) return
    const made = { to, on, reason: reasons ? reason : null }
    await move.mutateAsync({ id: step.id, move: made, ...(to === 'sent' && { dueOn }) }).then(
      () => {
        toast(t('referrals.move.noted', { state: label(stepStates, to) }))
        onClose()
      },
      // Shown below.
      () => undefined,
    )
  }
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Stack gap="md">
        <Title order={3} size="h4" id={titleId} ref={title} tabIndex={-1}>
          {t('referrals.move.title', { service: label(services, step.service) })}
        </Title>
        <NextState
          ways={ways.map((way) => way.to)}
          value={to}
          onChange={(state) => {
            setTo(state)
            setReason(null)
          }}
        />
        {reasons && (
          <CodeSelect
            label={t('referrals.move.reason')}
            description={t(to === 'refused' ? 'referrals.move.reason.theirs' : 'referrals.move.reason.hint')}
            list={reasons}
            value={reason}
            onChange={setReason}
          />
        )}
        <DayField
          label={t('referrals.move.on')}
          value={on}
          min={earliest}
          max={latest}
          onChange={(day) => day && setOn(day)}
        />
        <RecordedLate caseId={caseId} on={on} />
        {to === 'sent' && (
          <>
            <DayField
              label={t('referrals.dueOn')}
              description={t('referrals.dueOn.usual')}
              value={dueOn}
              min={on}
              onChange={setDue}
              clearable
            />
            <StepConsent caseId={caseId} details={step} on={on} refusal={consentRefusal(move.error)} />
            <div>
              <PreparationLink caseId={caseId} step={step} />
            </div>
          </>
        )}
        {to !== null && stepTransitions[to].length === 0 && (
          <Text size="sm">{t('referrals.move.isEnd')}</Text>
        )}
        <ErrorNotice error={to === 'sent' && consentRefusal(move.error) ? null : move.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('referrals.form.cancel')}
          </Button>
          <SaveButton onClick={() => void note()} busy={move.isPending} ready={ready}>
            {t('referrals.move.note')}
          </SaveButton>
        </Group>
      </Stack>
    </Paper>
  )
}

interface NextStateProps {
  readonly ways: readonly StepState[]
  readonly value: StepState | null
  readonly onChange: (state: StepState) => void
}

/** What a step may become. Where there is one thing only, it is no choice: it is said. */
function NextState({ ways, value, onChange }: NextStateProps) {
  const t = useWords()
  const label = useLabels()
  const locale = useLocale()
  const [only] = ways
  if (ways.length === 1 && only !== undefined)
    return <ReadOnly label={t('referrals.move.to')}>{label(stepStates, only)}</ReadOnly>
  return (
    <Radio.Group<StepState> label={t('referrals.move.to')} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {ways.map((state) => (
          <Radio
            key={state}
            value={state}
            label={label(stepStates, state)}
            description={definitionOf(stepStates, state)?.[locale]}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

const definitionOf = (list: CodeList, code: string) => list[code]?.definition

/** A step that is older than its case is no mistake: people record late. It is said, in case it is one. */
function RecordedLate({ caseId, on }: { caseId: string; on: PlainDate }) {
  const t = useWords()
  const { data } = useAsk('cases.get', { id: caseId })
  if (!data || on >= data.createdOn) return null
  return (
    <Text size="sm" role="status">
      {t('referrals.move.beforeCase')}
    </Text>
  )
}
