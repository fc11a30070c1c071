import { describe, expect, it } from 'vitest'
import type { Consent } from '../../shared/cases/consent.ts'
import { agreed, consentTo } from '../../tests/support/consent.ts'
import { openVaultSide, type TestVault } from '../../tests/support/vault.ts'

async function vaultWithStep(): Promise<{ vault: TestVault; caseId: string; id: string }> {
  const vault = await openVaultSide()
  const [caseId, id] = [crypto.randomUUID(), crypto.randomUUID()] as [string, string]
  await vault.call('cases.saveSection', { id: caseId, section: { name: 'question', body: {} }, seen: [] })
  await save(vault, caseId, id)
  return { vault, caseId, id }
}

const save = (vault: TestVault, caseId: string, id: string, details: object = {}) =>
  vault.call('referrals.save', {
    caseId,
    id,
    details: { service: 'legal_aid', organisation: 'Aide fictive', ...details },
  })

const send = (vault: TestVault, id: string, on = '2026-03-02') =>
  vault.call('referrals.move', { id, move: { to: 'sent', on, reason: null } })

const stepOf = async (vault: TestVault, caseId: string) =>
  (await vault.call('referrals.list', { caseId })).steps[0]

const agreedTo = (services: string[], part: Partial<Consent> = {}): Consent =>
  agreed({ purpose: 'service_referral', services, ...part })

describe('asking for a service', () => {
  it('takes her consent, and goes nowhere without it', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await expect(send(vault, id)).rejects.toThrow('consent.missing')
    expect((await stepOf(vault, caseId))?.moves).toHaveLength(1)
    await consentTo(vault, caseId, [agreedTo(['food_aid'])])
    await expect(send(vault, id)).rejects.toMatchObject({
      code: 'consent.other_service',
      params: { service: 'legal_aid' },
    })
  })

  it('remembers the consent it rests on', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    const [first, second] = [agreedTo(['legal_aid', 'food_aid']), agreedTo(['legal_aid'])]
    await consentTo(vault, caseId, [first, second])
    await save(vault, caseId, id, { consentId: first.id })
    await send(vault, id)
    expect(await stepOf(vault, caseId)).toMatchObject({ consentId: first.id })

    // One that was chosen and covers nothing gives way to one that does.
    const other = crypto.randomUUID()
    await save(vault, caseId, other, { consentId: crypto.randomUUID() })
    await send(vault, other)
    const { steps } = await vault.call('referrals.list', { caseId })
    expect([first.id, second.id]).toContain(steps[1]?.consentId)
  })

  it('takes the consent of the day on which it was asked, not of the day on which that is noted', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await consentTo(vault, caseId, [agreedTo(['legal_aid'], { givenOn: '2026-03-01' })])
    await expect(send(vault, id, '2026-02-27')).rejects.toThrow('consent.not_yet')
    await send(vault, id, '2026-03-01')
  })

  it('takes it again when it is asked again', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await consentTo(vault, caseId)
    await send(vault, id)
    await vault.call('referrals.move', { id, move: { to: 'expired', on: '2026-03-02', reason: null } })
    await consentTo(vault, caseId, [agreedTo(['legal_aid', 'food_aid'], { withdrawnOn: '2026-03-02' })])
    await expect(send(vault, id)).rejects.toThrow('consent.withdrawn')
    // To let it go takes none.
    await vault.call('referrals.move', {
      id,
      move: { to: 'withdrawn', on: '2026-03-02', reason: 'consent_withdrawn' },
    })
  })

  it.each([
    ['service', { service: 'food_aid' }],
    ['organisation', { organisation: 'Ailleurs fictif' }],
    ['entry of the directory', { entryId: crypto.randomUUID() }],
    ['member', { member: 'a'.repeat(64) }],
  ])('can’t slip to another %s once it was sent and she has taken her consent back', async (_, other) => {
    const { vault, caseId, id } = await vaultWithStep()
    await consentTo(vault, caseId)
    await send(vault, id)
    await consentTo(vault, caseId, [agreedTo(['legal_aid', 'food_aid'], { withdrawnOn: '2026-03-02' })])
    await expect(save(vault, caseId, id, other)).rejects.toThrow(/^consent\./)
    // What does not change whom or what was asked is hers to write.
    await save(vault, caseId, id, { note: 'Rappel promis' })
    expect(await stepOf(vault, caseId)).toMatchObject({ service: 'legal_aid', note: 'Rappel promis' })
  })

  it('may name another organisation as long as she agreed to it', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await consentTo(vault, caseId)
    await send(vault, id)
    await save(vault, caseId, id, { organisation: 'Aide fictive du Nord' })
    expect(await stepOf(vault, caseId)).toMatchObject({ organisation: 'Aide fictive du Nord' })
  })
})

describe('a step', () => {
  it('takes no service or channel that no list offers, and keeps one that it already had', async () => {
    const { vault, caseId, id } = await vaultWithStep()
    await expect(save(vault, caseId, id, { service: 'invented' })).rejects.toMatchObject({
      code: 'cases.unknown_code',
      params: { field: 'service' },
    })
    await expect(save(vault, caseId, id, { channel: 'pigeon' })).rejects.toThrow('cases.unknown_code')
    await expect(save(vault, caseId, crypto.randomUUID(), { service: 'constructor' })).rejects.toThrow(
      'cases.unknown_code',
    )
  })
})
