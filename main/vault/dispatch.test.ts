import Database from 'better-sqlite3-multiple-ciphers'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { newVault, openVaultSide, testPassphrase } from '../../tests/support/vault.ts'

describe('what goes on while a vault is open', () => {
  it('is started once for each time that it is entered, and ends with it', async () => {
    // Only these: everything else has to go on as it does.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const vault = await openVaultSide()
    const going = vi.getTimerCount()
    expect(going).toBeGreaterThan(0)
    vault.close()
    expect(vi.getTimerCount()).toBe(0)
    await vault.call('vault.unlock', { folder: vault.folder, passphrase: testPassphrase })
    expect(vi.getTimerCount()).toBe(going)
    vault.close()
    vault.close()
    expect(vi.getTimerCount()).toBe(0)
  })
})

const actual = Database.prototype.pragma

describe('a vault that is opened while another is open', () => {
  it('can be opened again when the first could not be put away', async () => {
    const first = await openVaultSide()
    const second = { folder: await newVault(), passphrase: testPassphrase }
    const pragma = vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (
      this: Database.Database,
      source,
      options,
    ) {
      const isPuttingAway = this.name.startsWith(first.folder) && source === 'wal_checkpoint(TRUNCATE)'
      if (!isPuttingAway) return actual.call(this, source, options)
      pragma.mockRestore()
      throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
    })
    await expect(first.call('vault.unlock', second)).rejects.toThrow()
    await first.call('vault.unlock', second)
    expect(await first.call('drafts.unsavedCases', {})).toEqual({ ids: [] })
  })
})

describe('today', () => {
  it('is the day by the clock, and never before the last one on which something was recorded', async () => {
    const vault = await openVaultSide()
    const created = async () => {
      const id = crypto.randomUUID()
      await vault.call('cases.saveSection', { id, section: { name: 'wishes', body: {} }, seen: [] })
      return (await vault.call('cases.get', { id })).createdOn
    }
    expect(await created()).toBe('2026-03-02')
    // Open over midnight: the new day is noted with the next line.
    vault.setToday('2026-03-03')
    expect(await created()).toBe('2026-03-03')
    vault.setToday('2026-03-02')
    expect(await created()).toBe('2026-03-03')
  })
})
