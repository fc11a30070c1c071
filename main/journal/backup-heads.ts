import { join } from 'node:path'
import { isRelaisError } from '../../shared/errors.ts'
import { fromHex } from '../../shared/packet/bytes.ts'
import { refuseCancelled } from '../../shared/packet/pause.ts'
import { folderOf } from '../backup/back-up-vault.ts'
import { findBackups } from '../backup/list-backups.ts'
import { withBackup } from '../backup/read-backup.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import type { Job } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { FoundHead } from './verify.ts'

/**
 * The heads that this vault's own backups hold, wherever they are kept today. Whoever cuts the journal's tail together
 * with the list of heads has to find every backup too.
 */
export async function headsInBackups(vault: OpenVault, job: Job): Promise<FoundHead[]> {
  const heads: FoundHead[] = []
  for (const folder of new Set([folderOf(vault), vaultFiles(vault.folder).backups])) {
    const backups = await findBackups(folder).catch(() => [])
    for (const { name, head } of backups) {
      refuseCancelled(job)
      if (head?.vaultId !== vault.vaultId) continue
      const found = await headIn(vault, join(folder, name))
      if (found) heads.push({ ...found, heldBy: 'backup', reference: name })
    }
  }
  return heads
}

/** A backup that is damaged, or gone meanwhile, vouches for nothing. */
async function headIn(
  { key }: OpenVault,
  path: string,
): Promise<Omit<FoundHead, 'heldBy' | 'reference'> | null> {
  try {
    const { journal } = await withBackup(path, async (backup) => backup.openSealed(key))
    const hash = journal && fromHex(journal.hash, 32)
    if (!hash) return null
    const { seq, signature } = journal
    return { seq, hash, signature: signature === null ? null : (fromHex(signature, 64) ?? new Uint8Array()) }
  } catch (error) {
    if (!isRelaisError(error)) throw error
    return null
  }
}
