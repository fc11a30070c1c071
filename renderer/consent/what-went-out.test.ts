import { expect, it } from 'vitest'
import { type Consent, consent } from '../../shared/cases/consent.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import { type Step, step } from '../../shared/referrals/referrals.contract.ts'
import { departuresUnder } from './what-went-out.ts'

const [berthe, chloe] = ['b'.repeat(64), 'c'.repeat(64)]
const given = (part: Partial<Consent> = {}): Consent =>
  consent.parse({
    id: '3b7c4b6e-6a53-4a0e-8a6c-0d3f6d6f9a11',
    purpose: 'service_referral',
    services: ['safe_housing'],
    givenBy: 'person',
    givenOn: '2026-01-10',
    ...part,
  })

const packet = (createdOn: string, part: Partial<SentPacket> = {}): SentPacket => ({
  packetId: createdOn,
  kind: 'case-share',
  caseId: null,
  caseCode: null,
  recipients: [
    { fingerprint: berthe, name: 'Berthe Fictive', organisation: 'Maison fictive' },
    { fingerprint: chloe, name: 'Chloé Fictive', organisation: 'Clinique fictive' },
  ].map((one) => ({ ...one, outcome: null, reason: null, answeredOn: null })),
  sections: ['wishes'],
  stepCount: 0,
  createdOn,
  expiresOn: '2026-12-31',
  savedOn: null,
  size: 1,
  pending: false,
  ...part,
})

const sentStep = (on: string, part: Partial<Step> = {}): Step =>
  step.parse({
    id: crypto.randomUUID(),
    service: 'safe_housing',
    organisation: 'Maison fictive',
    position: 0,
    moves: [
      { to: 'draft', on, reason: null },
      { to: 'sent', on, reason: null },
    ],
    author: berthe,
    version: {},
    ...part,
  })

it('lists what left while the consent held, in order, to those it names', () => {
  const days = (one: Consent, packets: SentPacket[], steps: Step[] = []) =>
    departuresUnder(one, { packets, steps }).map(({ on }) => on)
  const packets = [packet('2026-03-01'), packet('2026-01-09'), packet('2026-01-10'), packet('2026-04-01')]
  expect(days(given({ endsOn: '2026-03-01' }), packets)).toEqual(['2026-01-10', '2026-03-01'])
  expect(days(given({ recipients: 'Refuge fictif' }), packets)).toEqual([])
  const named = departuresUnder(given({ members: [chloe] }), { packets: [packet('2026-02-01')], steps: [] })
  expect(named).toMatchObject([{ is: 'packet', names: ['Chloé Fictive'], sections: ['wishes'] }])
})

it('counts a step by the consent it names, or by its service when it names none', () => {
  const other = crypto.randomUUID()
  const mine = given().id
  const kept = (part: Partial<Step>) =>
    departuresUnder(given(), { packets: [], steps: [sentStep('2026-02-01', part)] })
  expect(kept({ consentId: mine, service: 'legal_aid' })).toHaveLength(1)
  expect(kept({ consentId: other })).toEqual([])
  expect(kept({})).toHaveLength(1)
  expect(kept({ service: 'legal_aid' })).toEqual([])
  expect(kept({ moves: [{ to: 'draft', on: '2026-02-01', reason: null }] })).toEqual([])
})

it('leaves out answers, and packets of the directory', () => {
  const packets = [packet('2026-02-01', { kind: 'answer' }), packet('2026-02-01', { kind: 'directory' })]
  expect(departuresUnder(given(), { packets, steps: [] })).toEqual([])
})
