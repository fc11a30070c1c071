import { describe, expect, it } from 'vitest'
import type { Consent } from '../../shared/cases/sections.ts'
import { consentState, coversService } from './consent-state.ts'

const consent: Consent = {
  id: '3b7c4b6e-6a53-4a0e-8a6c-0d3f6d6f9a11',
  purpose: 'service_referral',
  services: ['safe_housing'],
  recipients: '',
  givenBy: 'person',
  givenOn: '2026-03-01',
  endsOn: '2026-06-30',
  withdrawnOn: null,
}

describe('a consent', () => {
  it('holds from the day it was given to its last day, both included', () => {
    expect(consentState(consent, '2026-02-28')).toBe('notYet')
    expect(consentState(consent, '2026-03-01')).toBe('running')
    expect(consentState(consent, '2026-06-30')).toBe('running')
    expect(consentState(consent, '2026-07-01')).toBe('ended')
  })

  it('no longer holds on the day it is withdrawn', () => {
    expect(consentState({ ...consent, withdrawnOn: '2026-04-02' }, '2026-04-01')).toBe('running')
    expect(consentState({ ...consent, withdrawnOn: '2026-04-02' }, '2026-04-02')).toBe('withdrawn')
  })

  it('covers only the services that it names', () => {
    expect(coversService(consent, 'safe_housing', '2026-04-01')).toBe(true)
    expect(coversService(consent, 'legal_aid', '2026-04-01')).toBe(false)
    expect(coversService({ ...consent, services: [] }, 'safe_housing', '2026-04-01')).toBe(false)
  })

  it('given for another purpose covers no service', () => {
    expect(coversService({ ...consent, purpose: 'committee_review' }, 'safe_housing', '2026-04-01')).toBe(
      false,
    )
  })
})
