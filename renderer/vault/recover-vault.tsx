import { Button, Stack, Text } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import type { KitOpener } from '../../shared/vault/opener.ts'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { KitEntry } from '../recovery/kit-entry.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { GateLayout } from './gate-layout.tsx'
import type { NewPassphrase } from './new-passphrase.ts'
import { passphraseProblems } from './new-passphrase.ts'
import { NewPassphraseFields } from './new-passphrase-fields.tsx'
import { secondsToWait } from './seconds-to-wait.ts'
import { useAssessment } from './use-assessment.ts'
import { useEntry } from './use-entry.ts'
import { useWait } from './use-wait.ts'
import { WaitNotice } from './wait-notice.tsx'

interface RecoverVaultProps {
  readonly folder: string
  readonly onRestore: () => void
  readonly onBack: () => void
}

/** Opens a vault without its passphrase, with the kit that was printed for that day, and sets a new passphrase. */
export function RecoverVault({ folder, onRestore, onBack }: RecoverVaultProps) {
  const t = useWords()
  const { data, error } = useAsk('vault.inspect', { folder })
  const none = data && data.holds !== 'vault' ? new RelaisError('vault.not_found') : null
  return (
    <GateLayout title={t('vault.recover.title')} onBack={onBack}>
      <ErrorNotice error={error ?? none} />
      {data?.holds === 'vault' && data.kit !== null && (
        <Recovering folder={folder} form={data.kit} waitSeconds={data.waitSeconds} />
      )}
      {data?.holds === 'vault' && data.kit === null && (
        <Stack gap="md">
          <Text>{t('vault.recover.noKit')}</Text>
          <Text>{t('vault.recover.noKit.next')}</Text>
          <Button onClick={onRestore} size="lg">
            {t('vault.restore')}
          </Button>
        </Stack>
      )}
    </GateLayout>
  )
}

interface RecoveringProps {
  readonly folder: string
  readonly form: KitForm
  /** What is left of the wait after earlier attempts. */
  readonly waitSeconds: number
}

function Recovering({ folder, form, waitSeconds }: RecoveringProps) {
  const t = useWords()
  const [kit, setKit] = useState<KitOpener | null>(null)
  const [next, setNext] = useState<NewPassphrase>({ passphrase: '', repeated: '' })
  const [tries, setTries] = useState(0)
  const tried = tries > 0
  const fields = useRef<HTMLFormElement>(null)
  const [, go] = useLocation()
  // What was used is dead: the next kit comes first.
  const entry = useEntry('recovery.recover', { onOpen: () => go('/recovery/after') })
  const wait = useWait()
  const assessment = useAssessment(next.passphrase, [])
  const problems = passphraseProblems(next, assessment)

  const startWait = useRef(wait.start)
  useEffect(() => {
    if (waitSeconds > 0) startWait.current(waitSeconds)
  }, [waitSeconds])

  // After a try that could not be: to the first field that has something to say.
  useEffect(() => {
    if (tries > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (kit === null || Object.keys(problems).length > 0 || entry.busy || wait.left > 0) return
    const refusal = await entry.enter({ folder, kit, passphrase: next.passphrase })
    if (refusal) wait.start(await secondsToWait(refusal, folder))
  }

  return (
    <form ref={fields} onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="lg">
        <Text>{t(`vault.recover.intro.${form}`)}</Text>
        <KitEntry form={form} checkIn={folder} onChange={setKit} missing={tried && kit === null} />
        <Text>{t('vault.recover.passphrase')}</Text>
        <NewPassphraseFields
          label={t('vault.newPassphrase')}
          repeatLabel={t('vault.newPassphrase.repeat')}
          value={next}
          onChange={(field, value) => setNext((before) => ({ ...before, [field]: value }))}
          assessment={assessment}
          problems={tried ? problems : {}}
        />
        {!isRelaisError(entry.error, 'vault.too_soon') && <ErrorNotice error={entry.error} />}
        <WaitNotice wait={wait} />
        <div>
          <Button type="submit" size="lg" fullWidth loading={entry.busy} disabled={wait.left > 0}>
            {t('vault.recover.open')}
          </Button>
          <Text size="sm" c="dimmed" role="status" mt="xs">
            {entry.busy ? t('vault.unlock.busy') : ''}
          </Text>
        </div>
        <Text size="sm" c="dimmed">
          {t('vault.recover.after')}
        </Text>
      </Stack>
    </form>
  )
}
