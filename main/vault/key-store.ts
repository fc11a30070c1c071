import { readFile } from 'node:fs/promises'
import { RelaisError } from '../../shared/errors.ts'
import type { Opener } from '../../shared/vault/opener.ts'
import { errorCode, writeWhole } from '../disk.ts'
import type { VaultFiles } from './files.ts'
import { decodeKeyFile, encodeKeyFile, type KeyFile, unwrapKey } from './key-file.ts'

/** A key file, and which of the places it is kept in it came from. */
export interface FoundKeys {
  readonly keyFile: KeyFile
  readonly from: 'keys' | 'copy' | 'recovery'
}

/**
 * The key file of a vault, from the first place where it is whole.
 * @throws vault.key_file_missing, vault.key_file_damaged, vault.not_a_vault, vault.newer_version, vault.folder_unwritable
 */
export async function readKeys(files: VaultFiles): Promise<FoundKeys> {
  return { keyFile: decodeKeyFile(await readFile(files.keys, 'utf8').catch(unreadable)), from: 'keys' }
}

/**
 * Puts a key file in its places. Once the first is written the new one counts; a power cut before leaves the old.
 */
export async function writeKeys(files: VaultFiles, keyFile: KeyFile): Promise<void> {
  const content = encodeKeyFile(keyFile)
  await writeWhole(files.keys, content)
  await writeWhole(files.keysCopy, content)
}

/**
 * The database key (32 bytes; the caller wipes it).
 * @throws vault.wrong_passphrase, recovery.wrong and the refusals of a code or a share
 */
export async function unwrapWith(keyFile: KeyFile, opener: Opener): Promise<Uint8Array> {
  if (opener.by !== 'passphrase') throw new RelaisError('recovery.no_kit')
  return unwrapKey(keyFile, opener.passphrase)
}

function unreadable(error: unknown): never {
  if (errorCode(error) === 'ENOENT') throw new RelaisError('vault.key_file_missing')
  throw new RelaisError(errorCode(error) === 'EISDIR' ? 'vault.not_a_vault' : 'vault.folder_unwritable')
}
