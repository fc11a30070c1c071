import { record } from '../journal/record.ts'
import { localFolder } from '../vault/folder/folder.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import { checkVault } from './check.ts'
import { salvage } from './salvage.ts'

export const damageHandlers: VaultHandlers<'damage'> = {
  'damage.check': ({ jobId }, context) =>
    context.runJob(jobId, async (job) => {
      const pages = await checkVault(context.vault, job)
      record(context, { action: 'vault.checked', subject: null, details: { pages } })
      return { pages }
    }),

  'damage.salvage': ({ jobId, folder, opener, into }, context) =>
    context.runJob(jobId, (job) =>
      salvage(
        { folder: localFolder(folder), opener, into: localFolder(into) },
        { now: context.now(), today: context.today() },
        job,
      ),
    ),
}
