import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useId } from 'react'
import type { Opener } from '../../shared/vault/opener.ts'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { PassphraseField } from '../vault/passphrase-field.tsx'
import type { Entered } from './opener.ts'

interface OpenerFieldsProps {
  readonly value: Entered
  readonly onChange: (value: Entered) => void
  /** The kits that may open it: only what can help is offered. */
  readonly kits: readonly KitForm[]
  readonly hint: string
  /** One tried with something missing: it is said beside the fields. */
  readonly missing: boolean
}

/** The passphrase, or what came out of the drawer when it is gone. */
export function OpenerFields({ value, onChange, kits, hint, missing }: OpenerFieldsProps) {
  const t = useWords()
  const label = useId()
  const ways: readonly Opener['by'][] = ['passphrase', ...kits]
  const lacking = (empty: boolean, text: string) => (missing && empty ? { error: text } : {})
  return (
    <Stack gap="md">
      {ways.length > 1 && (
        <div>
          <Text id={label} fw={600} mb={6}>
            {t('backup.opener')}
          </Text>
          <SegmentedControl
            aria-labelledby={label}
            fullWidth
            value={value.by}
            onChange={(by) => onChange({ ...value, by })}
            data={ways.map((by) => ({ value: by, label: t(`backup.opener.${by}`) }))}
          />
        </div>
      )}
      {value.by === 'passphrase' && (
        <PassphraseField
          label={t('vault.passphrase')}
          description={hint}
          value={value.passphrase}
          onChange={(passphrase) => onChange({ ...value, passphrase })}
          {...lacking(value.passphrase === '', t('vault.passphrase.missing'))}
        />
      )}
      {value.by === 'code' && (
        <KitField
          label={t('backup.opener.code.label')}
          description={t('backup.opener.code.hint')}
          value={value.code}
          onChange={(code) => onChange({ ...value, code })}
          {...lacking(value.code.trim() === '', t('backup.opener.code.missing'))}
        />
      )}
      {value.by === 'shares' &&
        value.shares.map((share, index) => (
          <KitField
            // biome-ignore lint/suspicious/noArrayIndexKey: there are two, the first and the second.
            key={index}
            label={t('backup.opener.share', { number: index + 1 })}
            {...(index === 0 && { description: t('backup.opener.shares.hint') })}
            value={share}
            onChange={(next) => {
              const [first, second] = value.shares
              onChange({ ...value, shares: index === 0 ? [next, second] : [first, next] })
            }}
            {...lacking(share.trim() === '', t('backup.opener.share.missing'))}
          />
        ))}
    </Stack>
  )
}

interface KitFieldProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string
}

/** What is printed on a kit: read from paper, so it is shown as it is typed; never learnt by the window. */
function KitField({ onChange, ...field }: KitFieldProps) {
  return (
    <Textarea
      {...field}
      onChange={(event) => onChange(event.currentTarget.value)}
      autosize
      minRows={2}
      maxLength={1000}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
    />
  )
}
