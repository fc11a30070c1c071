import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import type { Opener } from '../../shared/vault/opener.ts'
import { decodeKeyFile, type KeyFile } from '../vault/keys/key-file.ts'
import { unwrapWith } from '../vault/keys/key-store.ts'
import { guardBackup } from './guesses.ts'
import type { SealedPart } from './head.ts'
import type { BackupFile } from './read-backup.ts'

/** What opening a backup gives: the database key (32 bytes) is wiped once `work` is done. */
export interface OpenedBackup {
  readonly keyFile: KeyFile
  readonly key: Uint8Array
  readonly sealed: SealedPart
}

/**
 * Opens a backup with what opened the vault when it was made. Wrong tries cost what they cost at the door: whoever has the
 * file can try elsewhere, but the backups beside a vault must not be the way around its waits.
 * @param folder that the backup is in
 * @throws vault.wrong_passphrase, vault.too_soon, recovery.*, backup.newer_version, backup.damaged
 */
export async function withOpened<T>(
  { head, openSealed }: BackupFile,
  folder: string,
  opener: Opener,
  work: (opened: OpenedBackup) => Promise<T> | T,
): Promise<T> {
  const keyFile = keysIn(head.keys, head.vaultId)
  const key = await guardBackup(folder, keyFile, () => unwrapWith(keyFile, opener))
  try {
    return await work({ keyFile, key, sealed: openSealed(key) })
  } finally {
    key.fill(0)
  }
}

function keysIn(content: string, vaultId: string): KeyFile {
  const keyFile = decode(content)
  if (keyFile.vaultId !== vaultId) throw new RelaisError('backup.damaged')
  return keyFile
}

function decode(content: string): KeyFile {
  try {
    return decodeKeyFile(content)
  } catch (error) {
    throw new RelaisError(
      isRelaisError(error, 'vault.newer_version') ? 'backup.newer_version' : 'backup.damaged',
    )
  }
}
