import { z } from 'zod'
import { backupKind, backupName } from '../../shared/backup/backup.contract.ts'
import type { Reader, Writer } from '../vault/database.ts'
import { putSetting, removeSetting, settingOf } from '../vault/settings.store.ts'

/** Where backups go and whether they are made unasked. */
const settings = z.object({
  /** Null: beside the vault. */
  folder: z.string().nullable(),
  automatic: z.boolean(),
})
export type BackupSettings = z.infer<typeof settings>

const last = z.object({
  name: backupName,
  folder: z.string(),
  kind: backupKind,
  /** Milliseconds since 1970. */
  madeAt: z.number().int(),
  /** The last line of the journal that it holds; 0: none. */
  seq: z.number().int(),
  /** `draftsMark` when it was made. */
  drafts: z.string(),
})
export type LastBackup = z.infer<typeof last>

const problem = z.object({
  /** Why the last automatic backup could not be made where it should be. */
  code: z.string(),
  /** Milliseconds since 1970; of the first failure in a row. */
  since: z.number().int(),
})
export type BackupProblem = z.infer<typeof problem>

export const backupSettings = (db: Reader): BackupSettings =>
  settingOf(db, 'backup.settings', settings) ?? { folder: null, automatic: true }

export const putBackupSettings = (db: Writer, value: BackupSettings): void =>
  putSetting(db, 'backup.settings', value)

export const lastBackup = (db: Reader): LastBackup | null => settingOf(db, 'backup.last', last)

export const putLastBackup = (db: Writer, value: LastBackup): void => putSetting(db, 'backup.last', value)

export const backupProblem = (db: Reader): BackupProblem | null => settingOf(db, 'backup.problem', problem)

export function putBackupProblem(db: Writer, code: string, now: number): void {
  putSetting(db, 'backup.problem', { code, since: backupProblem(db)?.since ?? now })
}

export const forgetBackupProblem = (db: Writer): void => removeSetting(db, 'backup.problem')
