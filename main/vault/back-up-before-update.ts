import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeBackup } from '../backup/make-backup.ts'
import { keepNewest } from '../backup/rotation.ts'
import type { VaultDatabase } from './database.ts'
import type { VaultFiles } from './folder/files.ts'
import type { Job } from './handler.ts'
import { identityRow } from './identity.store.ts'
import { encodeKeyFile } from './keys/key-file.ts'
import type { FoundKeys } from './keys/key-store.ts'
import type { BackupBefore } from './update-vault.ts'

/** Of the backups made before updates: enough to go back past an update whose harm shows late. */
const kept = 3

interface Source {
  readonly database: VaultDatabase
  readonly key: Uint8Array
  readonly vaultId: string
  readonly found: FoundKeys
}

/** Beside the vault, whatever folder was chosen: that one may be on a stick which is not there today. */
export async function backUpBeforeUpdate(
  { backups }: VaultFiles,
  { database, key, vaultId, found }: Source,
  job: Job,
): Promise<BackupBefore> {
  const now = Date.now()
  const owner = identityRow(database.reader)
  const source = { database, key, vaultId, owner, keyFile: encodeKeyFile(found.keyFile) }
  const { name } = await makeBackup({ folder: backups, kind: 'update', source, now, job })
  return {
    // A folder that can't be tidied must not stand between a person and her cases, nor hide why the update failed.
    keep: () => keepNewest(backups, vaultId, 'update', kept, now).catch(() => undefined),
    discard: () => rm(join(backups, name), { force: true }).catch(() => undefined),
  }
}
