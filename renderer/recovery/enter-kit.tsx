import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { KitOpener } from '../../shared/vault/opener.ts'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { KitEntry } from './kit-entry.tsx'

interface EnterKitProps {
  readonly form: KitForm
  /** Folder of the vault that each share is held against at once; null for a kit that does not count yet. */
  readonly checkIn: string | null
  readonly label: string
  readonly busy: boolean
  readonly error: Error | null
  readonly onEntered: (kit: KitOpener) => void
  /** Other ways on, beside the button. */
  readonly children?: ReactNode
}

/** A kit read from its paper, then handed over whole. */
export function EnterKit({ form, checkIn, label, busy, error, onEntered, children }: EnterKitProps) {
  const [kit, setKit] = useState<KitOpener | null>(null)
  const [tries, setTries] = useState(0)
  const fields = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (tries > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (kit !== null && !busy) onEntered(kit)
  }
  return (
    <form ref={fields} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <KitEntry form={form} checkIn={checkIn} onChange={setKit} missing={tries > 0 && kit === null} />
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
