import { nextVersion } from '../../../shared/cases/version.ts'
import type { Out } from '../../../shared/contract.ts'
import { RelaisError } from '../../../shared/errors.ts'
import { record } from '../../journal/record.ts'
import type { Job, VaultContext } from '../../vault/handler.ts'
import { demandOpen } from '../../vault/open-vault.ts'
import {
  directoryStamp,
  entryById,
  type PreparedEntry,
  prepareEntry,
  putPrepared,
} from '../directory.store.ts'
import { demandPreview, forgetPreview, inPieces } from './preview.ts'

/**
 * Takes in every line of a preview that has no problem, all or none: what takes long is made ready first, while it can
 * still be stopped, and then written in one transaction.
 * @throws directory.csv_forgotten, directory.import_changed, app.cancelled
 */
export async function importPreview(
  context: VaultContext,
  preview: string,
  job: Job,
): Promise<Out<'directory.importCsv'>> {
  const { vault, today } = context
  const { writer, me } = vault
  const { changes, stamp } = demandPreview(vault, preview)
  const author = me.fingerprint
  const ready: PreparedEntry[] = []
  await inPieces(changes, job, ({ id, details, replaces }) => {
    const version = nextVersion(replaces ? [replaces] : [], author)
    ready.push(prepareEntry({ ...details, id, author, version, updatedOn: today() }))
  })
  demandOpen(vault)
  const changed = changes.filter(({ replaces }) => replaces !== null).length
  const out = { added: changes.length - changed, changed }
  writer.transaction(() => {
    if (directoryStamp(writer) !== stamp) throw new RelaisError('directory.import_changed')
    for (const entry of ready) putPrepared(writer, entry, entryById(writer, entry.id)?.rivals ?? [])
    record(context, { action: 'directory.imported', subject: null, details: out })
  })
  forgetPreview(vault)
  vault.sweepSoon()
  return out
}
