import type { OpenVault } from '../vault/open-vault.ts'
import { type Notice, notice } from './notice.ts'

/** What was found when the vault was opened, and does not change while it is open. */
export function foundAtEntry({ findings }: Pick<OpenVault, 'findings'>): Notice[] {
  const { keysFrom, lastChangeUncertain, clockSetBack, updatedFrom, failedAttempts } = findings
  return [
    ...(lastChangeUncertain ? [notice('last_change_uncertain')] : []),
    ...(keysFrom === 'keys' ? [] : [notice('key_file_repaired')]),
    ...(failedAttempts > 0 ? [notice('failed_attempts', { count: failedAttempts })] : []),
    ...(clockSetBack ? [notice('clock_set_back')] : []),
    ...(updatedFrom === null ? [] : [notice('vault_updated')]),
  ]
}
