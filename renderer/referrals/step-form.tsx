import { Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useId, useRef } from 'react'
import type { Consent } from '../../shared/cases/consent.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { phaseOf } from '../../shared/referrals/waiting.ts'
import { services } from '../../shared/vocab/services.ts'
import { DraftState, isWaiting } from '../cases/draft-state.tsx'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { CodeSelect } from '../ui/code-select.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { LongText } from '../ui/long-text.tsx'
import { SaveButton } from '../ui/save-button.tsx'
import { toast } from '../ui/toast.ts'
import { OrganisationField } from './organisation-field.tsx'
import { consentRefusal, StepConsent, useConsentOptions } from './step-consent.tsx'
import { useStepDraft } from './use-step-draft.ts'
import { suggestedWay, WayFields } from './way-fields.tsx'

interface StepFormProps {
  readonly caseId: string
  /** The step to change; null for a new one. */
  readonly step: Step | null
  /** What a new step asks for, when that is known: the same of somebody else. */
  readonly service?: string | null
  readonly consents: readonly Consent[]
  readonly onClose: () => void
}

/** A step to fill or change, in its place in the trajectory. */
export function StepForm({ caseId, step, service = null, consents, onClose }: StepFormProps) {
  const t = useWords()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const draft = useStepDraft(caseId, step, service)
  const { details } = draft
  const members = useAsk('members.list', {}).data?.members ?? []
  const consentOptions = useConsentOptions(consents)
  const isAsked = step !== null && phaseOf(step) !== 'to_ask'
  const waiting = isWaiting(draft.status)
  const canSave = waiting && details.service !== null && !draft.saving
  const isReady = draft.status !== 'loading'
  // There is no title to go to before the draft has been read.
  useEffect(() => {
    if (isReady) title.current?.focus()
  }, [isReady])

  const save = async (): Promise<void> => {
    if (!canSave || !(await draft.save())) return
    toast(t('referrals.saved'))
    onClose()
  }
  const discard = async (): Promise<void> => {
    if (waiting) await draft.discard()
    onClose()
  }
  useHotkeys([['mod+S', () => void save()]], [])
  if (!isReady) return null

  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Stack gap="md">
        <Title order={3} size="h4" id={titleId} ref={title} tabIndex={-1}>
          {t(step ? 'referrals.form.edit' : 'referrals.form.new')}
        </Title>
        {draft.found && <Text role="status">{t('referrals.form.found')}</Text>}
        <CodeSelect
          label={t('referrals.service')}
          description={t('referrals.service.hint')}
          list={services}
          value={details.service}
          onChange={(service) => draft.change({ service })}
        />
        <OrganisationField
          caseId={caseId}
          details={details}
          onChange={(part) => {
            const named = { ...details, ...part }
            // From the directory: a name half typed is no organisation yet.
            draft.change({ ...part, ...(part.entryId ? suggestedWay(named, members) : {}) })
          }}
        />
        <WayFields details={details} onChange={draft.change} />
        <DayField
          label={t('referrals.dueOn')}
          description={t('referrals.dueOn.hint')}
          value={details.dueOn}
          onChange={(dueOn) => draft.change({ dueOn })}
          clearable
        />
        <Select
          label={t('referrals.consent')}
          description={t('referrals.consent.hint')}
          placeholder={t(consents.length > 0 ? 'referrals.consent.none' : 'referrals.consent.noneInCase')}
          data={consentOptions}
          value={details.consentId}
          onChange={(consentId) => draft.change({ consentId })}
          clearable
          clearButtonProps={{ 'aria-label': t('referrals.consent.clear'), tabIndex: 0, 'aria-hidden': false }}
        />
        <StepConsent caseId={caseId} details={details} refusal={consentRefusal(draft.error)} />
        <LongText
          label={t('referrals.note')}
          description={t('referrals.note.hint')}
          value={details.note}
          onChange={(note) => draft.change({ note })}
          minRows={2}
        />
        {/* Nothing has come of what nobody was asked for yet. */}
        {(isAsked || details.outcome !== '') && (
          <LongText
            label={t('referrals.outcome')}
            description={t('referrals.outcome.hint')}
            value={details.outcome}
            onChange={(outcome) => draft.change({ outcome })}
            minRows={2}
          />
        )}
        <ErrorNotice error={consentRefusal(draft.error) ? null : draft.error} />
        <Group justify="space-between">
          <DraftState status={draft.status} />
          <Group gap="sm" ml="auto">
            <Button variant="subtle" color="gray" onClick={() => void discard()}>
              {t(waiting ? 'referrals.form.discard' : 'referrals.form.cancel')}
            </Button>
            <SaveButton
              onClick={() => void save()}
              busy={draft.saving}
              ready={canSave}
              aria-keyshortcuts="Control+S"
            >
              {t(step ? 'referrals.form.save' : 'referrals.form.add')}
            </SaveButton>
          </Group>
        </Group>
      </Stack>
    </Paper>
  )
}
