import { randomBytes, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { PlainDate } from '../../shared/dates.ts'
import type { Identity } from '../../shared/members/members.contract.ts'
import { assertEncrypted, openDatabase, type Writer } from './database.ts'
import { vaultFiles } from './folder/files.ts'
import { placeBeside } from './folder/place-beside.ts'
import { insertVaultId } from './identity.store.ts'
import { createIdentity } from './identity.ts'
import type { KdfParameters } from './keys/kdf.ts'
import { newKeyFile } from './keys/key-file.ts'
import { wrapKey } from './keys/key-slot.ts'
import { writeKeys } from './keys/key-store.ts'
import { migrate } from './migrate.ts'
import { keepVitalPages } from './pages/copy-vital-pages.ts'

/** Whose vault it will be, and what will open it. */
export interface NewOwner {
  readonly passphrase: string
  readonly identity: Identity
  readonly today: PlainDate
  readonly kdf: KdfParameters
  /** For a practice vault: writes its made-up situations, in the same transaction that makes the vault. */
  readonly fillForPractice?: (writer: Writer) => void
}

/**
 * Creates a vault in a folder that is empty or does not exist yet. It is built beside the folder and put in place with
 * one rename: there is a whole vault or none.
 * @throws vault.already_exists, vault.folder_not_empty, vault.folder_unwritable, vault.disk_full
 */
export async function createVault(folder: string, owner: NewOwner): Promise<void> {
  await placeBeside(folder, (building) => buildVault(building, owner))
}

async function buildVault(folder: string, owner: NewOwner): Promise<void> {
  const { passphrase, identity, today, kdf, fillForPractice } = owner
  const files = vaultFiles(folder)
  const vaultId = randomUUID()
  const key = randomBytes(32)
  try {
    // SQLite would leave the file to the umask; its log takes over the permissions it finds here.
    await writeFile(files.database, '', { flag: 'wx', mode: 0o600 })
    const database = openDatabase(files.database, key, 'create')
    try {
      migrate(database)
      database.writer.transaction(() => {
        insertVaultId(database.writer, vaultId, fillForPractice !== undefined)
        createIdentity(database.writer, identity, today)
        fillForPractice?.(database.writer)
      })
      await keepVitalPages(files, database, key)
    } finally {
      database.close()
    }
    assertEncrypted(files.database)
    const slots = [await wrapKey(key, passphrase, vaultId, kdf)]
    await writeKeys(files, newKeyFile(vaultId, slots))
  } finally {
    key.fill(0)
  }
}
