import { describe, expect, it } from 'vitest'
import { openVaultSide, type TestVault, testOpener } from '../../tests/support/vault.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { caseById } from './cases.store.ts'
import { putHandover } from './handovers.store.ts'

const newId = (): string => crypto.randomUUID()

async function newCase(vault: TestVault, wishes = 'dormir'): Promise<string> {
  const id = newId()
  await vault.call('cases.saveSection', { id, section: { name: 'wishes', body: { wishes } }, seen: [] })
  return id
}

describe('turning a case', () => {
  it('keeps each turn with its day, its reasons and its note, in order', async () => {
    const vault = await openVaultSide()
    const id = await newCase(vault)
    const checklist = ['may_come_back']
    const reasons = ['needs_met', 'left_area']
    await vault.call('cases.turn', { id, turn: { to: 'closed', reasons, checklist, note: 'Partie en paix' } })
    vault.setToday('2026-05-04')
    await vault.call('cases.turn', { id, turn: { to: 'open', note: 'Elle est revenue' } })
    const { status, turns, updatedOn } = await vault.call('cases.get', { id })
    expect({ status, updatedOn }).toEqual({ status: 'open', updatedOn: '2026-05-04' })
    expect(turns).toEqual([
      { to: 'closed', on: '2026-03-02', reasons, checklist, note: 'Partie en paix' },
      { to: 'open', on: '2026-05-04', reasons: [], checklist: [], note: 'Elle est revenue' },
    ])
  })

  it('finds a case again by a word of its closing note', async () => {
    const vault = await openVaultSide()
    const id = await newCase(vault)
    await vault.call('cases.turn', {
      id,
      turn: { to: 'closed', reasons: ['other'], note: 'Chez sa marraine à Sœurville' },
    })
    expect((await vault.call('cases.list', { words: 'soeurville' })).rows.map((row) => row.id)).toEqual([id])
  })

  it('that is refused changes nothing: no status, no history, no line in the journal', async () => {
    const vault = await openVaultSide()
    const id = await newCase(vault)
    const before = await vault.call('journal.list', { filter: {}, before: null })
    await expect(vault.call('cases.turn', { id, turn: { to: 'closed' } })).rejects.toThrow(
      'cases.reason_required',
    )
    await expect(vault.call('cases.turn', { id, turn: { to: 'open', note: 'x' } })).rejects.toThrow(
      'cases.bad_turn',
    )
    const view = await vault.call('cases.get', { id })
    expect([view.status, view.turns]).toEqual(['open', []])
    const after = await vault.call('journal.list', { filter: {}, before: null })
    expect(after.lines.filter(({ action }) => action !== 'cases.viewed')).toEqual(
      before.lines.filter(({ action }) => action !== 'cases.viewed'),
    )
  })

  it('takes away what was being written of it, and leaves no word of that on the disk’s way', async () => {
    const vault = await openVaultSide()
    const id = await newCase(vault)
    const key = { caseId: id, form: 'closing' } as const
    await vault.call('drafts.put', { key, body: '{"note":"à moitié"}' })
    await vault.call('cases.turn', { id, turn: { to: 'closed', reasons: ['other'] } })
    expect(await vault.call('drafts.get', { key })).toEqual({ body: null })
  })

  it('says in the journal which reasons, and never the note', async () => {
    const vault = await openVaultSide()
    const id = await newCase(vault)
    const note = 'Ce mot ne doit pas sortir'
    await vault.call('cases.turn', { id, turn: { to: 'closed', reasons: ['person_asked'], note } })
    const { lines } = await vault.call('journal.list', { filter: { caseId: id }, before: null })
    expect(lines[0]).toMatchObject({
      action: 'cases.status_changed',
      details: { from: 'open', to: 'closed', reasons: 'person_asked' },
    })
    expect(JSON.stringify(lines)).not.toContain('Ce mot')
  })
})

describe('a clock that jumps', () => {
  it('never has a case saved or closed before the day on which it was made', async () => {
    const vault = await openVaultSide('Membre fictive', '2031-07-09')
    const id = await newCase(vault)
    // Five years ahead when the case was made; put right since, and the person said that it is.
    vault.setToday('2026-03-02')
    await vault.call('notices.trustClock', {})
    const [first] = (await vault.call('cases.get', { id })).sections
    await vault.call('cases.saveSection', {
      id,
      section: { name: 'wishes', body: { wishes: 'se reposer' } },
      seen: first ? [first.version] : [],
    })
    await vault.call('cases.turn', { id, turn: { to: 'closed', reasons: ['other'] } })
    const view = await vault.call('cases.get', { id })
    const days = [
      view.updatedOn,
      ...view.sections.map((one) => one.savedOn),
      ...view.turns.map(({ on }) => on),
    ]
    expect(days).toEqual(['2031-07-09', '2031-07-09', '2031-07-09'])
  })

  it('that goes back stops no save: days count on from the last one seen', async () => {
    const vault = await openVaultSide('Membre fictive', '2026-03-02')
    vault.setToday('2026-03-05')
    const id = await newCase(vault)
    vault.setToday('2026-01-01')
    await vault.call('cases.turn', { id, turn: { to: 'closed', reasons: ['other'] } })
    expect((await vault.call('cases.get', { id })).turns[0]?.on).toBe('2026-03-05')
  })
})

describe('a case on its way to someone else', () => {
  it('shows to whom, and changes by no call until it is called off or answered', async () => {
    const vault = await openVaultSide()
    const id = await newCase(vault)
    vault.close()
    const beneath = await unlockVault(vault.folder, testOpener)
    const record = caseById(beneath.reader, id)
    const packetId = 'ab'.repeat(16)
    putHandover(beneath.writer, record?.n ?? 0, { packetId, recipient: 'cd'.repeat(32), since: '2026-03-01' })
    beneath.close()
    const again = await openVaultSide()
    await again.call('vault.unlock', {
      folder: vault.folder,
      passphrase: 'tambour violet quatorze nuages lents',
    })
    const view = await again.call('cases.get', { id })
    expect(view.handover).toEqual({ to: 'cd'.repeat(32), toName: '', packetId, since: '2026-03-01' })
    const seen = view.sections.map(({ version }) => version)
    const wishes = { name: 'wishes', body: { wishes: 'autre chose' } } as const
    await expect(again.call('cases.saveSection', { id, section: wishes, seen })).rejects.toThrow(
      'cases.handover_pending',
    )
    await expect(
      again.call('cases.turn', { id, turn: { to: 'closed', reasons: ['other'] } }),
    ).rejects.toThrow('cases.handover_pending')
    await expect(
      again.call('referrals.save', { caseId: id, id: newId(), details: { service: 'legal_aid' } }),
    ).rejects.toThrow('cases.handover_pending')
  })
})

describe('a code that is in no list', () => {
  const save = (vault: TestVault, id: string, region: string, seen: Record<string, number>[] = []) =>
    vault.call('cases.saveSection', { id, section: { name: 'profile', body: { region } }, seen })

  it('written past the forms, straight into the contract, is refused without being repeated', async () => {
    const vault = await openVaultSide()
    const id = newId()
    const refusal = save(vault, id, 'invented_region')
    await expect(refusal).rejects.toMatchObject({ code: 'cases.unknown_code', params: { field: 'region' } })
    // And the case did not come to be.
    await expect(vault.call('cases.get', { id })).rejects.toThrow('cases.not_found')
  })

  it('can’t be brought in through another section that holds it', async () => {
    const vault = await openVaultSide()
    const id = newId()
    const { version } = await save(vault, id, '06')
    await expect(save(vault, id, 'needs_met', [version])).rejects.toThrow('cases.unknown_code')
  })
})
