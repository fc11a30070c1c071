import { type PassphraseAssessment, passphraseMinimum } from '../../shared/vault/vault.contract.ts'
import type { MessageId } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/words.tsx'
import type { NewPassphrase } from './new-passphrase.ts'
import { PassphraseField } from './passphrase-field.tsx'
import { StrengthMeter } from './strength-meter.tsx'

interface NewPassphraseFieldsProps {
  readonly label: string
  readonly repeatLabel: string
  readonly value: NewPassphrase
  readonly onChange: (field: keyof NewPassphrase, value: string) => void
  readonly assessment: PassphraseAssessment | null
  /** What is to be said beside the fields, once one has tried. */
  readonly problems: Partial<Record<keyof NewPassphrase, MessageId>>
}

/** A passphrase to be, with how long it would stand, and the same once more. */
export function NewPassphraseFields(props: NewPassphraseFieldsProps) {
  const { label, repeatLabel, value, onChange, assessment, problems } = props
  const t = useWords()
  const told = (field: keyof NewPassphrase) => {
    const problem = problems[field]
    if (!problem) return {}
    // As the meter said it, which counts what is missing.
    const missing = passphraseMinimum - [...value.passphrase.normalize('NFKC')].length
    if (problem === 'error.vault.passphrase_too_common') return { error: t('vault.strength.tooCommon') }
    return problem === 'error.vault.passphrase_too_short' && missing < passphraseMinimum
      ? { error: t('vault.strength.tooShort', { missing }) }
      : { error: t(problem) }
  }
  return (
    <>
      <div>
        <PassphraseField
          label={label}
          description={t('vault.create.passphrase.hint')}
          value={value.passphrase}
          onChange={(next) => onChange('passphrase', next)}
          {...told('passphrase')}
        />
        <StrengthMeter
          assessment={assessment}
          passphrase={value.passphrase}
          told={problems.passphrase !== undefined}
        />
      </div>
      <PassphraseField
        label={repeatLabel}
        value={value.repeated}
        onChange={(next) => onChange('repeated', next)}
        {...told('repeated')}
      />
    </>
  )
}
