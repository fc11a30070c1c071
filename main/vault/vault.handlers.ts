import { localFolder } from './folder.ts'
import type { VaultHandlers } from './handler.ts'
import { calibratedParameters } from './kdf.ts'
import { createVault, inspectFolder, unlockVault } from './open-vault.ts'
import { assessPassphrase, demandPassphrase } from './passphrase.ts'

export const vaultHandlers: VaultHandlers<'vault'> = {
  'vault.inspect': async ({ folder }) => ({ holds: await inspectFolder(localFolder(folder)) }),

  'vault.assessPassphrase': ({ passphrase, hints }) => assessPassphrase(passphrase, hints),

  'vault.create': async ({ folder: typed, passphrase, identity }, context) => {
    const folder = localFolder(typed)
    await demandPassphrase(passphrase, [identity.name, identity.organisation])
    await createVault(folder, passphrase, identity, context.today(), await calibratedParameters())
    context.enter(await unlockVault(folder, passphrase))
    return {}
  },

  'vault.unlock': async ({ folder, passphrase }, context) => {
    context.enter(await unlockVault(localFolder(folder), passphrase))
    return {}
  },
}
