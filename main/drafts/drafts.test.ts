import { describe, expect, it } from 'vitest'
import { openVaultSide, testPassphrase } from '../../tests/support/vault.ts'

const newId = (): string => crypto.randomUUID()

describe('a draft', () => {
  it('is kept word for word, even half-typed, across a lock', async () => {
    const vault = await openVaultSide()
    const key = { caseId: newId(), form: 'wishes' as const }
    const body = '{"wishes":"Elle veut \\u00ab dor", cassé \ud83e\udd8a \0'
    await vault.call('drafts.put', { key, body })
    vault.close()
    await expect(vault.call('drafts.get', { key })).rejects.toThrow('vault.locked')
    await vault.call('vault.unlock', { folder: vault.folder, passphrase: testPassphrase })
    expect(await vault.call('drafts.get', { key })).toEqual({ body })
  })

  it('belongs to one form of one case, and one item of it', async () => {
    const vault = await openVaultSide()
    const [caseId, other, item] = [newId(), newId(), newId()]
    const keys = [
      { caseId, form: 'wishes' as const },
      { caseId, form: 'summary' as const },
      { caseId: other, form: 'wishes' as const },
      { caseId, form: 'step' as const },
      { caseId, form: 'step' as const, itemId: item },
    ]
    for (const [index, key] of keys.entries()) await vault.call('drafts.put', { key, body: `${index}` })
    for (const [index, key] of keys.entries()) {
      expect(await vault.call('drafts.get', { key })).toEqual({ body: `${index}` })
    }
  })

  it('holds the latest words, and none once discarded', async () => {
    const vault = await openVaultSide()
    const key = { caseId: newId(), form: 'wishes' as const }
    expect(await vault.call('drafts.get', { key })).toEqual({ body: null })
    await vault.call('drafts.put', { key, body: 'un' })
    await vault.call('drafts.put', { key, body: 'deux' })
    expect(await vault.call('drafts.get', { key })).toEqual({ body: 'deux' })
    await vault.call('drafts.discard', { key })
    await vault.call('drafts.discard', { key })
    expect(await vault.call('drafts.get', { key })).toEqual({ body: null })
  })

  it('of a case that was never saved is found again; of one that was, shows in the list', async () => {
    const vault = await openVaultSide()
    const id = newId()
    const key = { caseId: id, form: 'summary' as const }
    await vault.call('drafts.put', { key, body: 'un' })
    await vault.call('drafts.put', { key: { ...key, form: 'wishes' }, body: 'deux' })
    expect(await vault.call('drafts.unsavedCases', {})).toEqual({ ids: [id] })
    await vault.call('cases.saveSection', { id, section: { name: 'wishes', body: {} }, seen: [] })
    expect(await vault.call('drafts.unsavedCases', {})).toEqual({ ids: [] })
    expect((await vault.call('cases.list', {})).rows[0]?.hasDraft).toBe(true)
    await vault.call('drafts.discard', { key })
    expect((await vault.call('cases.list', {})).rows[0]?.hasDraft).toBe(false)
  })

  it('are bounded: a page gone wrong can’t fill the disk with them, and those there can still be changed', async () => {
    const vault = await openVaultSide()
    const keys = Array.from({ length: 1000 }, () => ({ caseId: newId(), form: 'wishes' as const }))
    for (const one of keys) await vault.call('drafts.put', { key: one, body: 'x' })
    const further = { caseId: newId(), form: 'wishes' as const }
    await expect(vault.call('drafts.put', { key: further, body: 'x' })).rejects.toThrow('drafts.too_many')
    const [first] = keys
    await vault.call('drafts.put', { key: first ?? further, body: 'y' })
    expect(await vault.call('drafts.get', { key: first ?? further })).toEqual({ body: 'y' })
  })
})
