import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newVault, openVaultSide, testOpener, testPassphrase } from '../../tests/support/vault.ts'
import { openVaultProcess } from '../../tests/support/vault-process.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { checkVault } from './check.ts'

const signal = new AbortController().signal

/** An open vault whose database file is then hit behind its back, at the page given. */
async function hitWhileOpen(pageOf: (pages: number) => number): Promise<OpenVault> {
  const vault = await unlockVault(await newVault(), testOpener)
  onTestFinished(() => vault.close())
  const path = vaultFiles(vault.folder).database
  const bytes = readFileSync(path)
  const at = (pageOf(bytes.length / 4096) - 1) * 4096 + 100
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
  return vault
}

describe('the full check', () => {
  it('reads every page, tells how far it is, and is journaled', async () => {
    const vault = await openVaultSide()
    const { pages } = await vault.call('damage.check', { jobId: crypto.randomUUID() })
    expect(pages).toBe(readFileSync(vaultFiles(vault.folder).database).length / 4096)
    const { lines } = await vault.call('journal.list', { filter: {}, before: null })
    expect(lines[0]).toMatchObject({ action: 'vault.checked', details: { pages } })
  })

  it.each([
    ['the first', () => 1],
    ['the last', (pages: number) => pages],
    ['one in the middle', (pages: number) => pages >> 1],
  ])('finds a bit that changed in %s page since the vault was opened', async (_which, pageOf) => {
    const vault = await hitWhileOpen(pageOf)
    await expect(checkVault(vault, { signal, onProgress: () => undefined })).rejects.toThrow(
      'vault.database_damaged',
    )
  })

  it('finds it in a page that nothing uses, which SQLite never reads', async () => {
    const vault = await unlockVault(await newVault(), testOpener)
    onTestFinished(() => vault.close())
    const statement = 'INSERT INTO drafts (case_id, form, item_id, body) VALUES (?, ?, ?, ?)'
    vault.writer.run(statement, 'x', 'y', '', 'mot '.repeat(20_000))
    vault.writer.run('DELETE FROM drafts')
    await checkVault(vault, { signal, onProgress: () => undefined })
    const path = vaultFiles(vault.folder).database
    const bytes = readFileSync(path)
    const at = bytes.length - 2000
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(path, bytes)
    expect(vault.database.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    await expect(checkVault(vault, { signal, onProgress: () => undefined })).rejects.toThrow(
      'vault.database_damaged',
    )
  })

  it('stops when it is cancelled', async () => {
    const vault = await unlockVault(await newVault(), testOpener)
    onTestFinished(() => vault.close())
    const cancelling = new AbortController()
    const job = { signal: cancelling.signal, onProgress: () => cancelling.abort() }
    await expect(checkVault(vault, job)).rejects.toThrow('app.cancelled')
  })

  it('reads the file without giving up the lock that keeps a second process out', async () => {
    const folder = await newVault()
    const [first, second] = [openVaultProcess(), openVaultProcess()]
    await first.call('vault.unlock', { folder, passphrase: testPassphrase })
    await first.call('damage.check', { jobId: crypto.randomUUID() })
    const elsewhere = () => second.call('vault.unlock', { folder, passphrase: testPassphrase })
    await expect(elsewhere()).rejects.toThrow('vault.open_elsewhere')
    // Nor does asking again in the first one give it up.
    const salvage = { jobId: crypto.randomUUID(), folder, opener: testOpener, into: `${folder}-b` }
    await expect(first.call('damage.salvage', salvage)).rejects.toThrow('vault.open_elsewhere')
    await expect(elsewhere()).rejects.toThrow('vault.open_elsewhere')
    await expect(second.call('damage.salvage', salvage)).rejects.toThrow('vault.open_elsewhere')
  })
})
