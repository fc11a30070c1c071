import { makeBackup } from '../backup/make-backup.ts'
import { keepNewest } from '../backup/rotation.ts'
import type { VaultDatabase } from './database.ts'
import type { VaultFiles } from './folder/files.ts'
import type { Job } from './handler.ts'
import { identityRow } from './identity.store.ts'
import { encodeKeyFile } from './keys/key-file.ts'
import type { FoundKeys } from './keys/key-store.ts'

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
): Promise<void> {
  const now = Date.now()
  const owner = identityRow(database.reader)
  const source = { database, key, vaultId, owner, keyFile: encodeKeyFile(found.keyFile) }
  await makeBackup({ folder: backups, kind: 'update', source, now, job })
  await keepNewest(backups, vaultId, 'update', kept, now)
}
