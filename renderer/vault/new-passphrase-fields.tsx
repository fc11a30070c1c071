import type { PassphraseAssessment } from '../../shared/vault/vault.contract.ts'
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
    return problem ? { error: t(problem) } : {}
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
        <StrengthMeter assessment={assessment} passphrase={value.passphrase} />
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
