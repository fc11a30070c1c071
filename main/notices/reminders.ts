import { changedSince } from '../backup/changed.store.ts'
import { backupProblem } from '../backup/memory.store.ts'
import { kitState } from '../recovery/kit-state.ts'
import type { VaultContext } from '../vault/handler.ts'
import { type Notice, notice } from './notice.ts'

/** Automatic backups come within the hour: a week without one is a folder that is not there, or a habit that is missing. */
const overdueDays = 7
const dayMilliseconds = 24 * 60 * 60 * 1000

/** What is due: of backups, and of the recovery kit. */
export async function reminders({ vault, now, today }: VaultContext): Promise<Notice[]> {
  // There is nothing in it to be lost: neither a backup nor a kit is wanted.
  if (vault.practice) return []
  const { reader } = vault
  const since = changedSince(reader)
  const days = since === null ? 0 : Math.floor((now() - since) / dayMilliseconds)
  // A key file that is another vault's by now, or can't be read, is told where the vault is next opened.
  const recovery = await kitState(vault, today()).catch(() => null)
  return [
    ...(backupProblem(reader) ? [notice('backup_failed')] : []),
    ...(recovery?.kit === null ? [notice('recovery_missing')] : []),
    ...(recovery?.dueOn && recovery.dueOn <= today() ? [notice('recovery_due')] : []),
    ...(days >= overdueDays ? [notice('backup_overdue', { days })] : []),
  ]
}
