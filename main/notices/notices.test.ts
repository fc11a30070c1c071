import { describe, expect, it } from 'vitest'
import { openVaultSide, type TestVault, testPassphrase } from '../../tests/support/vault.ts'
import { foundAtEntry } from './found-at-entry.ts'

const codes = async (vault: TestVault) =>
  (await vault.call('notices.list', {})).notices.map(({ code }) => code)

const unlock = (vault: TestVault, passphrase = testPassphrase) =>
  vault.call('vault.unlock', { folder: vault.folder, passphrase })

async function makeKit(vault: TestVault): Promise<void> {
  const kit = await vault.call('recovery.begin', { form: 'code', locale: 'fr' })
  if (kit.form !== 'code') throw new Error('another form of kit')
  await vault.call('recovery.confirm', { kit: { by: 'code', code: kit.code }, current: testPassphrase })
}

describe('a notice', () => {
  it('says that there is no recovery kit, until there is one, and again when it is due', async () => {
    const vault = await openVaultSide()
    expect(await codes(vault)).toEqual(['recovery_missing'])
    await makeKit(vault)
    expect(await codes(vault)).toEqual([])
    vault.setToday('2027-03-02')
    expect(await codes(vault)).toContain('recovery_due')
  })

  it('that was put off while the clock was a century ahead is told again when the clock is right', async () => {
    const vault = await openVaultSide()
    vault.setToday('2126-01-01')
    await vault.call('notices.dismiss', { code: 'recovery_missing' })
    vault.close()
    vault.setToday('2026-03-02')
    await unlock(vault)
    await vault.call('notices.trustClock', {})
    expect(await codes(vault)).toContain('recovery_missing')
  })

  it('that was read is quiet while the vault is open, and a reminder for a month', async () => {
    const vault = await openVaultSide()
    await vault.call('notices.dismiss', { code: 'recovery_missing' })
    expect(await codes(vault)).toEqual([])
    vault.close()
    await unlock(vault)
    expect(await codes(vault)).toEqual([])
    vault.setToday('2026-03-31')
    expect(await codes(vault)).not.toContain('recovery_missing')
    vault.close()
    vault.setToday('2026-04-01')
    await unlock(vault)
    expect(await codes(vault)).toContain('recovery_missing')
  })

  it('counts the wrong passphrases since the last time, and is no reminder: the next ones are told again', async () => {
    const vault = await openVaultSide()
    const wrong = () => expect(unlock(vault, 'une autre phrase assez longue')).rejects.toThrow()
    vault.close()
    await wrong()
    await wrong()
    await unlock(vault)
    const { notices } = await vault.call('notices.list', {})
    expect(notices[0]).toEqual({ code: 'failed_attempts', params: { count: 2 } })
    await vault.call('notices.dismiss', { code: 'failed_attempts' })
    expect(await codes(vault)).not.toContain('failed_attempts')
    vault.close()
    await wrong()
    await unlock(vault)
    expect(await codes(vault)).toContain('failed_attempts')
    vault.close()
    await unlock(vault)
    expect(await codes(vault)).not.toContain('failed_attempts')
  })

  it('asks for a backup a week after the first change that none holds, and not when nothing changed', async () => {
    const vault = await openVaultSide()
    await makeKit(vault)
    await vault.call('backup.now', { jobId: crypto.randomUUID() })
    vault.setToday('2026-03-20')
    expect(await codes(vault)).not.toContain('backup_overdue')
    const section = { name: 'wishes', body: { wishes: 'dormir' } } as const
    await vault.call('cases.saveSection', { id: crypto.randomUUID(), section, seen: [] })
    vault.setToday('2026-03-26')
    expect(await codes(vault)).not.toContain('backup_overdue')
    vault.setToday('2026-03-27')
    expect((await vault.call('notices.list', {})).notices).toEqual([
      { code: 'backup_overdue', params: { days: 7 } },
    ])
    await vault.call('backup.now', { jobId: crypto.randomUUID() })
    expect(await codes(vault)).toEqual([])
  })

  it('says that the clock was set back, and days go on from the last one seen', async () => {
    const vault = await openVaultSide()
    vault.close()
    vault.setToday('2026-05-01')
    await unlock(vault)
    vault.close()
    vault.setToday('2026-03-02')
    await unlock(vault)
    expect(await codes(vault)).toContain('clock_set_back')
    const id = crypto.randomUUID()
    await vault.call('cases.saveSection', { id, section: { name: 'wishes', body: {} }, seen: [] })
    expect((await vault.call('cases.get', { id })).createdOn).toBe('2026-05-01')
  })

  it('counts from the clock again once the person has said that it is right', async () => {
    const vault = await openVaultSide()
    vault.close()
    vault.setToday('2036-05-01')
    await unlock(vault)
    vault.close()
    vault.setToday('2026-03-02')
    await unlock(vault)
    await vault.call('notices.trustClock', {})
    expect(await codes(vault)).not.toContain('clock_set_back')
    const id = crypto.randomUUID()
    await vault.call('cases.saveSection', { id, section: { name: 'wishes', body: {} }, seen: [] })
    expect((await vault.call('cases.get', { id })).createdOn).toBe('2026-03-02')
    vault.close()
    await unlock(vault)
    expect(await codes(vault)).not.toContain('clock_set_back')
  })

  it('tells all that was found at the door', () => {
    const findings = {
      keysFrom: 'copy',
      lastChangeUncertain: true,
      updatedFrom: 1,
      clockSetBack: true,
      failedAttempts: 3,
    } as const
    expect(foundAtEntry({ findings })).toEqual([
      { code: 'last_change_uncertain', params: {} },
      { code: 'key_file_repaired', params: {} },
      { code: 'failed_attempts', params: { count: 3 } },
      { code: 'clock_set_back', params: {} },
      { code: 'vault_updated', params: {} },
    ])
  })
})
