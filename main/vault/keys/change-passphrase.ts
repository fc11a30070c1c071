import { RelaisError } from '../../../shared/errors.ts'
import { equalBytes } from '../../../shared/packet/bytes.ts'
import { vaultFiles } from '../folder/files.ts'
import type { OpenVault } from '../open-vault.ts'
import { guardAttempt } from './attempts.ts'
import type { KdfParameters } from './kdf.ts'
import { changeKeys } from './key-change.ts'
import { kitSlotOf, unwrapKey } from './key-file.ts'
import { wrapKey } from './key-slot.ts'
import { readKeys } from './key-store.ts'

/**
 * Wraps the key of an open vault anew, under `next` alone: every passphrase before it is dead, a kit stays. The current one is
 * proven first, so that an open vault left alone is not taken over; guesses at it cost what they cost at the door.
 * @throws vault.wrong_passphrase, vault.too_soon, vault.keys_erased, vault.mismatch
 */
export async function changePassphrase(
  vault: OpenVault,
  { current, next }: { readonly current: string; readonly next: string },
  kdf: KdfParameters,
): Promise<void> {
  const files = vaultFiles(vault.folder)
  await guardAttempt(files, async () => {
    const { keyFile } = await readKeys(files)
    const key = await unwrapKey(keyFile, current)
    const same = equalBytes(key, vault.key)
    key.fill(0)
    // Another vault's key file was put in the place of this one's.
    if (!same) throw new RelaisError('vault.mismatch')
  })
  await setPassphrase(vault, next, kdf)
}

/** Without asking for the one before. `keepKit` false: the kit that opened the vault is dead with it. */
export async function setPassphrase(
  { folder, key, vaultId }: OpenVault,
  passphrase: string,
  kdf: KdfParameters,
  { keepKit }: { readonly keepKit: boolean } = { keepKit: true },
): Promise<void> {
  const slot = await wrapKey(key, passphrase, vaultId, kdf)
  await changeKeys(vaultFiles(folder), vaultId, (keyFile) => {
    const kit = keepKit ? kitSlotOf(keyFile) : null
    return { ...keyFile, slots: kit ? [slot, kit] : [slot] }
  })
}
