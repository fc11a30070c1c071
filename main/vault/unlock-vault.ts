import { RelaisError } from '../../shared/errors.ts'
import type { Opener } from '../../shared/vault/opener.ts'
import { openDatabase, sqliteCode, type VaultDatabase } from './database.ts'
import { vaultFiles } from './files.ts'
import { vaultIdOf } from './identity.store.ts'
import { readIdentity } from './identity.ts'
import { exists } from './inspect-folder.ts'
import { readKeys, unwrapWith } from './key-store.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { type OpenVault, openVault } from './open-vault.ts'

/**
 * Opens the vault in `folder`. Never creates, changes or deletes anything when it can't.
 * @throws vault.not_found, vault.key_file_missing, vault.database_missing, vault.key_file_damaged, vault.not_a_vault,
 *   vault.wrong_passphrase, vault.open_elsewhere, vault.database_damaged, vault.newer_version, vault.mismatch,
 *   vault.folder_unwritable
 */
export async function unlockVault(folder: string, opener: Opener): Promise<OpenVault> {
  const files = vaultFiles(folder)
  const [hasKeys, hasDatabase] = await Promise.all([exists(files.keys), exists(files.database)])
  if (!hasKeys && !hasDatabase) throw new RelaisError('vault.not_found')
  if (!hasKeys) throw new RelaisError('vault.key_file_missing')
  if (!hasDatabase) throw new RelaisError('vault.database_missing')
  const { keyFile, from } = await readKeys(files)
  const key = await unwrapWith(keyFile, opener)
  const database = openProven(files.database, key)
  try {
    const version = schemaVersion(database)
    const { vaultId } = keyFile
    if (vaultIdOf(database.reader) !== vaultId) throw new RelaisError('vault.mismatch')
    migrate(database)
    const findings = {
      keysFrom: from,
      lastChangeUncertain: false,
      updatedFrom: schemaVersion(database) === version ? null : version,
    }
    return openVault({ folder, database, key, vaultId, me: readIdentity(database.reader), findings })
  } catch (error) {
    database.close()
    key.fill(0)
    throw sqliteCode(error).startsWith('SQLITE_CORRUPT') ? new RelaisError('vault.database_damaged') : error
  }
}

function openProven(path: string, key: Uint8Array): VaultDatabase {
  try {
    return openDatabase(path, key, 'existing')
  } catch (error) {
    key.fill(0)
    throw error
  }
}
