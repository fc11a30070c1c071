import type { Consent } from '../../shared/cases/consent.ts'
import { consentFor } from '../../shared/cases/consent-match.ts'
import { dayOf, type PlainDate } from '../../shared/dates.ts'
import { isRelaisError } from '../../shared/errors.ts'
import type { StepDetails } from '../../shared/referrals/referrals.contract.ts'
import { consentPurposes } from '../../shared/vocab/consent.ts'
import { versionsOf } from '../cases/section-state.ts'
import { useAsk } from '../client.ts'
import { ConsentGapNotice } from '../consent/consent-gap-notice.tsx'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

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

/** A refusal that her consents explain; null of any other. */
export const consentRefusal = (error: Error | null): Error | null =>
  isRelaisError(error) && error.code.startsWith('consent.') ? error : null

interface StepConsentProps {
  readonly caseId: string
  readonly details: Omit<StepDetails, 'service'> & { readonly service: string | null }
  /** The day on which it is asked for; today unless it is being noted late. */
  readonly on?: PlainDate
  /** The vault has just said no for want of a consent: it is said aloud, in the one notice that tells why. */
  readonly refusal?: Error | null
}

/** Says, before anything is sent, when nothing she agreed to covers this service and whom it is asked of. */
export function StepConsent({ caseId, details, on = dayOf(Date.now()), refusal = null }: StepConsentProps) {
  const { data } = useAsk('cases.get', { id: caseId })
  const { service, member, entryId, organisation } = details
  if (!data || service === null) return <ErrorNotice error={refusal} />
  const consents = versionsOf(data.sections, 'consents').flatMap(({ body }) => body.items)
  const [profile] = versionsOf(data.sections, 'profile')
  const { gap } = consentFor(
    consents,
    {
      purpose: 'service_referral',
      recipient: { member, entryId, organisation },
      services: [service],
      sections: [],
    },
    profile?.body ?? { ageBand: null, majority: null },
    on,
  )
  if (!gap) return <ErrorNotice error={refusal} />
  const notice = <ConsentGapNotice gap={gap} caseId={caseId} />
  return refusal ? <div role="alert">{notice}</div> : notice
}
