import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { KitOpener } from '../../shared/vault/opener.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import { guardAttempt } from '../vault/keys/attempts.ts'
import { setPassphrase } from '../vault/keys/change-passphrase.ts'
import { calibratedParameters } from '../vault/keys/kdf.ts'
import { demandPassphrase } from '../vault/keys/passphrase.ts'
import { afterFailures, type OpenVault } from '../vault/open-vault.ts'
import { unlockVault } from '../vault/unlock-vault.ts'

export interface Recovery {
  readonly kit: KitOpener
  /** The new one, as strong as at creation. */
  readonly passphrase: string
  readonly today: PlainDate
}

/**
 * Opens a vault with its kit and sets a new passphrase: the one before is dead, and so is the kit, which somebody may have
 * seen on its way here. With the key file and its copy damaged, the slot of the kit in its own file is enough.
 * @throws what `unlockVault` throws, vault.too_soon, vault.passphrase_too_short, vault.passphrase_too_common,
 *   practice.fixed_passphrase
 */
export async function recoverVault(folder: string, { kit, passphrase, today }: Recovery): Promise<OpenVault> {
  // Before anything is opened; and again once it is known whose name it must not be.
  await demandPassphrase(passphrase, [])
  const vault = await guardAttempt(vaultFiles(folder), async (failed) =>
    afterFailures(await unlockVault(folder, kit, { today }), failed),
  )
  try {
    if (vault.practice) throw new RelaisError('practice.fixed_passphrase')
    await demandPassphrase(passphrase, [vault.me.name, vault.me.organisation])
    await setPassphrase(vault, passphrase, await calibratedParameters(), { keepKit: false })
    return vault
  } catch (error) {
    vault.close()
    throw error
  }
}
