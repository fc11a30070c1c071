import { describe, expect, it } from 'vitest'
import { consentTo } from '../../tests/support/consent.ts'
import { openVaultSide, type TestVault } from '../../tests/support/vault.ts'

const newId = (): string => crypto.randomUUID()

async function caseWithSteps(count: number): Promise<{ vault: TestVault; caseId: string; steps: string[] }> {
  const vault = await openVaultSide()
  const caseId = newId()
  await vault.call('cases.saveSection', {
    id: caseId,
    section: { name: 'question', body: { question: '' } },
    seen: [],
  })
  await consentTo(vault, caseId)
  const steps = Array.from({ length: count }, newId)
  for (const id of steps) await addStep(vault, caseId, id)
  return { vault, caseId, steps }
}

const addStep = (vault: TestVault, caseId: string, id: string, organisation = '') =>
  vault.call('referrals.save', { caseId, id, details: { service: 'legal_aid', organisation } })

const listed = async (vault: TestVault, caseId: string) =>
  (await vault.call('referrals.list', { caseId })).steps
const order = async (vault: TestVault, caseId: string) => (await listed(vault, caseId)).map(({ id }) => id)

const move = (vault: TestVault, id: string, to: string, reason: string | null = null) =>
  vault.call('referrals.move', { id, move: { to, on: '2026-03-02', reason } as never })

describe('a trajectory', () => {
  it('keeps its steps in the order they were added', async () => {
    const { vault, caseId, steps } = await caseWithSteps(4)
    expect(await order(vault, caseId)).toEqual(steps)
  })

  it.each([
    ['to the front', 2, 0, [2, 0, 1, 3]],
    ['to the end', 0, 3, [1, 2, 3, 0]],
    ['by one', 1, 2, [0, 2, 1, 3]],
    ['past the end', 0, 99, [1, 2, 3, 0]],
    ['nowhere', 1, 1, [0, 1, 2, 3]],
  ])('moves a step %s and the others along', async (_, from, to, expected) => {
    const { vault, caseId, steps } = await caseWithSteps(4)
    await vault.call('referrals.order', { id: steps[from] ?? '', position: to })
    expect(await order(vault, caseId)).toEqual(expected.map((index) => steps[index]))
  })

  it('adds a step at the end also after another was removed', async () => {
    for (let time = 0; time < 5; time += 1) {
      const { vault, caseId, steps } = await caseWithSteps(3)
      await vault.call('referrals.remove', { id: steps[0] ?? '' })
      const last = newId()
      await addStep(vault, caseId, last)
      expect(await order(vault, caseId)).toEqual([steps[1], steps[2], last])
    }
  })

  it('is a new version where the order changed, so that it reaches those who have the steps', async () => {
    const { vault, caseId, steps } = await caseWithSteps(3)
    await vault.call('referrals.order', { id: steps[1] ?? '', position: 0 })
    const versions = (await listed(vault, caseId)).map(({ version }) => Object.values(version))
    expect(versions).toEqual([[2], [2], [1]])
  })

  it('of a case nobody has saved yet is empty', async () => {
    const vault = await openVaultSide()
    expect(await listed(vault, newId())).toEqual([])
    await expect(addStep(vault, newId(), newId())).rejects.toThrow('cases.not_found')
  })
})

describe('a step', () => {
  it('saved twice is there once, with the latest words', async () => {
    const { vault, caseId } = await caseWithSteps(0)
    const id = newId()
    await addStep(vault, caseId, id, 'Maison un')
    await addStep(vault, caseId, id, 'Maison deux')
    expect(await listed(vault, caseId)).toMatchObject([{ id, organisation: 'Maison deux', position: 0 }])
  })

  it('keeps its moves and its place when its words change', async () => {
    const { vault, caseId, steps } = await caseWithSteps(2)
    const [first = ''] = steps
    await move(vault, first, 'sent')
    await addStep(vault, caseId, first, 'Autre')
    const [step] = await listed(vault, caseId)
    expect(step?.moves.map(({ to }) => to)).toEqual(['draft', 'sent'])
    expect(step?.id).toBe(first)
  })

  it('ends its draft when it is saved', async () => {
    const { vault, caseId } = await caseWithSteps(0)
    const key = { caseId, form: 'step' as const, itemId: newId() }
    await vault.call('drafts.put', { key, body: '"mots"' })
    await addStep(vault, caseId, key.itemId)
    expect(await vault.call('drafts.get', { key })).toEqual({ body: null })
  })

  it('can’t be taken over into another case', async () => {
    const { vault, caseId, steps } = await caseWithSteps(1)
    const other = newId()
    await vault.call('cases.saveSection', { id: other, section: { name: 'question', body: {} }, seen: [] })
    await expect(addStep(vault, other, steps[0] ?? '')).rejects.toThrow('referrals.not_found')
    expect(await order(vault, caseId)).toEqual(steps)
    expect(await order(vault, other)).toEqual([])
  })

  it('moves only where it may, and says why where that is asked', async () => {
    const { vault, caseId, steps } = await caseWithSteps(1)
    const [id = ''] = steps
    await expect(move(vault, id, 'accepted')).rejects.toThrow('referrals.illegal_transition')
    await move(vault, id, 'sent')
    await expect(move(vault, id, 'draft')).rejects.toThrow('referrals.illegal_transition')
    await expect(move(vault, id, 'refused')).rejects.toThrow('referrals.reason_required')
    await expect(move(vault, id, 'refused', 'consent_withdrawn')).rejects.toThrow('referrals.reason_required')
    await move(vault, id, 'refused', 'no_capacity')
    await expect(move(vault, id, 'accepted')).rejects.toThrow('referrals.illegal_transition')
    const [step] = await listed(vault, caseId)
    expect(step?.moves.map(({ to, reason }) => [to, reason])).toEqual([
      ['draft', null],
      ['sent', null],
      ['refused', 'no_capacity'],
    ])
  })

  it('goes only as long as it never left its draft', async () => {
    const { vault, caseId, steps } = await caseWithSteps(2)
    const [sent = '', draft = ''] = steps
    await move(vault, sent, 'sent')
    await expect(vault.call('referrals.remove', { id: sent })).rejects.toThrow('referrals.illegal_transition')
    await vault.call('referrals.remove', { id: draft })
    expect(await order(vault, caseId)).toEqual([sent])
  })

  it.each(['move', 'remove', 'order'] as const)('that isn’t there is said not to be: %s', async (what) => {
    const vault = await openVaultSide()
    const id = newId()
    const call = {
      move: () => move(vault, id, 'sent'),
      remove: () => vault.call('referrals.remove', { id }),
      order: () => vault.call('referrals.order', { id, position: 0 }),
    }
    await expect(call[what]()).rejects.toThrow('referrals.not_found')
  })

  it('is counted with its case as long as it waits for something', async () => {
    const { vault, steps } = await caseWithSteps(3)
    const open = async () => (await vault.call('cases.list', {})).rows[0]?.openSteps
    expect(await open()).toBe(3)
    await move(vault, steps[0] ?? '', 'sent')
    await move(vault, steps[0] ?? '', 'refused', 'no_capacity')
    expect(await open()).toBe(2)
    await move(vault, steps[1] ?? '', 'sent')
    await move(vault, steps[1] ?? '', 'expired')
    expect(await open()).toBe(2)
  })

  it('is found by its words, and no longer once they are gone', async () => {
    const { vault, caseId, steps } = await caseWithSteps(1)
    const found = async () => (await vault.call('cases.list', { words: 'carrefour fictif' })).total
    await addStep(vault, caseId, steps[0] ?? '', 'Carrefour fictif')
    expect(await found()).toBe(1)
    await vault.call('referrals.remove', { id: steps[0] ?? '' })
    expect(await found()).toBe(0)
  })
})
