import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { newVault, stateOfFolder, testIdentity, testOpener, testPassphrase } from '../support/vault.ts'
import { openVaultProcess } from '../support/vault-process.ts'
import { lookInside } from './support/after-cuts.ts'
import { ids, saveOf, wholeSaves } from './support/saves.ts'
import { canMount, type SmallDisk, smallDisk } from './support/small-disk.ts'

vi.mock('@node-rs/argon2', async () => (await import('./support/argon2-once.ts')).argon2Once())

/** A closed vault on a disk of its own. */
async function vaultOn(disk: SmallDisk): Promise<string> {
  const folder = join(disk.folder, 'vault')
  cpSync(await newVault(), folder, { recursive: true })
  return folder
}

const key = { caseId: '00000000-0000-4000-8000-000000000000', form: 'wishes' as const }

describe.runIf(canMount)('on a disk that is full', () => {
  it('the test’s own disk is full when it says so, and has room again', () => {
    const disk = smallDisk(256)
    disk.fill()
    expect(() => cpSync(new URL(import.meta.url), join(disk.folder, 'one more'))).toThrow('ENOSPC')
    disk.free()
    cpSync(new URL(import.meta.url), join(disk.folder, 'one more'))
    expect(readdirSync(disk.folder)).toContain('one more')
  })

  it('saves and drafts are refused by name however little room is left; the vault goes on when there is room', async () => {
    const disk = smallDisk(4096)
    const folder = await vaultOn(disk)
    const vault = openVaultProcess()
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    const saved: string[] = []
    const refused: string[] = []
    const attempts = [0, 4, 8, 16, 24, 32, 48, 64, 96, 0]
    for (const [index, leaving] of attempts.entries()) {
      disk.fill(leaving)
      for (const id of ids(3)) {
        const [channel, input] = saveOf(id)
        const outcome = await vault.call(channel, input).catch((error: Error) => error.message)
        if (typeof outcome === 'string') {
          expect(outcome).toBe('vault.disk_full')
          refused.push(id)
        } else saved.push(id)
      }
      if (leaving === 0) {
        await expect(vault.call('drafts.put', { key, body: 'x'.repeat(9000) })).rejects.toThrow(
          'vault.disk_full',
        )
      }
      // What was saved can still be read.
      expect((await vault.call('cases.list', {})).total).toBe(saved.length)
      disk.free()
      const [id = ''] = ids(1)
      await vault.call(...saveOf(id))
      saved.push(id)
      await vault.call('drafts.put', { key, body: `Essai ${index}` })
    }
    expect(refused.length).toBeGreaterThan(3)
    disk.fill()
    await vault.kill()
    disk.free()
    await lookInside(folder, testOpener, ({ reader }) => {
      expect(wholeSaves(reader).sort()).toEqual(saved.sort())
      expect(reader.get('SELECT body FROM drafts')).toEqual({ body: `Essai ${attempts.length - 1}` })
    })
  })

  it('a vault killed in the middle opens or is refused by name, and holds everything once there is room', async () => {
    const disk = smallDisk(4096)
    const folder = await vaultOn(disk)
    const saved = ids(3)
    const first = openVaultProcess()
    await first.call('vault.unlock', { folder, passphrase: testPassphrase })
    for (const id of saved) await first.call(...saveOf(id))
    disk.fill()
    await first.kill()

    const second = openVaultProcess()
    const outcome = await second
      .call('vault.unlock', { folder, passphrase: testPassphrase })
      .then(() => 'opened')
      .catch((error: Error) => error.message)
    expect(['opened', 'vault.disk_full']).toContain(outcome)
    await second.end()
    disk.free()
    await lookInside(folder, testOpener, ({ reader }) =>
      expect(wholeSaves(reader).sort()).toEqual(saved.sort()),
    )
  })

  it('no vault is begun that can’t be finished, and nothing of it stays', async () => {
    const vault = openVaultProcess()
    for (const leaving of [0, 16, 64, 128]) {
      const disk = smallDisk(1024)
      disk.fill(leaving)
      const before = stateOfFolder(disk.folder)
      const folder = join(disk.folder, 'vault')
      await expect(
        vault.call('vault.create', { folder, passphrase: testPassphrase, identity: testIdentity }),
      ).rejects.toThrow('vault.disk_full')
      expect(stateOfFolder(disk.folder)).toEqual(before)
      disk.free()
    }
  })
})
