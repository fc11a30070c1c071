import { RelaisError } from '../../shared/errors.ts'
import { createVault } from './create-vault.ts'
import { localFolder } from './folder.ts'
import type { VaultHandlers } from './handler.ts'
import { inspectFolder } from './inspect-folder.ts'
import { calibratedParameters } from './kdf.ts'
import { assessPassphrase, demandPassphrase } from './passphrase.ts'
import { unlockVault } from './unlock-vault.ts'

export const vaultHandlers: VaultHandlers<'vault'> = {
  'vault.inspect': async ({ folder }) => ({
    holds: await inspectFolder(localFolder(folder)),
    kit: null,
    waitSeconds: 0,
  }),

  'vault.assessPassphrase': ({ passphrase, hints }) => assessPassphrase(passphrase, hints),

  'vault.create': async ({ folder: typed, passphrase, identity }, context) => {
    const folder = localFolder(typed)
    await demandPassphrase(passphrase, [identity.name, identity.organisation])
    const kdf = await calibratedParameters()
    await createVault(folder, { passphrase, identity, today: context.today(), kdf })
    context.enter(await unlockVault(folder, { by: 'passphrase', passphrase }))
    return {}
  },

  'vault.unlock': async ({ folder, passphrase }, context) => {
    context.enter(await unlockVault(localFolder(folder), { by: 'passphrase', passphrase }))
    return {}
  },

  'vault.changePassphrase': () => {
    throw new RelaisError('app.unexpected')
  },
  'vault.protection': () => ({ eraseAfter: null }),
  'vault.setProtection': () => {
    throw new RelaisError('app.unexpected')
  },
}
