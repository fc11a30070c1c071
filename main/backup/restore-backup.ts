import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { breathe, refuseCancelled } from '../../shared/packet/pause.ts'
import type { Opener } from '../../shared/vault/opener.ts'
import { freeBytes } from '../disk.ts'
import { appendLine } from '../journal/journal.store.ts'
import { isCorrupt, openDatabase } from '../vault/database.ts'
import { type VaultFiles, vaultFiles } from '../vault/folder/files.ts'
import { placeBeside } from '../vault/folder/place-beside.ts'
import type { Job } from '../vault/handler.ts'
import { identityRow } from '../vault/identity.store.ts'
import { writeKeys } from '../vault/keys/key-store.ts'
import { schemaNumber } from './copy.store.ts'
import { type OpenedBackup, withOpened } from './look-into.ts'
import { isBackupName } from './names.ts'
import { pour } from './pour.ts'
import { type BackupFile, readingRefusal, withBackup } from './read-backup.ts'
import { stages } from './stages.ts'
import { isCopyWhole } from './verify-copy.ts'

export interface Restoring {
  /** Where the backup is, and its name there. */
  readonly folder: string
  readonly name: string
  readonly opener: Opener
  /** Empty, or not there yet. */
  readonly into: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly job: Job
}

/**
 * Puts the vault that a backup holds into a folder of its own, with one rename, once its database was found to be the one
 * that was backed up: whatever stops it leaves nothing there.
 * @throws backup.*, vault.wrong_passphrase, vault.too_soon, recovery.*, vault.already_exists, vault.folder_not_empty,
 *   vault.folder_unwritable, vault.disk_full, app.cancelled
 */
export async function restoreBackup(restoring: Restoring): Promise<void> {
  const { folder, name, opener, into } = restoring
  await withBackup(join(folder, name), (backup) =>
    withOpened(backup, folder, opener, (opened) =>
      placeBeside(into, (building) => rebuild(restoring, backup, opened, building)),
    ),
  )
}

async function rebuild(
  { folder, name, now, job }: Restoring,
  backup: BackupFile,
  { key, keyFile, sealed }: OpenedBackup,
  building: string,
): Promise<void> {
  const { head } = backup
  const path = join(folder, name)
  const files = vaultFiles(building)
  if ((await freeBytes(building)) < head.databaseBytes) throw new RelaisError('vault.disk_full')
  const tell = stages(job, 2, head.databaseBytes)
  try {
    const sha256 = await copyOut(backup, path, files, job, (done) => tell(0, done / head.databaseBytes))
    if (sha256 !== sealed.sha256) throw new RelaisError('backup.damaged')
    await breathe(job)
    const expected = { ...sealed, vaultId: head.vaultId }
    if (!(await isCopyWhole(files.database, key, expected, job, (fraction) => tell(1, fraction)))) {
      throw new RelaisError('backup.damaged')
    }
  } catch (error) {
    throw await restoringRefusal(path, error)
  }
  tellJournal(files, key, { name, madeAt: head.madeAt, now })
  await writeKeys(files, keyFile)
  refuseCancelled(job)
}

/** The database as it stands in the backup, on the disk. @param path of the backup @returns its SHA-256 */
async function copyOut(
  { file, head, databaseAt }: BackupFile,
  path: string,
  files: VaultFiles,
  job: Job,
  onBytes: (done: number) => void,
): Promise<string> {
  const out = await open(files.database, 'wx', 0o600)
  try {
    const refusal = (error: unknown) => readingRefusal(error, path)
    const stretch = { file, at: databaseAt, length: head.databaseBytes, refusal }
    const sha256 = await pour(stretch, out, job, onBytes)
    await out.sync()
    return sha256
  } finally {
    await out.close()
  }
}

/** A stick that was pulled out meanwhile is no fault of the folder that is restored into. */
async function restoringRefusal(path: string, error: unknown): Promise<unknown> {
  if (isRelaisError(error, 'app.cancelled')) return error
  const there = await stat(path).then(
    () => true,
    () => false,
  )
  if (!there) return new RelaisError('backup.not_found')
  return isCorrupt(error) ? new RelaisError('backup.damaged') : error
}

/** The schema that brought the journal (migrations/0002). */
const firstWithJournal = 2

/** Who restored what and when, unless there is no journal yet: an update comes first then. */
function tellJournal(
  files: VaultFiles,
  key: Uint8Array,
  { name, madeAt, now }: { name: string; madeAt: number; now: number },
): void {
  const database = openDatabase(files.database, key, 'existing')
  try {
    if (schemaNumber(database) < firstWithJournal) return
    const who = identityRow(database.reader).fingerprint
    appendLine(database.writer, {
      at: now,
      who,
      action: 'backup.restored',
      // A name that a person gave may say anything.
      subject: isBackupName(name) ? name : null,
      details: { madeAt },
    })
  } finally {
    database.close()
  }
}
