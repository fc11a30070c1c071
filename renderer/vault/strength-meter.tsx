import { Text } from '@mantine/core'
import { type PassphraseAssessment, passphraseMinimum } from '../../shared/vault/vault.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { type Strength, standOf, strengthOf } from './strength.ts'
import classes from './strength-meter.module.css'

const bars: Readonly<Record<Strength, number>> = { refused: 1, fair: 2, good: 3, strong: 4 }

interface StrengthMeterProps {
  readonly assessment: PassphraseAssessment | null
  readonly passphrase: string
  /** The field itself says what is wrong: not a second time here. */
  readonly told: boolean
}

/** How long the passphrase would stand, in words; the bars only repeat them. */
export function StrengthMeter({ assessment, passphrase, told }: StrengthMeterProps) {
  const t = useWords()
  const length = [...passphrase.normalize('NFKC')].length
  const stand = assessment && standOf(assessment.guessesLog10)
  const strength = stand && length > 0 ? strengthOf(assessment.problem, stand) : null
  return (
    <div className={classes.meter}>
      <div className={classes.bars} data-strength={strength ?? undefined} aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} data-on={(strength && bar <= bars[strength]) || undefined} />
        ))}
      </div>
      <Text size="sm" role="status">
        {told ? '' : words()}
      </Text>
    </div>
  )

  function words(): string {
    if (!assessment || !strength) return t('vault.strength.advice')
    const missing = passphraseMinimum - length
    if (assessment.problem === 'too_short') {
      return missing > 0 ? t('vault.strength.tooShort', { missing }) : t('vault.strength.tooCommon')
    }
    if (assessment.problem === 'too_common') return t('vault.strength.tooCommon')
    return t('vault.strength.stands', { strength, stand })
  }
}
