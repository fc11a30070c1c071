import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { asNobody, canAttach, canBeNobody, canMount, runCommand, unmount } from '../support/machine.ts'
import { newVault, stateOfFolder, temporaryFolder, testOpener, testPassphrase } from '../support/vault.ts'
import { openVaultProcess, type VaultProcess } from '../support/vault-process.ts'
import { lookInside } from './support/after-cuts.ts'
import { failDisk } from './support/failing-disk.ts'
import { ids, saveOf, wholeSaves } from './support/saves.ts'
import { smallDisk } from './support/small-disk.ts'
import { inProcess, spawnVault } from './support/spawn-vault.ts'

vi.mock('@node-rs/argon2', async () => (await import('./support/argon2-once.ts')).argon2Once())

const save = (vault: VaultProcess, id: string) => vault.call(...saveOf(id))

describe('a vault in use by one Relais', () => {
  it('is refused to another in a process of its own, which changes nothing, and opens once the first is gone', async () => {
    const folder = await newVault()
    const [first, second] = [openVaultProcess(), openVaultProcess()]
    await first.call('vault.unlock', { folder, passphrase: testPassphrase })
    const saved = ids(2)
    for (const id of saved) await save(first, id)
    const before = stateOfFolder(folder)
    await expect(second.call('vault.unlock', { folder, passphrase: testPassphrase })).rejects.toThrow(
      'vault.open_elsewhere',
    )
    expect(stateOfFolder(folder)).toEqual(before)
    await first.kill()
    await second.call('vault.unlock', { folder, passphrase: testPassphrase })
    expect((await second.call('cases.list', {})).total).toBe(saved.length)
  })
})

describe.runIf(canMount)('a folder that can only be read', () => {
  it('is refused by name, and nothing in it is changed', async () => {
    const folder = temporaryFolder()
    cpSync(await newVault(), folder, { recursive: true })
    const before = stateOfFolder(folder)
    const mounted = join(temporaryFolder(), 'mounted')
    mkdirSync(mounted)
    runCommand('mount', '--bind', folder, mounted)
    onTestFinished(() => unmount(mounted))
    runCommand('mount', '-o', 'remount,bind,ro', mounted)
    const vault = openVaultProcess()
    await expect(vault.call('vault.unlock', { folder: mounted, passphrase: testPassphrase })).rejects.toThrow(
      'vault.folder_unwritable',
    )
    expect(stateOfFolder(folder)).toEqual(before)
  })
})

describe('a stick pulled out while the vault is open', () => {
  it.runIf(canAttach)('refuses every save by name, and has all that was saved when it is back', async () => {
    const folder = await newVault()
    const vault = openVaultProcess()
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    const [saved = '', refused = '', again = ''] = ids(3)
    await save(vault, saved)
    const mend = await failDisk(vault.pid, 'EIO')
    await expect(save(vault, refused)).rejects.toThrow('vault.folder_unwritable')
    await expect(save(vault, refused)).rejects.toThrow('vault.folder_unwritable')
    await mend()
    // A disk that failed may not be trusted with more until the vault is opened anew; refused is as good as saved.
    const kept = await save(vault, again).then(
      () => [saved, again],
      () => [saved],
    )
    await vault.kill()
    await lookInside(folder, testOpener, ({ reader }) => {
      const found = wholeSaves(reader)
      expect(found).toEqual(expect.arrayContaining(kept))
      expect([saved, refused, again]).toEqual(expect.arrayContaining(found))
    })
  })

  it.runIf(canMount)('never has a new vault made in the place where it was', async () => {
    const disk = smallDisk(4096)
    const folder = join(disk.folder, 'vault')
    cpSync(await newVault(), folder, { recursive: true })
    const vault = openVaultProcess()
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    disk.pull()
    await vault.end()
    const next = openVaultProcess()
    await expect(next.call('vault.unlock', { folder, passphrase: testPassphrase })).rejects.toThrow(
      'vault.not_found',
    )
    expect(readdirSync(disk.folder)).toEqual([])
  })

  // Windows moves no folder that has an open file in it.
  it.runIf(process.platform !== 'win32')('has its folder moved away and loses nothing', async () => {
    const folder = await newVault()
    const vault = openVaultProcess()
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    const [before = '', after = ''] = ids(2)
    await save(vault, before)
    const moved = `${folder} moved`
    renameSync(folder, moved)
    const kept = await save(vault, after).then(
      () => [before, after],
      () => [before],
    )
    await vault.kill()
    await lookInside(moved, testOpener, ({ reader }) => {
      expect(wholeSaves(reader)).toEqual(expect.arrayContaining(kept))
    })
  })
})

describe.runIf(canBeNobody)('a vault of another user of this computer', () => {
  it('is refused by name, and its files can’t be read', async () => {
    const folder = await newVault()
    chmodSync(join(folder, '..'), 0o755)
    const before = stateOfFolder(folder)
    const vault = spawnVault({ behind: asNobody })
    for (const mode of [0o700, 0o755]) {
      chmodSync(folder, mode)
      await expect(vault.ask('vault.unlock', { folder, passphrase: testPassphrase })).rejects.toThrow(
        'vault.folder_unwritable',
      )
    }
    chmodSync(folder, 0o700)
    expect(stateOfFolder(folder)).toEqual(before)
  })

  it('opens once it is hers: the test’s own process is able to', async () => {
    const folder = await newVault()
    chmodSync(join(folder, '..'), 0o755)
    for (const path of [folder, ...readdirSync(folder).map((name) => join(folder, name))])
      chownSync(path, 65534, 65534)
    const vault = spawnVault({ behind: asNobody })
    expect(await vault.ask('vault.unlock', { folder, passphrase: testPassphrase })).toEqual({})
  })
})

describe('a clock set back', () => {
  const march = new Date('2026-03-02T12:00:00').getTime()
  const january = new Date('2026-01-05T12:00:00').getTime()

  it('opens the vault, says so, keeps what is saved, and is not said once the clock is right', async () => {
    const folder = await newVault()
    const noticesAt = async (now: number): Promise<{ codes: string[]; saved: string }> => {
      const { ask, close } = inProcess(() => now)
      await ask('vault.unlock', { folder, passphrase: testPassphrase })
      const [saved = ''] = ids(1)
      await ask(...saveOf(saved))
      const { notices } = await ask('notices.list', {})
      close()
      return { codes: notices.map(({ code }) => code), saved }
    }
    const visits = [await noticesAt(march), await noticesAt(january), await noticesAt(march)]
    expect(visits.map(({ codes }) => codes.includes('clock_set_back'))).toEqual([false, true, false])
    await lookInside(folder, testOpener, ({ reader }) => {
      expect(wholeSaves(reader).sort()).toEqual(visits.map(({ saved }) => saved).sort())
    })
  })
})
