import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type Consent, consentState, lastDaysOf } from '../../shared/cases/consent.ts'
import { dayOf } from '../../shared/dates.ts'
import type { PersonAge } from '../cases/fields/fields.ts'
import { useWords } from '../i18n/words.tsx'
import { ConsentForm } from './consent-form.tsx'
import { ConsentSummary } from './consent-summary.tsx'
import { stateUnsaved } from './state-unsaved.ts'
import { WithdrawForm } from './withdraw-form.tsx'

interface ConsentItemProps {
  readonly consent: Consent
  readonly name: string
  readonly age: PersonAge
  readonly caseId: string | null
  /** What the vault has of the case; undefined while that is not known. */
  readonly saved: readonly Consent[] | undefined
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onChange: (part: Partial<Consent>) => void
  readonly onRenew: () => void
}

/** One consent of one's own case: read, and opened to be changed, withdrawn or renewed. */
export function ConsentItem(props: ConsentItemProps) {
  const { consent, name, age, caseId, saved, open, onOpen, onChange, onRenew } = props
  const t = useWords()
  const [withdrawing, setWithdrawing] = useState(false)
  const [backTo, setBackTo] = useState<string | null>(null)
  useEffect(() => {
    // What was pressed is gone with its form: the focus goes on from where it was opened.
    if (backTo === null) return
    setBackTo(null)
    document.getElementById(backTo)?.focus()
  }, [backTo])

  const today = dayOf(Date.now())
  const state = consentState(consent, today)
  const [editId, withdrawId] = [`edit-${consent.id}`, `withdraw-${consent.id}`]
  if (open) {
    const done = () => {
      onOpen(false)
      setBackTo(editId)
    }
    return <ConsentForm consent={consent} age={age} onChange={onChange} onDone={done} />
  }
  if (withdrawing) {
    const close = () => {
      setWithdrawing(false)
      setBackTo(withdrawId)
    }
    return (
      <Stack gap="md">
        <ConsentSummary consent={consent} />
        <WithdrawForm
          consent={consent}
          caseId={caseId}
          onWithdraw={(withdrawnOn) => {
            onChange({ withdrawnOn })
            close()
          }}
          onCancel={close}
        />
      </Stack>
    )
  }
  const ground = consent.basis === 'legal_ground'
  const over = state === 'ended' || state === 'withdrawn'
  return (
    <Stack gap="md">
      <ConsentSummary consent={consent} />
      {/* A withdrawal that is only typed stops nothing yet, and the person believes that it does. */}
      {saved && stateUnsaved(consent, saved) === 'withdrawalUnsaved' && (
        <Text fw={600} role="alert">
          {t('consent.withdraw.unsaved')}
        </Text>
      )}
      <Group gap="xs">
        <Button
          id={editId}
          variant="default"
          onClick={() => onOpen(true)}
          aria-label={t('consent.editThis', { name })}
        >
          {t('consent.edit')}
        </Button>
        {(over || lastDaysOf(consent, today) !== null) && (
          <Button variant="light" onClick={onRenew} aria-label={t('consent.renewThis', { name })}>
            {t('consent.renew')}
          </Button>
        )}
        {state === 'withdrawn' && (
          <Button id={withdrawId} variant="default" onClick={() => onChange({ withdrawnOn: null })}>
            {t('consent.withdraw.undo')}
          </Button>
        )}
        {!over && (
          <Button id={withdrawId} variant="default" onClick={() => setWithdrawing(true)}>
            {t(ground ? 'consent.withdrawGround' : 'consent.withdraw')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
