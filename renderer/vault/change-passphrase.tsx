import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { isRelaisError } from '../../shared/errors.ts'
import { call, useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { type NewPassphrase, passphraseProblems } from './new-passphrase.ts'
import { NewPassphraseFields } from './new-passphrase-fields.tsx'
import { PassphraseField } from './passphrase-field.tsx'
import { secondsToWait } from './seconds-to-wait.ts'
import { useAssessment } from './use-assessment.ts'
import { useWait } from './use-wait.ts'
import { WaitNotice } from './wait-notice.tsx'

interface ChangePassphraseProps {
  readonly onChanged: () => void
  readonly onCancel: () => void
}

/** The passphrase as it is, then as it will be. None of it goes through React Query, whose cache would remember it. */
export function ChangePassphrase({ onChanged, onCancel }: ChangePassphraseProps) {
  const t = useWords()
  const { data: me } = useAsk('members.me', {})
  const { data: state } = useAsk('app.state', {})
  const folder = state?.preferences.vaultFolder ?? '.'
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState<NewPassphrase>({ passphrase: '', repeated: '' })
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const wait = useWait()
  const assessment = useAssessment(next.passphrase, me ? [me.name, me.organisation] : [])
  const problems = {
    ...passphraseProblems(next, assessment),
    // Whoever changes it because somebody saw it must not be told that it is changed.
    ...(next.passphrase !== '' &&
      next.passphrase === current && { passphrase: 'vault.change.same' as const }),
  }

  useEffect(() => {
    form.current?.querySelector('input')?.focus()
  }, [])
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (current === '' || Object.keys(problems).length > 0 || busy || wait.left > 0) return
    setBusy(true)
    setError(null)
    try {
      await call('vault.changePassphrase', { current, next: next.passphrase })
      onChanged()
    } catch (refusal) {
      setError(refusal as Error)
      wait.start(await secondsToWait(refusal as Error, folder))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <PassphraseField
          label={t('vault.change.current')}
          value={current}
          onChange={setCurrent}
          {...(tries > 0 && current === '' && { error: t('vault.passphrase.missing') })}
        />
        <NewPassphraseFields
          label={t('vault.newPassphrase')}
          repeatLabel={t('vault.newPassphrase.repeat')}
          value={next}
          onChange={(field, value) => setNext((before) => ({ ...before, [field]: value }))}
          assessment={assessment}
          problems={tries > 0 ? problems : {}}
        />
        {!isRelaisError(error, 'vault.too_soon') && <ErrorNotice error={error} />}
        <WaitNotice wait={wait} />
        <Group>
          <Button type="submit" loading={busy} disabled={wait.left > 0}>
            {t('vault.change.change')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
