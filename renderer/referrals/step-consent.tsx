import { Text } from '@mantine/core'
import type { Consent } from '../../shared/cases/consent.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { StepDetails } from '../../shared/referrals/referrals.contract.ts'
import { consentPurposes } from '../../shared/vocab/consent.ts'
import { coversService } from '../cases/consent-state.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'

/** The consents of the case to choose from, told apart by what they are for and when they were given. */
export function useConsentOptions(consents: readonly Consent[]): { value: string; label: string }[] {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  return consents.map(({ id, purpose, givenOn }) => ({
    value: id,
    label: t('referrals.consent.option', {
      purpose: label(consentPurposes, purpose),
      day: inWords(givenOn),
    }),
  }))
}

interface ConsentHintProps {
  readonly service: StepDetails['service'] | null
  readonly consents: readonly Consent[]
  readonly today: PlainDate
}

/** Says when nothing she agreed to covers this service. It stops nothing: she may well be asked tomorrow. */
export function ConsentHint({ service, consents, today }: ConsentHintProps) {
  const t = useWords()
  if (service === null || consents.some((consent) => coversService(consent, service, today))) return null
  return <Text size="sm">{t('referrals.consent.notCovered')}</Text>
}
