import { describe, expect, it } from 'vitest'
import { openVaultSide, type TestVault } from '../../tests/support/vault.ts'

const newId = (): string => crypto.randomUUID()

function saveWishes(vault: TestVault, id: string, wishes: string, seen: Record<string, number>[] = []) {
  return vault.call('cases.saveSection', {
    id,
    section: { name: 'wishes', body: { wishes, safeContacts: '' } },
    seen,
  })
}

describe('saving a section', () => {
  it('makes the case with its first words, and shows them again', async () => {
    const vault = await openVaultSide()
    const id = newId()
    const { code, version } = await saveWishes(vault, id, 'Dormir en sécurité')
    expect(code).toMatch(/^\p{Ll}+-\d{4}$/u)
    const me = (await vault.call('members.me', {})).fingerprint
    expect(version).toEqual({ [me]: 1 })
    expect(await vault.call('cases.get', { id })).toEqual({
      id,
      code,
      status: 'open',
      createdOn: '2026-03-02',
      updatedOn: '2026-03-02',
      owner: { fingerprint: me, name: 'Membre fictive', me: true },
      sections: [
        {
          name: 'wishes',
          body: { wishes: 'Dormir en sécurité', safeContacts: '', contacts: [] },
          author: me,
          authorName: 'Membre fictive',
          version,
          savedOn: '2026-03-02',
        },
      ],
      turns: [],
      handover: null,
    })
  })

  it('keeps every character that can be typed', async () => {
    const vault = await openVaultSide()
    const id = newId()
    const wishes = `« d’accord »\n\tœ 👩‍👧 \0 \u202e ﬁ é é "quotes" ' \\ <b>`
    await saveWishes(vault, id, wishes)
    expect((await vault.call('cases.get', { id })).sections[0]).toMatchObject({ body: { wishes } })
  })

  it('replaces what the person had before her eyes, once', async () => {
    const vault = await openVaultSide()
    const id = newId()
    const first = await saveWishes(vault, id, 'un')
    const second = await saveWishes(vault, id, 'deux', [first.version])
    expect(second.code).toBe(first.code)
    expect(Object.values(second.version)).toEqual([2])
    const { sections } = await vault.call('cases.get', { id })
    expect(sections.map((section) => section.body)).toEqual([
      { wishes: 'deux', safeContacts: '', contacts: [] },
    ])
  })

  it('never replaces what she has not seen', async () => {
    const vault = await openVaultSide()
    const id = newId()
    const { version } = await saveWishes(vault, id, 'un')
    await saveWishes(vault, id, 'deux', [version])
    await expect(saveWishes(vault, id, 'trois', [version])).rejects.toThrow('cases.stale_version')
    await expect(saveWishes(vault, id, 'trois')).rejects.toThrow('cases.stale_version')
    expect((await vault.call('cases.get', { id })).sections[0]).toMatchObject({ body: { wishes: 'deux' } })
  })

  it('twice by an impatient hand makes one case', async () => {
    const vault = await openVaultSide()
    const id = newId()
    const both = await Promise.allSettled([saveWishes(vault, id, 'un'), saveWishes(vault, id, 'un')])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await vault.call('cases.list', {})).all).toBe(1)
  })

  it('ends its draft, and no other', async () => {
    const vault = await openVaultSide()
    const caseId = newId()
    await vault.call('drafts.put', { key: { caseId, form: 'wishes' }, body: '"un"' })
    await vault.call('drafts.put', { key: { caseId, form: 'summary' }, body: '"deux"' })
    await saveWishes(vault, caseId, 'un')
    expect(await vault.call('drafts.get', { key: { caseId, form: 'wishes' } })).toEqual({ body: null })
    expect(await vault.call('drafts.get', { key: { caseId, form: 'summary' } })).toEqual({ body: '"deux"' })
  })

  it('that is refused leaves the draft where it was', async () => {
    const vault = await openVaultSide()
    const id = newId()
    await saveWishes(vault, id, 'un')
    await vault.call('drafts.put', { key: { caseId: id, form: 'wishes' }, body: '"à moitié"' })
    await expect(saveWishes(vault, id, 'deux')).rejects.toThrow('cases.stale_version')
    expect(await vault.call('drafts.get', { key: { caseId: id, form: 'wishes' } })).toEqual({
      body: '"à moitié"',
    })
  })

  it('brings the list’s columns up to date', async () => {
    const vault = await openVaultSide()
    const id = newId()
    await saveWishes(vault, id, '')
    vault.setToday('2026-03-09')
    await vault.call('cases.saveSection', {
      id,
      section: { name: 'risk', body: { level: 'high', safetyPlan: 'Appeler le soir' } },
      seen: [],
    })
    await vault.call('cases.saveSection', {
      id,
      section: { name: 'profile', body: { region: '06' } },
      seen: [],
    })
    const { rows } = await vault.call('cases.list', {})
    expect(rows).toMatchObject([{ id, region: '06', risk: 'high', updatedOn: '2026-03-09', mine: true }])
  })
})

describe('a case', () => {
  it('that isn’t there is said not to be', async () => {
    const vault = await openVaultSide()
    await expect(vault.call('cases.get', { id: newId() })).rejects.toThrow('cases.not_found')
    await expect(
      vault.call('cases.turn', { id: newId(), turn: { to: 'closed', reasons: ['needs_met'] } }),
    ).rejects.toThrow('cases.not_found')
  })

  it('is closed and opened again', async () => {
    const vault = await openVaultSide()
    const id = newId()
    await saveWishes(vault, id, 'un')
    await vault.call('cases.turn', { id, turn: { to: 'closed', reasons: ['needs_met'] } })
    expect((await vault.call('cases.get', { id })).status).toBe('closed')
    await vault.call('cases.turn', { id, turn: { to: 'open', note: 'Elle est revenue' } })
    expect((await vault.call('cases.get', { id })).status).toBe('open')
  })

  it('has a code that no other bears', async () => {
    const vault = await openVaultSide()
    const codes = new Set<string>()
    for (let n = 0; n < 60; n += 1) codes.add((await saveWishes(vault, newId(), '')).code)
    expect(codes.size).toBe(60)
  })
})
