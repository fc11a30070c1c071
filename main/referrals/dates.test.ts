import { describe, expect, it } from 'vitest'
import { consentTo } from '../../tests/support/consent.ts'
import { openVaultSide, type TestVault } from '../../tests/support/vault.ts'

const today = '2026-03-02'

async function vaultWithStep(
  details: object = {},
): Promise<{ vault: TestVault; caseId: string; id: string }> {
  const vault = await openVaultSide()
  const [caseId, id] = [crypto.randomUUID(), crypto.randomUUID()] as [string, string]
  await vault.call('cases.saveSection', { id: caseId, section: { name: 'question', body: {} }, seen: [] })
  await consentTo(vault, caseId)
  await vault.call('referrals.save', { caseId, id, details: { service: 'legal_aid', ...details } })
  return { vault, caseId, id }
}

const stepOf = async (vault: TestVault, caseId: string) => {
  const [step] = (await vault.call('referrals.list', { caseId })).steps
  if (!step) throw new Error('no step')
  return step
}

const move = (
  vault: TestVault,
  id: string,
  to: 'sent' | 'accepted' | 'expired',
  on: string,
  dueOn?: string,
) => vault.call('referrals.move', { id, move: { to, on, reason: null }, ...(dueOn && { dueOn }) })

describe('the days of a step', () => {
  it('never lie ahead', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await expect(move(vault, id, 'sent', '2026-03-03')).rejects.toThrow('referrals.future_date')
    expect((await stepOf(vault, caseId)).moves).toHaveLength(1)
    await move(vault, id, 'sent', today)
  })

  it('never go back', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await move(vault, id, 'sent', '2026-03-01')
    await expect(move(vault, id, 'accepted', '2026-02-28')).rejects.toThrow('referrals.date_order')
    await move(vault, id, 'accepted', '2026-03-01')
    expect((await stepOf(vault, caseId)).moves.map(({ on }) => on)).toEqual([
      today,
      '2026-03-01',
      '2026-03-01',
    ])
  })

  it('may come before the case was written down here, as people record late', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await move(vault, id, 'sent', '2026-02-10')
    expect((await stepOf(vault, caseId)).moves.at(-1)?.on).toBe('2026-02-10')
  })

  it('stay where they are when the clock of the computer jumps back', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await move(vault, id, 'sent', today)
    vault.setToday('2020-01-01')
    await vault.call('referrals.remind', { id })
    await move(vault, id, 'accepted', today)
    expect(await stepOf(vault, caseId)).toMatchObject({ remindedOn: [today] })
  })
})

describe('the day by which an answer is expected', () => {
  it('is the one chosen on sending', async () => {
    const { vault, caseId, id } = await vaultWithStep({ dueOn: '2026-03-04' })
    await move(vault, id, 'sent', today, '2026-03-09')
    expect((await stepOf(vault, caseId)).dueOn).toBe('2026-03-09')
  })

  it('is the one that stood there when sending says nothing of it', async () => {
    const { vault, caseId, id } = await vaultWithStep({ dueOn: '2026-03-04' })
    await move(vault, id, 'sent', today)
    expect((await stepOf(vault, caseId)).dueOn).toBe('2026-03-04')
  })

  it('never comes before the request', async () => {
    const { vault, id } = await vaultWithStep()
    await expect(move(vault, id, 'sent', today, '2026-03-01')).rejects.toThrow('referrals.date_order')
  })

  it('is forgotten when a step is sent again after it has passed', async () => {
    const { vault, caseId, id } = await vaultWithStep({ dueOn: '2026-03-04' })
    await move(vault, id, 'sent', today)
    vault.setToday('2026-03-20')
    await move(vault, id, 'expired', '2026-03-20')
    await move(vault, id, 'sent', '2026-03-20')
    expect((await stepOf(vault, caseId)).dueOn).toBeNull()
  })
})

describe('a reminder', () => {
  it('is noted once a day, each day', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await move(vault, id, 'sent', today)
    await vault.call('referrals.remind', { id })
    const { version } = await stepOf(vault, caseId)
    await vault.call('referrals.remind', { id })
    expect((await stepOf(vault, caseId)).version).toEqual(version)
    vault.setToday('2026-03-05')
    await vault.call('referrals.remind', { id })
    expect((await stepOf(vault, caseId)).remindedOn).toEqual([today, '2026-03-05'])
  })

  it('is only noted while an answer is awaited', async () => {
    const { vault, id } = await vaultWithStep()
    await expect(vault.call('referrals.remind', { id })).rejects.toThrow('referrals.nothing_awaited')
    await move(vault, id, 'sent', today)
    await move(vault, id, 'accepted', today)
    await expect(vault.call('referrals.remind', { id })).rejects.toThrow('referrals.nothing_awaited')
    await expect(vault.call('referrals.remind', { id: crypto.randomUUID() })).rejects.toThrow(
      'referrals.not_found',
    )
  })

  it('is kept when a form that was opened before it is saved after', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await move(vault, id, 'sent', today)
    await vault.call('referrals.remind', { id })
    await vault.call('referrals.save', {
      caseId,
      id,
      details: { service: 'legal_aid', note: 'x', remindedOn: [] },
    })
    expect(await stepOf(vault, caseId)).toMatchObject({ note: 'x', remindedOn: [today] })
  })
})
