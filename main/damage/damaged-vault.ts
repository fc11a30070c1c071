import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import type { VaultFiles } from '../vault/folder/files.ts'
import { exists } from '../vault/folder/inspect-folder.ts'
import { refuseIfOpenElsewhere } from '../vault/pages/lock-probe.ts'
import { type LogProof, proveLog } from '../vault/pages/log-proof.ts'
import { openPages, type PageFile } from '../vault/pages/page-file.ts'
import { type PageCipher, pageCipher } from '../vault/pages/page-proof.ts'
import { cipherOfCopy, fitsSomePage, proveKey } from '../vault/pages/prove-key.ts'
import { readVitalPages, type VitalPages } from '../vault/pages/vital-pages.ts'
import { type PagesLeft, pagesLeft } from './pages-left.ts'

export interface DamagedVault {
  readonly left: PagesLeft
  readonly log: LogProof
  /** The log ended in a change that was not whole, now or when it was last tried to open the vault. */
  readonly lastChangeUncertain: boolean
}

/**
 * Opens the files of a damaged vault for reading, for as long as `work` takes. SQLite never sees them.
 * @throws vault.open_elsewhere, vault.mismatch, vault.not_a_vault, damage.beyond_salvage
 */
export async function withDamagedVault<T>(
  files: VaultFiles,
  key: Uint8Array,
  work: (vault: DamagedVault) => Promise<T>,
): Promise<T> {
  const pages = openPages(files.database)
  try {
    refuseIfOpenElsewhere(files.database, key)
    const vital = readVitalPages(files.firstPage)
    const cipher = cipherLeft(pages, key, vital)
    const log = proveLog(files.log, cipher)
    const lastChangeUncertain = log.state === 'torn' || (await exists(files.tornLog))
    return await work({ left: pagesLeft(pages, cipher, log, vital), log, lastChangeUncertain })
  } finally {
    pages.close()
  }
}

/** The salt is at the very beginning of the file, and again in the copy of the first page. */
function cipherLeft(pages: PageFile, key: Uint8Array, vital: VitalPages): PageCipher {
  const ofFile = pageCipher(key, pages.salt)
  if (fitsSomePage(pages, ofFile)) return ofFile
  // Without a single page in the file there is still what the log and the copy hold: the owner's keys, for one.
  const ofCopy = cipherOfCopy(key, vital)
  if (ofCopy) return ofCopy
  try {
    return proveKey(pages, key, vital)
  } catch (error) {
    if (isRelaisError(error, 'vault.database_damaged')) throw new RelaisError('damage.beyond_salvage')
    throw error
  }
}
