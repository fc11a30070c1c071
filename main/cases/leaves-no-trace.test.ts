import { readFileSync, statSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { decryptedPages, openVaultSide, type TestVault } from '../../tests/support/vault.ts'
import { vaultFiles } from '../vault/folder/files.ts'

/** Unlike anything else in a database, from its first letter on: an index keeps only what sets a word apart. */
const secret = 'zqxjvwkaminata'

const summary = (situation: string) =>
  ({ name: 'summary', body: { context: '', situation, needs: '' } }) as const

/** The whole decrypted database: tables, index, and pages given up. */
async function decrypted(vault: TestVault): Promise<string> {
  vault.close()
  return (await decryptedPages(vault.folder)).toString('latin1')
}

async function expectNowhere(vault: TestVault): Promise<void> {
  const content = await decrypted(vault)
  expect(content).toContain('Ville fictive')
  expect(content).not.toContain(secret.slice(4))
}

afterEach(() => void vi.useRealTimers())

describe('a name that was taken out', () => {
  it('is found where it is kept, so that these tests can find it at all', async () => {
    const vault = await openVaultSide()
    await vault.call('cases.saveSection', { id: crypto.randomUUID(), section: summary(secret), seen: [] })
    const content = await decrypted(vault)
    // In the section's text and in the index's, and in the list of its words.
    expect(content.split(secret.slice(4)).length - 1).toBeGreaterThanOrEqual(3)
  })

  it('of a section is nowhere in the database: not in the text, the index, nor pages given up', async () => {
    const vault = await openVaultSide()
    const id = crypto.randomUUID()
    const { version } = await vault.call('cases.saveSection', {
      id,
      section: summary(`${secret} `.repeat(3000)),
      seen: [],
    })
    await vault.call('cases.saveSection', { id, section: summary('Ville fictive'), seen: [version] })
    await expectNowhere(vault)
  })

  it('of a draft is nowhere in the database', async () => {
    const vault = await openVaultSide()
    const key = { caseId: crypto.randomUUID(), form: 'summary' as const }
    await vault.call('drafts.put', { key, body: secret.repeat(1000) })
    await vault.call('drafts.put', { key, body: 'Ville fictive' })
    const other = { ...key, form: 'wishes' as const }
    await vault.call('drafts.put', { key: other, body: secret })
    await vault.call('drafts.discard', { key: other })
    await expectNowhere(vault)
  })

  it('of a step is nowhere in the database', async () => {
    const vault = await openVaultSide()
    const [caseId, kept, removed] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    await vault.call('cases.saveSection', { id: caseId, section: summary('Ville fictive'), seen: [] })
    const details = { service: 'safe_housing', organisation: secret, note: secret, outcome: secret } as const
    await vault.call('referrals.save', { caseId, id: kept, details })
    await vault.call('referrals.save', { caseId, id: removed, details })
    await vault.call('referrals.save', {
      caseId,
      id: kept,
      details: { service: 'safe_housing', organisation: 'x' },
    })
    await vault.call('referrals.remove', { id: removed })
    await expectNowhere(vault)
  })

  it('leaves the log within five seconds, while the vault stays open', async () => {
    const vault = await openVaultSide()
    vi.useFakeTimers()
    const log = `${vaultFiles(vault.folder).database}-wal`
    const key = { caseId: crypto.randomUUID(), form: 'summary' as const }
    await vault.call('drafts.put', { key, body: secret })
    await vault.call('drafts.put', { key, body: 'Ville fictive' })
    expect(statSync(log).size).toBeGreaterThan(0)
    vi.advanceTimersByTime(5000)
    expect(statSync(log).size).toBe(0)
  })

  it('leaves the log within five seconds of each of several changes', async () => {
    const vault = await openVaultSide()
    vi.useFakeTimers()
    const log = `${vaultFiles(vault.folder).database}-wal`
    const id = crypto.randomUUID()
    let seen: Record<string, number>[] = []
    for (let n = 0; n < 3; n += 1) {
      const { version } = await vault.call('cases.saveSection', { id, section: summary(`${n}`), seen })
      seen = [version]
      vi.advanceTimersByTime(5000)
      expect(readFileSync(log)).toHaveLength(0)
    }
  })
})
