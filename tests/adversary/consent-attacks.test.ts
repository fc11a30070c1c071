import { describe, expect, it } from 'vitest'
import { type Consent, withheld } from '../../shared/cases/consent.ts'
import type { Given } from '../../shared/contract.ts'
import { agreed, consentTo } from '../support/consent.ts'
import { accept, newId, sealFor, share, threeColleagues } from '../support/hand-over.ts'
import { acquaint, decryptedPages, openVaultSide, type TestVault } from '../support/vault.ts'

const expiresOn = '2026-04-01'
type Details = Partial<Given<'referrals.save'>['details']>

/** A case of Anne's with one step, and what its person agreed to. */
async function caseWith(consents: readonly Consent[], details: Details, a?: TestVault) {
  const anne = a ?? (await openVaultSide('Anne Fictive'))
  const [caseId, stepId] = [newId(), newId()]
  await anne.call('cases.saveSection', {
    id: caseId,
    section: { name: 'wishes', body: { wishes: 'Dormir' } },
    seen: [],
  })
  await anne.call('referrals.save', { caseId, id: stepId, details: { service: 'food_aid', ...details } })
  await consentTo(anne, caseId, consents)
  const letter = async () => {
    const asked = { kind: 'referral-letter', caseId, stepId, locale: 'en' } as const
    return (await anne.call('documents.page', { ...asked, sections: ['wishes'] })).html
  }
  return { a: anne, caseId, stepId, letter }
}

const forFood = (part: Partial<Consent> = {}): Consent =>
  agreed({ purpose: 'service_referral', services: ['food_aid'], ...part })
const keptFrom = (from: string) => [withheld.parse({ from })]

/** Anne’s directory goes to Béa, who gives the entry another name, and comes back. */
async function renamedByBea(
  a: TestVault,
  b: TestVault,
  id: string,
  details: { organisation: string; email?: string },
) {
  const ids = await acquaint(a, b)
  const hand = async (from: TestVault, to: TestVault, member: string): Promise<void> => {
    const { packetId } = await from.call('directory.seal', {
      recipients: [member],
      expiresOn,
      jobId: newId(),
    })
    const { bytes } = await from.call('exchange.file', { packetId })
    await to.call('exchange.open', { bytes, jobId: newId() })
    await to.call('exchange.accept', { packetId })
  }
  await hand(a, b, ids.b)
  const { version } = await b.call('directory.get', { id })
  await b.call('directory.save', { id, details, seen: version })
  await hand(b, a, ids.a)
  return ids
}

describe('a letter tells its organisation nothing more than it is asked for', () => {
  it('not even which other services the person agreed to', async () => {
    const consent = forFood({ services: ['food_aid', 'addiction', 'sexual_assault_support'] })
    const { letter } = await caseWith([consent], { organisation: 'Comptoir fictif' })
    expect(await letter()).toMatch(/food/i)
    expect(await letter()).not.toMatch(/addiction|sexual assault/i)
  })
})

describe('what is to be kept from an organisation is not got at', () => {
  it('by its name with a soft hyphen or a zero-width space in it', async () => {
    const consent = forFood({ withheld: keptFrom('Maison redoutée') })
    const { letter } = await caseWith([consent], { organisation: 'Mai\u00adson redou\u200btée' })
    await expect(letter()).rejects.toThrow('consent.withheld')
  })

  it('by an entry of the directory under another name than the one typed', async () => {
    const entryId = newId()
    const consent = forFood({ withheld: keptFrom('Maison redoutée') })
    const { a, letter } = await caseWith([consent], { organisation: 'La Maison R.', entryId })
    await a.call('directory.save', { id: entryId, details: { organisation: 'Maison redoutée' }, seen: null })
    await expect(letter()).rejects.toThrow('consent.withheld')
  })

  it('by a colleague who renames the entry: the letter does not take its new address', async () => {
    const [b, entryId] = [await openVaultSide('Béa Fictive'), newId()]
    const details = { organisation: 'Comptoir fictif', email: 'ok@comptoir.invalid' }
    const consent = forFood({ recipients: 'Comptoir fictif', withheld: keptFrom('Maison redoutée') })
    const { a, letter } = await caseWith([consent], { organisation: 'Comptoir fictif', entryId })
    await a.call('directory.save', { id: entryId, details, seen: null })
    await renamedByBea(a, b, entryId, { organisation: 'Maison redoutée', email: 'redoutee@maison.invalid' })
    const page = await letter().catch(({ message }: Error) => message)
    expect(page).not.toContain('redoutee@maison.invalid')
  })

  it('by removing the card of the member there from whom it is kept', async () => {
    const [a, b] = [await openVaultSide('Anne Fictive'), await openVaultSide('Béa Fictive')]
    const ids = await acquaint(a, b)
    const consent = forFood({ withheld: [withheld.parse({ member: ids.b })] })
    const { letter } = await caseWith([consent], { organisation: 'Organisme fictif' }, a)
    await expect(letter()).rejects.toThrow('consent.withheld')
    await a.call('members.remove', { fingerprint: ids.b })
    await expect(letter()).rejects.toThrow('consent.withheld')
  })

  it('by a letter that names a colleague of the member from whom it is kept', async () => {
    const [a, b, c] = [
      await openVaultSide('Anne Fictive'),
      await openVaultSide('Béa Fictive'),
      await openVaultSide('Cléo Fictive'),
    ]
    const [{ b: toB }, { b: toC }] = [await acquaint(a, b), await acquaint(a, c)]
    const consent = forFood({ withheld: [withheld.parse({ member: toB })] })
    const { letter } = await caseWith([consent], { organisation: 'Organisme fictif', member: toC }, a)
    await expect(letter()).rejects.toThrow('consent.withheld')
  })
})

describe('a consent is not made to reach further', () => {
  it('by renaming the entry of the directory that it is for, in a packet', async () => {
    const [b, entryId] = [await openVaultSide('Béa Fictive'), newId()]
    const consent = agreed({ purpose: 'coordination', entries: [entryId] })
    const { a, caseId } = await caseWith([consent], { organisation: 'Comptoir fictif', entryId })
    await a.call('directory.save', { id: entryId, details: { organisation: 'Comptoir fictif' }, seen: null })
    // Béa’s own organisation.
    const { b: toB } = await renamedByBea(a, b, entryId, { organisation: 'Organisme fictif' })
    const { gaps } = await a.call('exchange.compose', {
      caseId,
      sections: ['wishes'],
      stepIds: [],
      recipients: [toB],
      purpose: 'coordination',
    })
    expect(gaps).toMatchObject([{ gap: { gap: 'other_recipient' } }])
  })

  it('by asking “for a service” without any step that asks for one', async () => {
    const { a, ids, caseId } = await threeColleagues()
    await consentTo(a, caseId, [agreed({ purpose: 'service_referral', services: ['addiction'] })])
    const asked = { ...share, purpose: 'service_referral' }
    await expect(sealFor(a, caseId, [ids.b], asked)).rejects.toThrow('consent.other_service')
  })

  it('by sealing a packet before it is withdrawn and saving its file after', async () => {
    const { a, ids, caseId } = await threeColleagues()
    const given = agreed()
    await consentTo(a, caseId, [given])
    const { packet } = await sealFor(a, caseId, [ids.b], share)
    await consentTo(a, caseId, [{ ...given, withdrawnOn: '2026-03-02' }])
    const { packetId } = packet
    await expect(a.call('exchange.file', { packetId })).rejects.toThrow('consent.withdrawn')
    // Nor does anything ask her to.
    a.setToday('2026-03-20')
    expect((await a.call('today.list', {})).items.map(({ kind }) => kind)).not.toContain('packet_to_save')
    await consentTo(a, caseId, [agreed()])
    await a.call('exchange.file', { packetId })
  })

  it('by writing apart: left out of one version, it covers nothing until that is settled', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    const given = agreed()
    const follows = agreed({ purpose: 'coordination', members: [ids.a, ids.b] })
    await consentTo(a, caseId, [given, follows])
    const { bytes } = await sealFor(a, caseId, [ids.b])
    await a.call('exchange.callOffHandover', { caseId })
    const late = await accept(b, bytes)
    await consentTo(a, caseId, [{ ...follows, note: 'écrit par Anne' }])
    await consentTo(b, caseId, [given, { ...follows, note: 'écrit par Béa' }])
    await accept(a, late)
    await accept(a, (await sealFor(b, caseId, [ids.a])).bytes)
    const { sections } = await a.call('cases.get', { id: caseId })
    expect(sections.filter(({ name }) => name === 'consents')).toHaveLength(2)
    await expect(sealFor(a, caseId, [ids.b], share)).rejects.toThrow('consent.withdrawn')
  })
})

describe('the journal', () => {
  it('takes no words of the page’s making as the reason of a move or a closing', async () => {
    const { a, caseId, stepId } = await caseWith([forFood()], { organisation: 'Comptoir fictif' })
    const reason = 'aminata_de_la_rue_fictive'
    await a.call('referrals.move', { id: stepId, move: { to: 'sent', on: '2026-03-02', reason } })
    const turn = { to: 'closed' as const, reasons: ['left_area', reason], note: '' }
    await expect(a.call('cases.turn', { id: caseId, turn })).rejects.toThrow('cases.unknown_code')
    a.close()
    const content = (await decryptedPages(a.folder)).toString('latin1')
    expect(content).toContain('referrals.moved')
    expect(content).not.toContain('aminata')
  })
})
