import { expect, it } from 'vitest'
import { consentTo } from '../../tests/support/consent.ts'
import { fillWithSteps } from '../../tests/support/many-steps.ts'
import { openVaultSide, testPassphrase } from '../../tests/support/vault.ts'

it('a case of five thousand steps loses none of them, whatever is done with one', async () => {
  const vault = await openVaultSide()
  const caseId = crypto.randomUUID()
  await vault.call('cases.saveSection', { id: caseId, section: { name: 'question', body: {} }, seen: [] })
  await consentTo(vault, caseId)
  vault.close()
  await fillWithSteps(vault.folder, caseId, { count: 5000, today: '2026-03-02' })
  await vault.call('vault.unlock', { folder: vault.folder, passphrase: testPassphrase })

  const listed = async () => (await vault.call('referrals.list', { caseId })).steps
  const before = await listed()
  const ids = before.map(({ id }) => id)
  expect(ids).toHaveLength(5000)
  const [first = '', second = '', last = ''] = [ids[0], ids[1], ids[4999]]

  await vault.call('referrals.move', { id: second, move: { to: 'sent', on: '2026-03-02', reason: null } })
  await vault.call('referrals.remind', { id: first })
  await vault.call('referrals.order', { id: last, position: 0 })
  const added = crypto.randomUUID()
  await vault.call('referrals.save', {
    caseId,
    id: added,
    details: { service: 'food_aid', organisation: 'Comptoir tout neuf' },
  })
  await vault.call('referrals.remove', { id: last })

  const after = await listed()
  expect(after.map(({ id }) => id)).toEqual([...ids.slice(0, -1), added])
  expect(after[1]?.moves.at(-1)?.to).toBe('sent')
  const untouched = (steps: typeof before) =>
    steps.slice(2, 4999).map(({ position: _, version: __, ...step }) => step)
  expect(untouched(after)).toEqual(untouched(before))
  // Found by its words among all the others, which are still there to be found.
  for (const words of ['comptoir neuf', 'fictif 4321']) {
    expect((await vault.call('cases.list', { words })).total).toBe(1)
  }
  expect((await vault.call('cases.list', {})).rows).toMatchObject([{ openSteps: 5000 }])
}, 120_000)
