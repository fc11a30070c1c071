import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { partsIn } from '../../tests/support/backup.ts'
import { newVault, temporaryFolder, testOpener, testPassphrase } from '../../tests/support/vault.ts'
import { openVaultProcess, type VaultProcess } from '../../tests/support/vault-process.ts'

const jobId = (): string => crypto.randomUUID()

async function unlocked(folder: string, backups: string): Promise<VaultProcess> {
  const process = openVaultProcess()
  await process.call('vault.unlock', { folder, passphrase: testPassphrase })
  await process.call('backup.settings', { folder: backups, automatic: false })
  return process
}

/** Begins a backup, and waits until there is something of it. */
async function begin(process: VaultProcess, folder: string, backups: string): Promise<void> {
  // Its end is the process's: there is no answer.
  void process.call('backup.now', { jobId: jobId() }).catch(() => undefined)
  await vi.waitUntil(() => [...partsIn(folder), ...partsIn(backups)].length > 0, {
    interval: 1,
    timeout: 20_000,
  })
}

describe('a vault process that ends in the middle of a backup', () => {
  it('leaves nothing that looks like one, and the next backup sweeps what it left', async () => {
    const [folder, backups] = [await newVault(), temporaryFolder()]
    for (let time = 0; time < 3; time += 1) {
      const killed = await unlocked(folder, backups)
      await begin(killed, folder, backups)
      await killed.kill()
      expect(readdirSync(backups).filter((name) => !name.endsWith('.part'))).toEqual([])
    }
    const process = await unlocked(folder, backups)
    const { name } = await process.call('backup.now', { jobId: jobId() })
    expect(readdirSync(backups)).toEqual([name])
    expect(partsIn(folder)).toEqual([])
  })

  it('as at the lock, leaves a whole one or none', async () => {
    const [folder, backups] = [await newVault(), temporaryFolder()]
    const process = await unlocked(folder, backups)
    await begin(process, folder, backups)
    await process.end()
    for (const name of readdirSync(backups).filter((each) => each.endsWith('.relais-backup'))) {
      const again = openVaultProcess()
      const into = join(temporaryFolder(), 'coffre')
      await again.call('backup.restore', { jobId: jobId(), folder: backups, name, opener: testOpener, into })
    }
    const next = await unlocked(folder, backups)
    await next.call('backup.now', { jobId: jobId() })
    expect([...partsIn(backups), ...partsIn(folder)]).toEqual([])
  })
})
