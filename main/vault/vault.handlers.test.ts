import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import {
  newVault,
  openVaultSide,
  stateOfFolder,
  type TestVault,
  temporaryFolder,
  testOpener,
  testPassphrase,
} from '../../tests/support/vault.ts'
import { vaultFiles } from './folder/files.ts'
import { setPassphrase } from './keys/change-passphrase.ts'
import { floorParameters } from './keys/kdf.ts'
import { unlockVault } from './unlock-vault.ts'

vi.mock('@node-rs/argon2', async () =>
  (await import('../../tests/faults/support/argon2-once.ts')).argon2Once(),
)

let running = 1000
vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  uptime: () => running,
}))

const another = 'parapluie rouge trente-six collines calmes'
const mistaken = 'pas la bonne phrase de passe'

const unlock = (vault: TestVault, passphrase: string): Promise<unknown> =>
  vault.call('vault.unlock', { folder: vault.folder, passphrase })
const change = (vault: TestVault, current = testPassphrase, next = another): Promise<unknown> =>
  vault.call('vault.changePassphrase', { current, next })
const slotIn = (path: string): string => /[0-9a-f]{96}/.exec(readFileSync(path, 'utf8'))?.[0] ?? ''

describe('changing the passphrase', () => {
  it('counts at once: the new one opens, the old one does not, and no file holds its slot', async () => {
    const vault = await openVaultSide()
    const { keys } = vaultFiles(vault.folder)
    const dead = slotIn(keys)
    const database = readFileSync(vaultFiles(vault.folder).database)
    await change(vault)
    for (const name of readdirSync(vault.folder)) {
      expect(readFileSync(join(vault.folder, name)).includes(Buffer.from(dead)), name).toBe(false)
    }
    // Rewrapped, never re-encrypted: what changed in the database is one line of the journal, in its log.
    expect(readFileSync(vaultFiles(vault.folder).database).subarray(4096)).toEqual(database.subarray(4096))
    vault.close()
    await expect(unlock(vault, testPassphrase)).rejects.toThrow('vault.wrong_passphrase')
    await unlock(vault, another)
  })

  it('is refused with a wrong current one, which costs what it costs at the door', async () => {
    const vault = await openVaultSide()
    const before = stateOfFolder(vault.folder).filter((line) => line.includes('relais.keys'))
    for (let n = 0; n < 3; n += 1)
      await expect(change(vault, mistaken)).rejects.toThrow('vault.wrong_passphrase')
    await expect(change(vault)).rejects.toThrow('vault.too_soon')
    expect((await vault.call('vault.inspect', { folder: vault.folder })).waitSeconds).toBe(1)
    expect(stateOfFolder(vault.folder).filter((line) => line.includes('relais.keys'))).toEqual(before)
    running += 1
    await change(vault)
  })

  it.each(['court', 'bonjour tout le monde', 'Membre fictive 2026'])(
    'is refused with one that a new vault would not take: %s',
    async (weak) => {
      const vault = await openVaultSide()
      await expect(change(vault, testPassphrase, weak)).rejects.toThrow(
        /vault\.passphrase_too_(short|common)/,
      )
      vault.close()
      await unlock(vault, testPassphrase)
    },
  )

  it('is refused when the key file of another vault with the same passphrase lies in the place of its own', async () => {
    const [vault, other] = [await openVaultSide(), await openVaultSide('Autre membre')]
    for (const place of ['keys', 'keysCopy'] as const) {
      writeFileSync(vaultFiles(vault.folder)[place], readFileSync(vaultFiles(other.folder)[place]))
    }
    await expect(change(vault)).rejects.toThrow('vault.mismatch')
  })

  it('works on a vault of the first version, whose key file becomes one of the second', async () => {
    const vault = await openVaultSide()
    vault.close()
    const folder = join(temporaryFolder(), 'vault')
    cpSync('tests/vectors/vaults/0001', folder, { recursive: true })
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    expect(readFileSync(vaultFiles(folder).keys, 'utf8')).toContain('"version": 1')
    await vault.call('vault.changePassphrase', { current: testPassphrase, next: another })
    expect(readFileSync(vaultFiles(folder).keys, 'utf8')).toContain('"version": 2')
    vault.close()
    await vault.call('vault.unlock', { folder, passphrase: another })
  })

  it('never says a passphrase in a refusal', async () => {
    const vault = await openVaultSide()
    const refusals = [change(vault, mistaken), change(vault, testPassphrase, 'bonjour tout le monde')]
    for (const refusal of await Promise.allSettled(refusals)) {
      if (refusal.status === 'fulfilled') return expect.unreachable()
      const { code, params, message, stack } = refusal.reason
      const told = JSON.stringify({ code, params, message, stack })
      for (const word of ['phrase de', 'bonjour', ...testPassphrase.split(' ')])
        expect(told).not.toContain(word)
    }
  })
})

describe('wrong passphrases at the door', () => {
  it('are told to the owner once she is in: how many, and in the journal', async () => {
    const vault = await openVaultSide()
    vault.close()
    for (let n = 0; n < 2; n += 1)
      await expect(unlock(vault, mistaken)).rejects.toThrow('vault.wrong_passphrase')
    await unlock(vault, testPassphrase)
    const { lines } = await vault.call('journal.list', { filter: {}, before: null })
    expect(lines[0]).toMatchObject({ action: 'vault.unlocked', details: { failedAttempts: 2 } })
  })

  it('make one wait through the closing of Relais, as long as was said', async () => {
    const vault = await openVaultSide()
    vault.close()
    for (let n = 0; n < 4; n += 1) {
      running += 5
      await expect(unlock(vault, mistaken)).rejects.toThrow('vault.wrong_passphrase')
    }
    expect(await vault.call('vault.inspect', { folder: vault.folder })).toMatchObject({ waitSeconds: 2 })
    await expect(unlock(vault, testPassphrase)).rejects.toMatchObject({
      code: 'vault.too_soon',
      params: { seconds: 2 },
    })
    running += 2
    expect(await vault.call('vault.inspect', { folder: vault.folder })).toMatchObject({ waitSeconds: 0 })
    await unlock(vault, testPassphrase)
  })
})

describe('an attack on an open vault', () => {
  it('closing it while the new passphrase is derived wraps no wiped key: the passphrase before still opens it', async () => {
    const folder = await newVault()
    const vault = await unlockVault(folder, testOpener)
    const setting = setPassphrase(vault, another, floorParameters())
    vault.close()
    await expect(setting).rejects.toThrow('vault.locked')
    await expect(setPassphrase(vault, another, floorParameters())).rejects.toThrow('vault.locked')
    const again = await unlockVault(folder, testOpener)
    again.close()
  })

  it('entering another one while its passphrase is changed leaves it with one that opens it', async () => {
    const vault = await openVaultSide()
    const other = await newVault('Autre membre fictif')
    const [changing] = await Promise.allSettled([
      change(vault),
      vault.call('vault.unlock', { folder: other, passphrase: testPassphrase }),
    ])
    vault.close()
    await unlock(vault, changing.status === 'fulfilled' ? another : testPassphrase)
  })

  it('its keys are not set to erase themselves by somebody without its passphrase', async () => {
    const vault = await openVaultSide()
    const setting = vault.call('vault.setProtection', { eraseAfter: 5, current: mistaken })
    await expect(setting).rejects.toThrow('vault.wrong_passphrase')
    expect(await vault.call('vault.protection', {})).toEqual({ eraseAfter: null })
  })

  it('taking its key files away loses nothing: whoever looks at the notices has them back', async () => {
    const vault = await openVaultSide()
    const files = vaultFiles(vault.folder)
    for (const path of [files.keys, files.keysCopy]) rmSync(path)
    await vault.call('notices.list', {})
    vault.close()
    await unlock(vault, testPassphrase)
  })

  it('taking its key files away is no way around the count of wrong passphrases', async () => {
    const vault = await openVaultSide()
    const files = vaultFiles(vault.folder)
    for (let n = 0; n < 3; n += 1) {
      for (const path of [files.keys, files.keysCopy]) rmSync(path)
      await expect(change(vault, mistaken)).rejects.toThrow('vault.wrong_passphrase')
    }
    await expect(change(vault, mistaken)).rejects.toThrow('vault.too_soon')
  })
})

describe('the option to erase the keys', () => {
  it('is off until it is chosen, and can be taken back', async () => {
    const vault = await openVaultSide()
    expect(await vault.call('vault.protection', {})).toEqual({ eraseAfter: null })
    await vault.call('vault.setProtection', { eraseAfter: 10, current: testPassphrase })
    expect(await vault.call('vault.protection', {})).toEqual({ eraseAfter: 10 })
    await vault.call('vault.setProtection', { eraseAfter: null, current: testPassphrase })
    expect(await vault.call('vault.protection', {})).toEqual({ eraseAfter: null })
  })

  it('leaves a vault that nothing opens any more, that says so, and that has no slot in any file', async () => {
    const vault = await openVaultSide()
    const kit = await vault.call('recovery.begin', { form: 'code', locale: 'fr' })
    if (kit.form !== 'code') return expect.unreachable()
    const entered = { by: 'code', code: kit.code } as const
    await vault.call('recovery.confirm', { kit: entered, current: testPassphrase })
    await vault.call('vault.setProtection', { eraseAfter: 5, current: testPassphrase })
    const slots = readFileSync(vaultFiles(vault.folder).keys, 'utf8').match(/[0-9a-f]{96}/g) ?? []
    vault.close()
    for (let n = 1; n <= 5; n += 1) {
      running += 300
      await expect(unlock(vault, mistaken)).rejects.toThrow(
        n < 5 ? 'vault.wrong_passphrase' : 'vault.keys_erased',
      )
    }
    await expect(unlock(vault, testPassphrase)).rejects.toThrow('vault.keys_erased')
    const recovering = vault.call('recovery.recover', {
      folder: vault.folder,
      kit: entered,
      passphrase: another,
    })
    await expect(recovering).rejects.toThrow('vault.keys_erased')
    const inspected = await vault.call('vault.inspect', { folder: vault.folder })
    expect(inspected).toEqual({ holds: 'vault', kit: null, waitSeconds: 0 })
    expect(slots).toHaveLength(2)
    for (const name of readdirSync(vault.folder)) {
      const content = readFileSync(join(vault.folder, name), 'latin1')
      for (const slot of slots) expect(content.includes(slot), name).toBe(false)
    }
  })
})
