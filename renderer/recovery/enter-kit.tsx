import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { KitOpener } from '../../shared/vault/opener.ts'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { PassphraseField } from '../vault/passphrase-field.tsx'
import { useWrongPassphrase } from '../vault/use-wrong-passphrase.ts'
import { KitEntry } from './kit-entry.tsx'

interface EnterKitProps {
  readonly form: KitForm
  /** Folder of the vault that each share is held against at once; null for a kit that does not count yet. */
  readonly checkIn: string | null
  /** Number of a kit that was just printed: all of it is asked for. */
  readonly freshKit?: string
  readonly label: string
  readonly busy: boolean
  readonly error: Error | null
  /** Asked for with it where the kit is to open a vault that is open now: whoever finds one open must not make its kit. */
  readonly asksPassphrase?: boolean
  /** `current` is empty where no passphrase was asked for. */
  readonly onEntered: (kit: KitOpener, current: string) => void
  /** Other ways on, beside the button. */
  readonly children?: ReactNode
}

/** A kit read from its paper, then handed over whole. */
export function EnterKit(props: EnterKitProps) {
  const { form, checkIn, freshKit, label, busy, error, asksPassphrase = false, onEntered, children } = props
  const t = useWords()
  const [current, setCurrent] = useState('')
  const [kit, setKit] = useState<KitOpener | null>(null)
  const [tries, setTries] = useState(0)
  const fields = useRef<HTMLFormElement>(null)
  const passphrase = useWrongPassphrase(error)
  useEffect(() => {
    if (tries > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (kit === null || (asksPassphrase && current === '') || busy) return
    onEntered(kit, current)
  }
  return (
    <form ref={fields} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <KitEntry
          form={form}
          checkIn={checkIn}
          freshKit={freshKit}
          onChange={setKit}
          missing={tries > 0 && kit === null}
        />
        {asksPassphrase && (
          <PassphraseField
            ref={passphrase}
            label={t('recovery.enter.current')}
            description={t('recovery.enter.current.why')}
            value={current}
            onChange={setCurrent}
            {...(tries > 0 && current === '' && { error: t('vault.passphrase.missing') })}
          />
        )}
        <ErrorNotice error={error} />
        <Group gap="sm">
          <Button type="submit" size="lg" loading={busy}>
            {label}
          </Button>
          {children}
        </Group>
      </Stack>
    </form>
  )
}
