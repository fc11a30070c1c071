import type { Consent } from '../../shared/cases/consent.ts'
import { dayOf } from '../../shared/dates.ts'
import { useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { consentStanding } from './consent-standing.ts'

/** Says, wherever a case is named, that a consent was withdrawn, has ended or is about to. Nothing while all is well. */
export function ConsentMark({ consents }: { readonly consents: readonly Consent[] }) {
  const t = useWords()
  const standing = consentStanding(consents, dayOf(Date.now()))
  if (!standing) return null
  if (standing.is === 'ending') {
    const when = t('consent.ends.in', { count: standing.days })
    return <StateBadge tone="wait">{t('consent.mark.ending', { when })}</StateBadge>
  }
  return (
    <StateBadge tone={standing.is === 'withdrawn' ? 'bad' : 'wait'}>
      {t(`consent.mark.${standing.is}`)}
    </StateBadge>
  )
}
