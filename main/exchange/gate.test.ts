import { describe, expect, it } from 'vitest'
import type { Consent } from '../../shared/cases/consent.ts'
import { agreed, consentTo } from '../../tests/support/consent.ts'
import { acquaint, openVaultSide, type TestVault } from '../../tests/support/vault.ts'

const newId = (): string => crypto.randomUUID()

/** Two colleagues, and a case of the first one with a step, to which nobody has agreed to anything. */
async function twoColleagues() {
  const [a, b] = [await openVaultSide('Anne Fictive'), await openVaultSide('Béa Fictive')]
  const { b: toB } = await acquaint(a, b)
  const caseId = newId()
  const stepId = newId()
  for (const section of [
    { name: 'wishes' as const, body: { wishes: 'Dormir' } },
    { name: 'summary' as const, body: { situation: 'Son récit' } },
  ])
    await a.call('cases.saveSection', { id: caseId, section, seen: [] })
  await a.call('referrals.save', { caseId, id: stepId, details: { service: 'legal_aid' } })
  const choice = {
    caseId,
    sections: ['wishes' as const],
    stepIds: [] as string[],
    recipients: [toB],
    purpose: 'committee_review',
  }
  return { a, b, toB, caseId, stepId, choice }
}

type World = Awaited<ReturnType<typeof twoColleagues>>
const seal = ({ a, choice }: World, change: object = {}) =>
  a.call('exchange.seal', { ...choice, expiresOn: '2026-04-01', jobId: newId(), ...change })

const gapsOf = async (vault: TestVault, choice: World['choice']) =>
  (await vault.call('exchange.compose', choice)).gaps

const day = { before: '2026-03-01', today: '2026-03-02', after: '2026-03-03' }

describe('a packet does not leave', () => {
  it('without a consent: it says why for each recipient, and once there is one it may', async () => {
    const world = await twoColleagues()
    const { a, toB, caseId, choice } = world
    expect(await gapsOf(a, choice)).toMatchObject([{ recipient: toB, gap: { gap: 'missing' } }])
    await expect(seal(world)).rejects.toThrow('consent.missing')
    await consentTo(a, caseId, [agreed()])
    expect(await gapsOf(a, choice)).toEqual([])
    await expect(seal(world)).resolves.toMatchObject({ kind: 'case-share' })
  })

  it.each<[string, Partial<Consent>, string]>([
    ['that has ended', { endsOn: day.before }, 'consent.ended'],
    ['that was withdrawn', { withdrawnOn: day.today }, 'consent.withdrawn'],
    ['that begins later', { givenOn: day.after }, 'consent.not_yet'],
    ['for something else', { purpose: 'statistics' }, 'consent.missing'],
    ['for another recipient', { members: ['e'.repeat(64)] }, 'consent.other_recipient'],
    ['for other sections', { sections: ['profile'] }, 'consent.section_not_covered'],
    ['that keeps it from everybody', { withheld: [withheld(['wishes'])] }, 'consent.withheld'],
    ['ticked as a legal ground without the facts', { basis: 'legal_ground' }, 'consent.other_recipient'],
  ])('under a consent %s', async (_, part, refusal) => {
    const world = await twoColleagues()
    await consentTo(world.a, world.caseId, [agreed(part)])
    expect(await gapsOf(world.a, world.choice)).toHaveLength(1)
    await expect(seal(world)).rejects.toThrow(refusal)
    expect((await world.a.call('exchange.sent', {})).packets).toEqual([])
  })

  it('with a service that was not agreed to', async () => {
    const world = await twoColleagues()
    const asked = { purpose: 'service_referral', stepIds: [world.stepId] }
    await consentTo(world.a, world.caseId, [
      agreed({ purpose: 'service_referral', services: ['health_care'] }),
    ])
    await expect(seal(world, asked)).rejects.toThrow('consent.other_service')
    await consentTo(world.a, world.caseId, [agreed({ purpose: 'service_referral', services: ['legal_aid'] })])
    await expect(seal(world, asked)).resolves.toMatchObject({ stepCount: 1 })
  })

  it('to two of whom one is not agreed to', async () => {
    const world = await twoColleagues()
    const { a, toB, caseId } = world
    const c = await openVaultSide('Cléo Fictive')
    const { b: toC } = await acquaint(a, c)
    await consentTo(a, caseId, [agreed({ members: [toB] })])
    expect(await gapsOf(a, { ...world.choice, recipients: [toB, toC] })).toMatchObject([{ recipient: toC }])
    await expect(seal(world, { recipients: [toB, toC] })).rejects.toThrow('consent.other_recipient')
    await expect(seal(world)).resolves.toMatchObject({ kind: 'case-share' })
  })

  it('when the consent is withdrawn while it is being sealed, and the colleague misses no number', async () => {
    const world = await twoColleagues()
    const { a, b, caseId } = world
    await consentTo(a, caseId, [agreed()])
    const sealing = seal(world)
    await consentTo(a, caseId, [agreed({ withdrawnOn: day.today })])
    await expect(sealing).rejects.toThrow('consent.withdrawn')
    expect((await a.call('exchange.sent', {})).packets).toEqual([])
    await consentTo(a, caseId, [agreed()])
    const { packetId } = await seal(world)
    const { bytes } = await a.call('exchange.file', { packetId })
    await expect(b.call('exchange.open', { bytes, jobId: newId() })).resolves.toMatchObject({ effect: 'new' })
  })

  it('but under a legal ground with its facts, to those it names', async () => {
    const world = await twoColleagues()
    const ground = { basis: 'legal_ground', ground: 'imminent_danger', note: 'Un danger immédiat.' } as const
    await consentTo(world.a, world.caseId, [agreed({ ...ground, members: [world.toB] })])
    await expect(seal(world)).resolves.toMatchObject({ kind: 'case-share' })
  })
})

describe('what may go, asked while choosing,', () => {
  it('is told section by section, and nothing is said of a colleague to whom nothing may go', async () => {
    const { a, toB, caseId, choice } = await twoColleagues()
    const c = await openVaultSide('Cléo Fictive')
    const { b: toC } = await acquaint(a, c)
    await consentTo(a, caseId, [agreed({ members: [toB], sections: ['wishes'] })])
    const { gaps, uncovered } = await a.call('exchange.coverage', { ...choice, recipients: [toB, toC] })
    expect(gaps).toMatchObject([{ recipient: toC, gap: { gap: 'other_recipient' } }])
    expect(uncovered.map(({ section, recipient }) => [section, recipient])).toEqual([
      ['summary', toB],
      ['consents', toB],
    ])
  })

  it('is told of an own case only', async () => {
    const { b, choice } = await twoColleagues()
    await expect(b.call('exchange.coverage', choice)).rejects.toThrow('cases.not_found')
  })
})

function withheld(sections: string[]): Consent['withheld'][number] {
  return { sections, member: null, from: '', why: null, note: '' }
}
