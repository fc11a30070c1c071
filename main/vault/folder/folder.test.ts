import { describe, expect, it } from 'vitest'
import { temporaryFolder, testIdentity, testPassphrase } from '../../../tests/support/vault.ts'
import { openVaultProcess } from '../../../tests/support/vault-process.ts'
import { localFolder } from './folder.ts'

describe('the folder of a vault', () => {
  it.each([
    ['linux', 'vault'],
    ['linux', './vault'],
    ['linux', '../vault'],
    ['linux', '~/vault'],
    ['linux', '/home/awa/\0vault'],
    ['darwin', 'Documents/vault'],
    ['win32', 'vault'],
    ['win32', 'C:vault'],
    ['win32', '\\\\server\\share\\vault'],
    ['win32', '//server/share/vault'],
    ['win32', '\\\\?\\UNC\\server\\share'],
    ['win32', '\\\\.\\pipe\\vault'],
    ['win32', '\\vault'],
  ] as const)('on %s is not looked for at %j, which is elsewhere or on a server', (platform, typed) => {
    expect(() => localFolder(typed, platform)).toThrow('vault.folder_unsuitable')
  })

  it.each([
    ['linux', '/home/awa/../awa/vault/', '/home/awa/vault'],
    ['win32', 'C:/Users/awa/vault', 'C:\\Users\\awa\\vault'],
    ['win32', 'd:\\vault', 'd:\\vault'],
  ] as const)('on %s is taken whole: %j', (platform, typed, folder) => {
    expect(localFolder(typed, platform)).toBe(folder)
  })

  it('is held to that by each call that names one, whatever the page asks', async () => {
    const vault = openVaultProcess()
    const passphrase = testPassphrase
    for (const folder of ['vault', `${temporaryFolder()}/\0`]) {
      const refusals = [
        vault.call('vault.inspect', { folder }),
        vault.call('vault.unlock', { folder, passphrase }),
        vault.call('vault.create', { folder, passphrase, identity: testIdentity }),
      ]
      for (const refusal of refusals) await expect(refusal).rejects.toThrow('vault.folder_unsuitable')
    }
    await vault.end()
  })

  // What each system says of its own folders differs.
  it.runIf(process.platform === 'linux').each(['/proc/relais', `/${'v'.repeat(4095)}`])(
    'that the system refuses is said to be so, and not called a surprise: %s',
    async (folder) => {
      const vault = openVaultProcess()
      await expect(
        vault.call('vault.create', { folder, passphrase: testPassphrase, identity: testIdentity }),
      ).rejects.toThrow('vault.folder_unwritable')
      await vault.end()
    },
  )
})
