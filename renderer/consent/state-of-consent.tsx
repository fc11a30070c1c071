import { type Consent, consentState, lastDaysOf } from '../../shared/cases/consent.ts'
import { dayOf } from '../../shared/dates.ts'
import { useWords } from '../i18n/words.tsx'
import { StateBadge, type Tone } from '../ui/state-badge.tsx'

const tones = {
  running: 'good',
  notYet: 'neutral',
  ended: 'wait',
  withdrawn: 'bad',
} as const satisfies Record<string, Tone>

/** Whether a consent holds today, in a word; in its last month, for how long. */
export function StateOfConsent({ consent }: { readonly consent: Consent }) {
  const t = useWords()
  const today = dayOf(Date.now())
  const state = consentState(consent, today)
  const days = lastDaysOf(consent, today)
  return days === null ? (
    <StateBadge tone={tones[state]}>{t(`consent.state.${state}`)}</StateBadge>
  ) : (
    <StateBadge tone="wait">
      {t('consent.state.ending', { when: t('consent.ends.in', { count: days }) })}
    </StateBadge>
  )
}
