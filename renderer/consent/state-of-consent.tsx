import { type Consent, consentState, lastDaysOf } from '../../shared/cases/consent.ts'
import { dayOf } from '../../shared/dates.ts'
import { useWords } from '../i18n/words.tsx'
import { StateBadge, type Tone } from '../ui/state-badge.tsx'
import { stateUnsaved } from './state-unsaved.ts'

const tones = {
  running: 'good',
  notYet: 'neutral',
  ended: 'wait',
  withdrawn: 'bad',
  nothing: 'wait',
  unsaved: 'wait',
  withdrawalUnsaved: 'wait',
} as const satisfies Record<string, Tone>

interface StateOfConsentProps {
  readonly consent: Consent
  /** What the vault holds of the case; absent where nothing is being written. */
  readonly saved?: readonly Consent[]
}

/** Whether a consent holds today, in a word; in its last month, for how long. What is only typed is never said to hold. */
export function StateOfConsent({ consent, saved }: StateOfConsentProps) {
  const t = useWords()
  const today = dayOf(Date.now())
  const state = saved ? stateUnsaved(consent, saved) : null
  const days = lastDaysOf(consent, today)
  if (state === null && days !== null) {
    return (
      <StateBadge tone="wait">
        {t('consent.state.ending', { when: t('consent.ends.in', { count: days }) })}
      </StateBadge>
    )
  }
  const shown = state ?? consentState(consent, today)
  return <StateBadge tone={tones[shown]}>{t(`consent.state.${shown}`)}</StateBadge>
}
