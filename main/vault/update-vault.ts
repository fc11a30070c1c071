import { RelaisError } from '../../shared/errors.ts'
import { freeBytes } from '../disk.ts'
import type { VaultDatabase } from './database.ts'
import type { Job } from './handler.ts'
import { type Migration, migrate, readMigrations, schemaVersion } from './migrate.ts'

/** The copy that is made first and the pages that the change itself writes may each be as large as the database. */
const roomNeeded = 2
const bytesPerMegabyte = 1_000_000

/** How much of the wait is for the backup, roughly: it reads and writes everything, an update only what changes. */
const backupShare = 0.8
const hundred = 100
/** Half an update is none: there is nothing to gain by stopping it. */
const uncancelled = new AbortController().signal

/** What becomes of the backup that was made first. */
export interface BackupBefore {
  /** The vault is updated: as many of these backups stay as are of use. */
  readonly keep: () => Promise<void>
  /** The vault is as it was. A backup more at each try would fill the disk, and take the place of earlier updates'. */
  readonly discard: () => Promise<void>
}

export interface Update {
  /** Where the vault lies. */
  readonly folder: string
  /** Makes a backup that was reopened and counted, or throws. */
  readonly backUp: (job: Job) => Promise<BackupBefore>
  readonly onProgress: (done: number, total: number) => void
  readonly migrations?: readonly Migration[]
  /** Bytes that may still be written where a folder is. */
  readonly free?: (folder: string) => Promise<number>
}

/**
 * Brings a vault of an older Relais up to this one, once there is a verified backup of it.
 * @returns the schema version it had, or null when it needed nothing
 * @throws vault.newer_version, vault.no_room_to_update, whatever the backup refuses, vault.database_damaged: the vault is
 *   as it was
 */
export async function updateVault(database: VaultDatabase, update: Update): Promise<number | null> {
  const { migrations = readMigrations(), onProgress } = update
  const current = schemaVersion(database, migrations)
  if (current === migrations.length) return null
  await demandRoom(database, update)
  const tell = (from: number, to: number) => (done: number, of: number) =>
    onProgress(Math.round((from + (to - from) * (of > 0 ? done / of : 1)) * hundred), hundred)
  const backup = await update.backUp({ signal: uncancelled, onProgress: tell(0, backupShare) })
  try {
    migrate(database, migrations, tell(backupShare, 1))
  } catch (error) {
    await backup.discard()
    throw error
  }
  await backup.keep()
  return current
}

async function demandRoom({ raw }: VaultDatabase, { folder, free = freeBytes }: Update): Promise<void> {
  const pages = Number(raw.pragma('page_count', { simple: true }))
  const needed = pages * Number(raw.pragma('page_size', { simple: true })) * roomNeeded
  const missing = needed - (await free(folder))
  if (missing > 0) {
    throw new RelaisError('vault.no_room_to_update', { megabytes: Math.ceil(missing / bytesPerMegabyte) })
  }
}
