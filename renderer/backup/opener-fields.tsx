import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import type { Opener } from '../../shared/vault/opener.ts'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { KitEntry } from '../recovery/kit-entry.tsx'
import { PassphraseField } from '../vault/passphrase-field.tsx'
import { useWrongPassphrase } from '../vault/use-wrong-passphrase.ts'
import { type Entered, openerOf } from './opener.ts'

interface OpenerFieldsProps {
  readonly value: Entered
  readonly onChange: (value: Entered) => void
  /** The kits that may open it: only what can help is offered. */
  readonly kits: readonly KitForm[]
  /** Folder of the vault that each share is held against at once; null where there is none, as with a backup. */
  readonly checkIn: string | null
  readonly hint: string
  /** How often one has tried: what is missing is said beside the fields, and the first of them takes the focus. */
  readonly tries: number
  /** Why the last try failed. */
  readonly error: Error | null
}

/** The passphrase, or what came out of the drawer when it is gone. */
export function OpenerFields({ value, onChange, kits, checkIn, hint, tries, error }: OpenerFieldsProps) {
  const t = useWords()
  const label = useId()
  const { by } = value
  const ways: readonly Opener['by'][] = ['passphrase', ...kits]
  const missing = tries > 0 && openerOf(value) === null
  const field = useWrongPassphrase(error)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tries > 0) box.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])
  return (
    <Stack gap="md" ref={box}>
      {ways.length > 1 && (
        <div>
          <Text id={label} fw={600} mb={6}>
            {t('backup.opener')}
          </Text>
          <SegmentedControl
            aria-labelledby={label}
            fullWidth
            value={by}
            onChange={(next) => onChange({ ...value, by: next, kit: null })}
            data={ways.map((way) => ({ value: way, label: t(`backup.opener.${way}`) }))}
          />
        </div>
      )}
      {by === 'passphrase' ? (
        <PassphraseField
          ref={field}
          label={t('vault.passphrase')}
          description={hint}
          value={value.passphrase}
          onChange={(passphrase) => onChange({ ...value, passphrase })}
          {...(missing && { error: t('vault.passphrase.missing') })}
        />
      ) : (
        <KitEntry
          key={by}
          form={by}
          checkIn={checkIn}
          onChange={(kit) => onChange({ ...value, kit })}
          missing={missing}
        />
      )}
    </Stack>
  )
}
