import { readFile, rm } from 'node:fs/promises'
import type { PlainDate } from '../../shared/dates.ts'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import type { Opener } from '../../shared/vault/opener.ts'
import { diskError, writeWhole } from '../disk.ts'
import { backUpBeforeUpdate } from './back-up-before-update.ts'
import { isCorrupt, openDatabase, type VaultDatabase } from './database.ts'
import { type VaultFiles, vaultFiles } from './folder/files.ts'
import { exists, holdsKeys } from './folder/inspect-folder.ts'
import { refuseSharedFolder } from './folder/shared-folder.ts'
import type { Job } from './handler.ts'
import { isPractice, vaultIdOf } from './identity.store.ts'
import { readIdentity } from './identity.ts'
import { quickCheck } from './integrity.store.ts'
import { type FoundKeys, mendKeys, readKeys, unwrapWith } from './keys/key-store.ts'
import { lastSeenDay, noteDay } from './last-seen.store.ts'
import { schemaVersion } from './migrate.ts'
import { type OpenVault, openVault } from './open-vault.ts'
import { copyVitalPages } from './pages/copy-vital-pages.ts'
import { refuseIfOpenElsewhere } from './pages/lock-probe.ts'
import { type LogProof, proveLog } from './pages/log-proof.ts'
import { openPages, type PageFile } from './pages/page-file.ts'
import { demandPagesWhole } from './pages/pages-whole.ts'
import { proveKey } from './pages/prove-key.ts'
import { savedInPlace } from './pages/saved-in-place.ts'
import { readVitalPages } from './pages/vital-pages.ts'
import { updateVault } from './update-vault.ts'

export interface Unlocking {
  /** The day by this computer's clock; without one, nothing is noticed or noted of days. */
  readonly today?: PlainDate
  /** Only a practice vault is wanted: another is refused before anything in it is brought up to date or noted. */
  readonly practiceOnly?: boolean
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Opens the vault in `folder`. Never creates, changes or deletes anything when it can't.
 * @throws vault.not_found, vault.key_file_missing, vault.database_missing, vault.key_file_damaged, vault.not_a_vault,
 *   vault.wrong_passphrase, vault.open_elsewhere, vault.database_damaged, vault.newer_version, vault.mismatch,
 *   vault.folder_unwritable, vault.folder_synchronised, vault.folder_network, vault.no_room_to_update,
 *   practice.not_practice
 */
export async function unlockVault(
  folder: string,
  opener: Opener,
  unlocking: Unlocking = {},
): Promise<OpenVault> {
  const files = vaultFiles(folder)
  const [hasKeys, hasDatabase] = await Promise.all([holdsKeys(files), exists(files.database)])
  if (!hasKeys && !hasDatabase) throw new RelaisError('vault.not_found')
  await refuseSharedFolder(folder)
  if (!hasKeys) throw new RelaisError('vault.key_file_missing')
  if (!hasDatabase) throw new RelaisError('vault.database_missing')
  const found = await readKeys(files)
  const key = await unwrapWith(found.keyFile, opener)
  try {
    const pages = openPages(files.database)
    try {
      return await openProven({ folder, files, found, key, pages }, unlocking)
    } catch (error) {
      pages.close()
      throw error
    }
  } catch (error) {
    key.fill(0)
    throw isCorrupt(error) ? new RelaisError('vault.database_damaged') : diskError(error)
  }
}

interface Found {
  readonly folder: string
  readonly files: VaultFiles
  readonly found: FoundKeys
  readonly key: Uint8Array
  readonly pages: PageFile
}

/** The schema from which on a vault says whether it is for practice. */
const firstWithPractice = 3

/** SQLite is let at the files only once the key is proven and the log has been looked at. */
async function openProven(parts: Found, unlocking: Unlocking): Promise<OpenVault> {
  const { files, key, pages } = parts
  const cipher = proveKey(pages, key, readVitalPages(files.firstPage))
  const log = proveLog(files.log, cipher)
  if (log.bytes > 0) refuseIfOpenElsewhere(files.database, key)
  if (log.state === 'damaged') throw new RelaisError('vault.database_damaged')
  // With a log, SQLite would write into the database even while it is being refused.
  if (log.bytes > 0) demandPagesWhole(pages, cipher, log)
  await keepTornLog(files, log)
  const database = savedInPlace(openDatabase(files.database, key, 'existing'), pages, files.log)
  try {
    return await checked({ ...parts, database, log }, unlocking, () =>
      copyVitalPages(files.firstPage, database, pages, cipher),
    )
  } catch (error) {
    database.close()
    throw error
  }
}

async function checked(
  { folder, files, found, key, pages, database, log }: Found & { database: VaultDatabase; log: LogProof },
  { today, practiceOnly = false, onProgress = () => undefined }: Unlocking,
  copyVital: () => Promise<void>,
): Promise<OpenVault> {
  const { reader, writer } = database
  const { vaultId } = found.keyFile
  quickCheck(database)
  const version = schemaVersion(database)
  if (vaultIdOf(reader) !== vaultId) throw new RelaisError('vault.mismatch')
  if (practiceOnly && !(version >= firstWithPractice && isPractice(reader))) {
    throw new RelaisError('practice.not_practice')
  }
  const backUp = (watch: Job) => backUpBeforeUpdate(files, { database, key, vaultId, found }, watch)
  const updatedFrom = await updateVault(database, { folder, onProgress, backUp })
  const seen = lastSeenDay(reader)
  const clockSetBack = today !== undefined && seen !== null && today < seen
  const me = readIdentity(reader)
  const practice = isPractice(reader)
  await unlessDiskRefuses(async () => {
    if (today) noteDay(writer, today)
    await copyVital()
  })
  await mendKeys(files, found)
  const lastChangeUncertain = log.state === 'torn'
  // Not before all of it is proven: of a vault that is refused this is the only trace of its last change.
  if (!lastChangeUncertain) await rm(files.tornLog, { force: true })
  const findings = { keysFrom: found.from, lastChangeUncertain, updatedFrom, clockSetBack }
  const keys = { last: found.keyFile }
  return openVault({ folder, database, pages, key, vaultId, practice, keys, me, findings })
}

/**
 * SQLite will write over the end of the log: what is there stays beside it until the vault next opens with a whole one. Not
 * on a full disk: to be told that the last change is uncertain is worth less than all those before it.
 */
async function keepTornLog({ log, tornLog }: VaultFiles, proof: LogProof): Promise<void> {
  if (proof.state !== 'torn') return
  try {
    await writeWhole(tornLog, await readFile(log))
  } catch (error) {
    if (!isRelaisError(diskError(error), 'vault.disk_full')) throw error
  }
}

/** A full disk must not stand between a person and her cases: what is only for her safety is done the next time. */
async function unlessDiskRefuses(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isRelaisError(diskError(error))) throw error
  }
}
