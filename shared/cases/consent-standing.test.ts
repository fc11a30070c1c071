import { describe, expect, it } from 'vitest'
import { type Consent, consent } from './consent.ts'
import { standingOfConsents } from './consent-standing.ts'

const today = '2026-03-02'
const given = (part: Partial<Consent>): Consent =>
  consent.parse({
    id: crypto.randomUUID(),
    purpose: 'service_referral',
    services: ['safe_housing'],
    givenBy: 'person',
    givenOn: '2026-01-10',
    ...part,
  })

describe('what is said of the consents of a case', () => {
  it('is nothing while all is well, or nothing was asked', () => {
    expect(standingOfConsents([], today)).toBeNull()
    expect(standingOfConsents([given({}), given({ endsOn: '2026-12-31' })], today)).toBeNull()
  })

  it('is the worst of them: withdrawn, then ended, then about to end', () => {
    const ending = given({ endsOn: '2026-03-12', purpose: 'committee_review', services: [] })
    const ended = given({ endsOn: '2026-03-01' })
    const withdrawn = given({ withdrawnOn: '2026-02-01', purpose: 'authorities', services: [] })
    expect(standingOfConsents([ending], today)).toEqual({ is: 'ending', days: 10 })
    expect(standingOfConsents([ending, ended], today)).toEqual({ is: 'ended' })
    expect(standingOfConsents([ending, ended, withdrawn], today)).toEqual({ is: 'withdrawn' })
  })

  it('stops once she was asked again, for the same services at least', () => {
    const over = [given({ endsOn: '2026-03-01' }), given({ withdrawnOn: '2026-02-01' })]
    const ending = given({ endsOn: '2026-03-12' })
    expect(standingOfConsents([...over, given({ services: ['legal_aid'] })], today)).toEqual({
      is: 'withdrawn',
    })
    expect(
      standingOfConsents([...over, given({ services: ['legal_aid', 'safe_housing'] })], today),
    ).toBeNull()
    const ground = given({ basis: 'legal_ground' })
    expect(standingOfConsents([...over, ground], today)).toEqual({ is: 'withdrawn' })
    expect(standingOfConsents([ending, given({})], today)).toBeNull()
    expect(standingOfConsents([ending, given({ purpose: 'coordination' })], today)).toEqual({
      is: 'ending',
      days: 10,
    })
  })
})
