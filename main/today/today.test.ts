import { describe, expect, it } from 'vitest'
import type { NamedSection } from '../../shared/cases/sections.ts'
import { sections } from '../../shared/cases/sections.ts'
import { addDays } from '../../shared/dates.ts'
import { groupLimit } from '../../shared/today/today.contract.ts'
import { consentTo } from '../../tests/support/consent.ts'
import { acquaint, openVaultSide, type TestVault } from '../../tests/support/vault.ts'

const today = '2026-03-02'
const newId = (): string => crypto.randomUUID()

const consentUntil = (endsOn: string | null, rest: object = {}) => ({
  id: newId(),
  purpose: 'service_referral',
  services: ['legal_aid', 'safe_housing'],
  recipients: '',
  givenBy: 'person',
  givenOn: '2026-01-05',
  endsOn,
  ...rest,
})

async function newCase(vault: TestVault, ...written: NamedSection[]): Promise<string> {
  const id = newId()
  const all =
    written.length > 0 ? written : [{ name: 'question', body: { question: 'Une question' } } as const]
  for (const section of all) await vault.call('cases.saveSection', { id, section, seen: [] })
  return id
}

const consents = (...items: ReturnType<typeof consentUntil>[]): NamedSection => ({
  name: 'consents',
  body: sections.consents.parse({ items }),
})
const review = (reviewOn: string): NamedSection => ({
  name: 'risk',
  body: sections.risk.parse({ reviewOn }),
})

const listed = async (vault: TestVault) => {
  const { items, totals } = await vault.call('today.list', {})
  return { items: items.map(({ kind, when, on }) => [kind, when, on]), totals }
}

describe('today', () => {
  it('is empty in a vault in which nothing waits', async () => {
    const vault = await openVaultSide()
    expect(await vault.call('today.list', {})).toEqual({
      today,
      items: [],
      totals: { late: 0, waits: 0, arrives: 0 },
      cases: 0,
    })
  })

  it('tells the consents that end and the reviews that are due, those past as late, those far ahead not yet', async () => {
    const vault = await openVaultSide()
    await newCase(
      vault,
      consents(
        consentUntil('2026-02-20'),
        consentUntil(today),
        consentUntil('2026-04-01'),
        consentUntil('2026-04-02'),
        consentUntil(null),
        consentUntil('2026-03-05', { withdrawnOn: '2026-02-01' }),
      ),
      review('2026-03-01'),
    )
    expect((await listed(vault)).items).toEqual([
      ['consent_ending', 'late', '2026-02-20'],
      ['review_due', 'late', '2026-03-01'],
      ['consent_ending', 'arrives', today],
      ['consent_ending', 'arrives', '2026-04-01'],
    ])
  })

  it('tells a referral that nobody answers, with its day, until it is answered', async () => {
    const vault = await openVaultSide()
    const caseId = await newCase(vault, consents(consentUntil(null)))
    const id = newId()
    const details = { service: 'legal_aid', organisation: 'Clinique fictive', dueOn: '2026-03-09' }
    await vault.call('referrals.save', { caseId, id, details })
    expect((await listed(vault)).items).toEqual([])
    await vault.call('referrals.move', { id, move: { to: 'sent', on: today, reason: null } })
    expect((await listed(vault)).items).toEqual([['step_unanswered', 'arrives', '2026-03-09']])
    vault.setToday('2026-03-12')
    const { items } = await vault.call('today.list', {})
    expect(items[0]).toMatchObject({
      when: 'late',
      caseId,
      term: 'legal_aid',
      organisation: 'Clinique fictive',
    })
    await vault.call('referrals.move', { id, move: { to: 'accepted', on: '2026-03-12', reason: null } })
    expect((await listed(vault)).items).toEqual([])
  })

  it('asks nothing any more of a case that was closed, and asks again once it is reopened', async () => {
    const vault = await openVaultSide()
    const id = await newCase(vault, review('2026-03-01'))
    await vault.call('cases.turn', { id, turn: { to: 'closed', reasons: ['needs_met'] } })
    expect((await listed(vault)).totals.late).toBe(0)
    await vault.call('cases.turn', { id, turn: { to: 'open', note: 'Elle est revenue.' } })
    expect((await listed(vault)).totals.late).toBe(1)
  })

  it('tells what was begun and not saved, even in a case that was never saved', async () => {
    const vault = await openVaultSide()
    const caseId = await newCase(vault)
    const never = newId()
    for (const of of [caseId, never]) {
      await vault.call('drafts.put', { key: { caseId: of, form: 'summary' }, body: '{}' })
    }
    const { items } = await vault.call('today.list', {})
    expect(items.map((item) => [item.kind, item.caseId, item.caseCode === null])).toEqual([
      ['draft', never, true],
      ['draft', caseId, false],
    ])
  })

  it('tells whoever was asked for a service, by the one who asks, until her answer is known here', async () => {
    const [a, b] = [await openVaultSide('Anne Fictive'), await openVaultSide('Berthe Fictive')]
    const { b: berthe } = await acquaint(a, b)
    const caseId = await newCase(a)
    await consentTo(a, caseId)
    const id = newId()
    const details = { service: 'legal_aid', organisation: 'Là où travaille Berthe', member: berthe }
    await a.call('referrals.save', { caseId, id, details })
    await a.call('referrals.move', { id, move: { to: 'sent', on: today, reason: null } })
    const { packetId } = await a.call('exchange.seal', {
      caseId,
      sections: [],
      stepIds: [id],
      recipients: [berthe],
      purpose: 'service_referral',
      expiresOn: addDays(today, 30),
      jobId: newId(),
    })
    const { bytes } = await a.call('exchange.file', { packetId })
    await b.call('exchange.open', { bytes, jobId: newId() })
    await b.call('exchange.accept', { packetId })
    const { items } = await b.call('today.list', {})
    expect(items.map(({ kind, when, organisation }) => [kind, when, organisation])).toEqual([
      ['step_asked_of_me', 'waits', 'Organisme fictif'],
      ['packet_to_save', 'waits', ''],
    ])
  })

  it('tells the meetings of the month to come, among the rest by their day', async () => {
    const vault = await openVaultSide()
    await newCase(vault, review('2026-03-20'))
    for (const on of ['2026-03-25', '2026-03-04', '2026-02-27', '2026-05-04']) {
      await vault.call('committee.saveMeeting', {
        meeting: { id: newId(), on, at: '13:30', place: 'Salle fictive' },
      })
    }
    expect((await listed(vault)).items).toEqual([
      ['meeting', 'arrives', '2026-03-04'],
      ['review_due', 'arrives', '2026-03-20'],
      ['meeting', 'arrives', '2026-03-25'],
    ])
  })

  it('lists so many and tells how many there are', async () => {
    const vault = await openVaultSide()
    const ends = Array.from({ length: groupLimit + 7 }, (_, n) => consentUntil(addDays(today, -1 - n)))
    await newCase(vault, consents(...ends))
    const { items, totals } = await vault.call('today.list', {})
    expect([items.length, totals.late]).toEqual([groupLimit, groupLimit + 7])
    expect(items[0]?.on).toBe(addDays(today, -groupLimit - 7))
  })
})
