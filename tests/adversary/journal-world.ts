import { emptySection } from '../../shared/cases/sections.ts'
import type { In } from '../../shared/contract.ts'
import { agreed } from '../support/consent.ts'
import { acquaint, openVaultSide, type TestVault } from '../support/vault.ts'
import { createCanaries } from './traces.ts'

export const newId = (): string => crypto.randomUUID()
const expiresOn = '2026-04-01'

/** Words of each place of their own, which must be found in no journal. */
export const canaries = createCanaries()
export const word = canaries.at
export const sentence = (place: string): string => `${word(place)} et ${word(`${place}, again`)}`

/** Every free text that a person can write, each with words of its own. */
const sections: readonly In<'cases.saveSection'>['section'][] = [
  {
    name: 'wishes',
    body: {
      wishes: sentence('wishes'),
      safeContacts: word('contacts'),
      contacts: [{ id: newId(), when: word('contact when'), note: word('contact note') }],
    },
  },
  { name: 'profile', body: { ...emptySection('profile'), region: '06' } },
  { name: 'trafficking', body: emptySection('trafficking') },
  {
    name: 'summary',
    body: { context: word('context'), situation: sentence('situation'), needs: word('needs') },
  },
  { name: 'indicators', body: { notes: word('indicator notes') } },
  {
    name: 'risk',
    body: {
      reasons: word('risk reasons'),
      safetyPlan: word('safety plan'),
      plan: {
        concern: word('plan concern'),
        resources: word('plan resources'),
        preparedness: word('plan preparedness'),
        strategies: word('plan strategies'),
        after: word('plan after'),
      },
    },
  },
  {
    name: 'services',
    body: { items: [{ id: newId(), service: 'legal_aid', note: word('service note') }] },
  },
  { name: 'feedback', body: { words: sentence('feedback') } },
  {
    name: 'consents',
    body: {
      items: [
        {
          id: newId(),
          purpose: 'service_referral',
          services: ['legal_aid'],
          recipients: word('consent recipients'),
          withheld: [{ sections: ['risk'], from: word('withheld from'), note: word('withheld note') }],
          note: word('consent note'),
          givenBy: 'person',
          givenOn: '2026-03-01',
        },
        agreed(),
        agreed({ purpose: 'service_referral', services: ['legal_aid'] }),
      ],
    },
  },
  { name: 'question', body: { question: word('question') } },
]

/** What a test of one channel starts from. */
export interface World {
  readonly a: TestVault
  readonly b: TestVault
  readonly toB: string
  readonly caseId: string
  readonly stepId: string
}

export async function journalWorld(): Promise<World> {
  const [a, b] = [await openVaultSide(word('owner A')), await openVaultSide(word('owner B'))]
  const known = await acquaint(a, b)
  const [caseId, stepId] = [newId(), newId()]
  for (const section of sections) await a.call('cases.saveSection', { id: caseId, section, seen: [] })
  const details = {
    service: 'legal_aid' as const,
    organisation: word('organisation'),
    note: sentence('note'),
    outcome: word('outcome'),
  }
  await a.call('referrals.save', { caseId, id: stepId, details })
  return { a, b, toB: known.b, caseId, stepId }
}

export const seal = ({ a, toB, caseId, stepId }: World) =>
  a.call('exchange.seal', {
    caseId,
    sections: ['wishes', 'summary'],
    stepIds: [stepId],
    recipients: [toB],
    purpose: 'committee_review',
    expiresOn,
    jobId: newId(),
  })

export async function sealed(of: World): Promise<{ packetId: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { packetId } = await seal(of)
  return { packetId, bytes: (await of.a.call('exchange.file', { packetId })).bytes }
}

export async function opened(of: World): Promise<string> {
  const { bytes } = await sealed(of)
  return (await of.b.call('exchange.open', { bytes, jobId: newId() })).packetId
}
