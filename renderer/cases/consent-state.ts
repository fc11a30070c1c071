import type { Consent } from '../../shared/cases/sections.ts'
import type { PlainDate } from '../../shared/dates.ts'

export type ConsentState = 'running' | 'notYet' | 'ended' | 'withdrawn'

/** Whether a consent holds on `day`; its last day still counts. */
export function consentState({ givenOn, endsOn, withdrawnOn }: Consent, day: PlainDate): ConsentState {
  if (withdrawnOn !== null && withdrawnOn <= day) return 'withdrawn'
  if (givenOn > day) return 'notYet'
  return endsOn !== null && endsOn < day ? 'ended' : 'running'
}

/** The purposes that are agreed to service by service. */
export function namesServices(purpose: Consent['purpose']): boolean {
  return purpose === 'service_referral' || purpose === 'coordination'
}

/** A consent to ask for this very service, holding on `day`. One that names no service covers none: consent is specific. */
export function coversService(consent: Consent, service: string, day: PlainDate): boolean {
  return (
    consent.purpose === 'service_referral' &&
    consentState(consent, day) === 'running' &&
    consent.services.some((named) => named === service)
  )
}
