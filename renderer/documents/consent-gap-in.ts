import { type ConsentGap, consentGap } from '../../shared/cases/consent-match.ts'
import { isRelaisError } from '../../shared/errors.ts'

/** What stands between a paper and the consents, as a refusal tells it; null when it was refused for something else, or not. */
export function consentGapIn(error: Error | null): ConsentGap | null {
  if (!isRelaisError(error)) return null
  const [feature, gap] = error.code.split('.')
  if (feature !== 'consent') return null
  const { service = null, consent = null, sections = '' } = error.params
  const told = { gap, service, consentId: consent, sections: String(sections).split('.').filter(Boolean) }
  return consentGap.safeParse(told).data ?? null
}
