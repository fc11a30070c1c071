import { RelaisError } from '../../../shared/errors.ts'
import { equalBytes } from '../../../shared/packet/bytes.ts'
import { vaultFiles } from '../folder/files.ts'
import { demandOpen, type OpenVault } from '../open-vault.ts'
import { guardAttempt } from './attempts.ts'
import type { KdfParameters } from './kdf.ts'
import { changeKeys, keepKeys } from './key-change.ts'
import { kitSlotOf, unwrapKey } from './key-file.ts'
import { wrapKey } from './key-slot.ts'
import { readKeys } from './key-store.ts'

/**
 * Proves that whoever is at an open vault knows its passphrase, so that one left alone is not taken over. Guesses cost what
 * they cost at the door.
 * @throws vault.wrong_passphrase, vault.too_soon, vault.keys_erased, vault.mismatch, vault.database_missing when
 *   another folder took the vault's place, vault.locked when closed meanwhile
 */
export async function demandCurrent(vault: OpenVault, current: string): Promise<void> {
  const files = vaultFiles(vault.folder)
  // A guess would be counted there.
  vault.pages.demandInPlace()
  // Before it is counted: where there is no key file, nothing is.
  await keepKeys(vault)
  await guardAttempt(files, async () => {
    const { keyFile } = await readKeys(files)
    const key = await unwrapKey(keyFile, current)
    try {
      demandOpen(vault)
      // Another vault's key file was put in the place of this one's.
      if (!equalBytes(key, vault.key)) throw new RelaisError('vault.mismatch')
    } finally {
      key.fill(0)
    }
  })
  demandOpen(vault)
}

/**
 * Wraps the key of an open vault anew, under `next` alone: every passphrase before it is dead, a kit stays.
 * @throws what `demandCurrent` throws
 */
export async function changePassphrase(
  vault: OpenVault,
  { current, next }: { readonly current: string; readonly next: string },
  kdf: KdfParameters,
): Promise<void> {
  await demandCurrent(vault, current)
  await setPassphrase(vault, next, kdf)
}

/**
 * Without asking for the one before. `keepKit` false: the kit that opened the vault is dead with it.
 * @throws vault.locked when the vault was closed meanwhile, which wipes the key that is to be wrapped
 */
export async function setPassphrase(
  vault: OpenVault,
  passphrase: string,
  kdf: KdfParameters,
  { keepKit }: { readonly keepKit: boolean } = { keepKit: true },
): Promise<void> {
  demandOpen(vault)
  const slot = await wrapKey(vault.key, passphrase, vault.vaultId, kdf)
  demandOpen(vault)
  await changeKeys(vault, (keyFile) => {
    demandOpen(vault)
    const kit = keepKit ? kitSlotOf(keyFile) : null
    return { ...keyFile, slots: kit ? [slot, kit] : [slot] }
  })
}
