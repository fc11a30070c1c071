import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { diskError } from '../disk.ts'
import { keepHead, signedHead } from '../journal/journal-heads.store.ts'
import { record } from '../journal/record.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import type { Job } from '../vault/handler.ts'
import { keepKeys } from '../vault/keys/key-change.ts'
import { encodeKeyFile } from '../vault/keys/key-file.ts'
import { demandOpen, type OpenVault } from '../vault/open-vault.ts'
import { draftsMark } from './changed.store.ts'
import { type MadeBackup, makeBackup } from './make-backup.ts'
import { backupSettings, forgetBackupProblem, putLastBackup } from './memory.store.ts'

/** Where the backups of a vault go. */
export const folderOf = ({ reader, folder }: OpenVault): string =>
  backupSettings(reader).folder ?? vaultFiles(folder).backups

/** What, where, by whose clock. */
export interface VaultBackup {
  readonly folder: string
  readonly kind: 'manual' | 'automatic'
  readonly now: () => number
  readonly job: Job
}

/**
 * Backs up an open vault, and remembers it there: in the journal, whose head it holds, and as the last one.
 * @throws as `makeBackup`, vault.keys_erased, and what the key file refuses
 */
export async function backUpVault(vault: OpenVault, wanted: VaultBackup): Promise<MadeBackup> {
  const { folder, kind, now, job } = wanted
  const { database, key, vaultId, me, reader } = vault
  const keyFile = await keepKeys(vault)
  // Locked meanwhile: the key has been wiped.
  demandOpen(vault)
  // Erased by wrong passphrases at another window's door: nobody could ever open it.
  if (keyFile.slots.length === 0) throw new RelaisError('vault.keys_erased')
  let drafts = ''
  const signHead = () => {
    // In the turn of the copy: what is typed a moment later is not in it.
    drafts = draftsMark(reader)
    return signedHead(vault)
  }
  const source = { database, key, keyFile: encodeKeyFile(keyFile), vaultId, owner: me, signHead }
  const made = await makeBackup({ folder, kind, source, now: now(), job })
  remember(vault, made, wanted, drafts)
  return made
}

function remember(vault: OpenVault, made: MadeBackup, { kind, now }: VaultBackup, drafts: string): void {
  const { writer, database } = vault
  // Locked meanwhile: there is one more backup than the vault knows of.
  if (!database.raw.open) return
  const { name, folder, madeAt, contents, journal } = made
  try {
    writer.transaction(() => {
      if (journal && 'signature' in journal)
        keepHead(writer, { ...journal, heldBy: 'backup', reference: name })
      record({ vault, now }, { action: 'backup.made', subject: name, details: { kind, ...contents } })
      putLastBackup(writer, { name, folder, kind, madeAt, seq: journal?.seq ?? 0, drafts })
      if (folder === folderOf(vault)) forgetBackupProblem(writer)
    })
  } catch (error) {
    // The backup is there all the same; a vault that can't be written in says so by itself.
    if (!isRelaisError(diskError(error))) throw error
  }
}
