import { type Consent, namesServices, namesSomebody } from '../../shared/cases/consent.ts'

/** What a consent still lacks to be what it seems; null when the vault has it as it is here. */
export function stateUnsaved(
  consent: Consent,
  saved: readonly Consent[],
): 'nothing' | 'unsaved' | 'withdrawalUnsaved' | null {
  const copies = saved.filter(({ id }) => id === consent.id)
  const isWithdrawn = consent.withdrawnOn !== null
  if (copies.some(({ withdrawnOn }) => (withdrawnOn !== null) !== isWithdrawn)) {
    return isWithdrawn ? 'withdrawalUnsaved' : 'unsaved'
  }
  if (isWithdrawn) return copies.length === 0 ? 'unsaved' : null
  if (coversNothing(consent)) return 'nothing'
  return copies.length === 0 ? 'unsaved' : null
}

/** One that could let nothing go, to anyone, on any day: something that the form asks for is missing. */
function coversNothing(consent: Consent): boolean {
  const { basis, purpose, services, ground, note, givenBy } = consent
  if (purpose === 'service_referral' && services.length === 0) return true
  if (basis === 'legal_ground') return ground === null || note.trim() === '' || !namesSomebody(consent)
  return (
    givenBy === 'not_noted' || (namesServices(purpose) && services.length === 0 && !namesSomebody(consent))
  )
}
