import type { VaultContext } from '../vault/handler.ts'
import type { Notice } from './notice.ts'

/** What is due: of the recovery kit and of backups. */
export async function reminders(_: VaultContext): Promise<Notice[]> {
  return []
}
