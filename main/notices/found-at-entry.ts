import { latestOf } from '../journal/journal.store.ts'
import { readDetails } from '../journal/show-line.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type Notice, notice } from './notice.ts'

/** What was found when the vault was opened, and does not change while it is open. */
export function foundAtEntry({ findings, reader }: OpenVault): Notice[] {
  const { keysFrom, lastChangeUncertain, clockSetBack, updatedFrom } = findings
  const entry = latestOf(reader, ['vault.unlocked', 'recovery.recovered'])
  const failed = entry ? readDetails(entry.details).failed : 0
  return [
    ...(lastChangeUncertain ? [notice('last_change_uncertain')] : []),
    ...(keysFrom === 'keys' ? [] : [notice('key_file_repaired')]),
    ...(typeof failed === 'number' && failed > 0 ? [notice('failed_attempts', { count: failed })] : []),
    ...(clockSetBack ? [notice('clock_set_back')] : []),
    ...(updatedFrom === null ? [] : [notice('vault_updated')]),
  ]
}
