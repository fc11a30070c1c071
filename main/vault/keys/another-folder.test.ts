import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openVaultSide, temporaryFolder, testPassphrase } from '../../../tests/support/vault.ts'

const next = 'lanterne oblique quarante rivières'

/** An open vault that was moved elsewhere, and another folder where it was. */
async function movedVault() {
  const vault = await openVaultSide()
  const elsewhere = `${temporaryFolder()}/ailleurs`
  renameSync(vault.folder, elsewhere)
  mkdirSync(vault.folder)
  const unlock = (passphrase: string) => vault.call('vault.unlock', { folder: elsewhere, passphrase })
  return { ...vault, unlock }
}

// Windows lets no folder be moved in which a file is open.
describe.skipIf(process.platform === 'win32')('while another folder is in the place of an open vault', () => {
  it('no new passphrase is told as set that would not open it, and the old one does', async () => {
    const { call, folder, unlock, close } = await movedVault()
    const changing = call('vault.changePassphrase', { current: testPassphrase, next })
    await expect(changing).rejects.toThrow('vault.database_missing')
    expect(readdirSync(folder)).toEqual([])
    close()
    await expect(unlock(next)).rejects.toThrow('vault.wrong_passphrase')
    await expect(unlock(testPassphrase)).resolves.toEqual({})
  })

  it('no protection is told as set that it does not have, and no wrong passphrase is counted there', async () => {
    const { call, folder } = await movedVault()
    for (const current of [testPassphrase, next]) {
      const setting = call('vault.setProtection', { eraseAfter: 5, current })
      await expect(setting).rejects.toThrow('vault.database_missing')
    }
    expect(readdirSync(folder)).toEqual([])
  })

  it('its keys are not put there, and its kit and protection are still shown', async () => {
    const { call, folder } = await movedVault()
    await call('notices.list', {})
    expect(await call('recovery.state', {})).toEqual({ kit: null, dueOn: null })
    expect(await call('vault.protection', {})).toEqual({ eraseAfter: null })
    expect(readdirSync(folder)).toEqual([])
  })
})
