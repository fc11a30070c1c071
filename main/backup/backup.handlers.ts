import { join } from 'node:path'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { record } from '../journal/record.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import { localFolder } from '../vault/folder/folder.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import { backUpVault, folderOf } from './back-up-vault.ts'
import { hasChanged } from './changed.store.ts'
import { demandWritable } from './destination.ts'
import { findBackups } from './list-backups.ts'
import { withOpened } from './look-into.ts'
import {
  backupProblem,
  backupSettings,
  forgetBackupProblem,
  lastBackup,
  putBackupSettings,
} from './memory.store.ts'
import { withBackup } from './read-backup.ts'
import { restoreBackup } from './restore-backup.ts'

/**
 * A folder for backups, held to the same as a vault's, and refused in words that are not about a vault.
 * @throws backup.folder_unsuitable
 */
function folderOfBackups(typed: string): string {
  try {
    return localFolder(typed)
  } catch (error) {
    throw isRelaisError(error, 'vault.folder_unsuitable')
      ? new RelaisError('backup.folder_unsuitable')
      : error
  }
}

export const backupHandlers: VaultHandlers<'backup'> = {
  'backup.state': (_, { vault }) => {
    const { reader } = vault
    const { folder: chosen, automatic } = backupSettings(reader)
    const last = lastBackup(reader)
    return {
      folder: folderOf(vault),
      chosen: chosen !== null,
      automatic,
      last: last && { name: last.name, madeAt: last.madeAt, folder: last.folder },
      problem: backupProblem(reader)?.code ?? null,
      changed: hasChanged(reader),
    }
  },

  'backup.settings': async ({ folder: typed, automatic }, context) => {
    const { vault } = context
    const given = typed === null ? null : folderOfBackups(typed)
    const folder = given === vaultFiles(vault.folder).backups ? null : given
    if (folder !== null) await demandWritable(folder, vault.vaultId)
    const { writer } = context.vault
    writer.transaction(() => {
      const before = backupSettings(writer)
      putBackupSettings(writer, { folder, automatic })
      if (before.folder !== folder) forgetBackupProblem(writer)
      record(context, {
        action: 'backup.settings_changed',
        subject: null,
        details: { automatic: automatic ? 'yes' : 'no', folder: folder === null ? 'beside' : 'chosen' },
      })
    })
    return {}
  },

  'backup.now': ({ jobId }, { vault, now, runJob }) =>
    runJob(jobId, async (job) => {
      const made = await backUpVault(vault, { folder: folderOf(vault), kind: 'manual', now, job })
      const { name, folder, bytes, contents } = made
      return { name, folder, bytes, contents }
    }),

  'backup.list': async ({ folder }) => ({
    backups: (await findBackups(folderOfBackups(folder))).map(({ head: _, ...backup }) => backup),
  }),

  'backup.look': ({ folder, name, opener }) =>
    withBackup(join(folderOfBackups(folder), name), (backup) =>
      withOpened(backup, folderOfBackups(folder), opener, ({ sealed: { owner, contents } }) => ({
        madeAt: backup.head.madeAt,
        owner,
        contents,
      })),
    ),

  'backup.restore': ({ jobId, folder, name, opener, into }, { now, runJob }) =>
    runJob(jobId, async (job) => {
      const places = { folder: folderOfBackups(folder), into: localFolder(into) }
      await restoreBackup({ ...places, name, opener, now: now(), job })
      return {}
    }),
}
