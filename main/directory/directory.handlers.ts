import { staleBefore } from '../../shared/directory/checked.ts'
import { entriesLimit } from '../../shared/directory/payload.ts'
import { RelaisError } from '../../shared/errors.ts'
import { recipientsOf } from '../exchange/compose.ts'
import { keepSealed, sealOutgoing } from '../exchange/seal.ts'
import { changedFields } from '../journal/changed-fields.ts'
import { record } from '../journal/record.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import { csvFileOf } from './csv/csv-file.ts'
import { importPreview } from './csv/import.ts'
import { previewCsv } from './csv/preview.ts'
import { deleteEntry, searchEntries } from './directory.store.ts'
import { detailsOf } from './entry.ts'
import { directoryContent } from './take-in.ts'
import { demandEntry, markEntryChecked, saveEntry, viewOf } from './write-entry.ts'

export const directoryHandlers: VaultHandlers<'directory'> = {
  'directory.search': (query, { vault, today }) => {
    const { records, ...counts } = searchEntries(vault.reader, query, staleBefore(today()))
    return { ...counts, rows: records.map((one) => viewOf(one, today())) }
  },

  'directory.get': ({ id }, { vault, today }) => viewOf(demandEntry(vault.reader, id), today()),

  'directory.save': ({ id, details, seen }, context) => {
    const { vault, today } = context
    vault.writer.transaction(() => {
      const saved = saveEntry(vault, id, details, seen, today())
      if (!saved) return
      const after = detailsOf(demandEntry(vault.reader, id).entry)
      const fields = changedFields(after, saved.before.map(detailsOf)).join(',')
      record(context, { action: 'directory.saved', subject: id, details: { fields } })
    })
    vault.sweepSoon()
    return {}
  },

  'directory.remove': ({ id }, context) => {
    const { vault } = context
    vault.writer.transaction(() => {
      if (!deleteEntry(vault.writer, id)) return
      record(context, { action: 'directory.removed', subject: id, details: {} })
    })
    vault.sweepSoon()
    return {}
  },

  'directory.markChecked': ({ id }, context) => {
    const { vault, today } = context
    vault.writer.transaction(() => {
      if (!markEntryChecked(vault, id, today())) return
      record(context, { action: 'directory.checked', subject: id, details: {} })
    })
    return {}
  },

  'directory.previewCsv': ({ bytes, jobId }, context) =>
    context.runJob(jobId, (job) => previewCsv(context, bytes, job)),

  'directory.importCsv': ({ preview, jobId }, context) =>
    context.runJob(jobId, (job) => importPreview(context, preview, job)),

  'directory.csvFile': (_, context) => csvFileOf(context),

  'directory.seal': ({ recipients, expiresOn, jobId }, context) =>
    context.runJob(jobId, async (job) => {
      const { vault, today } = context
      const content = directoryContent(vault.reader)
      if (content.entries.length === 0) throw new RelaisError('packet.nothing_to_send')
      // Nobody could open it.
      if (content.entries.length > entriesLimit) throw new RelaisError('packet.too_large')
      const members = recipientsOf(vault.reader, recipients, today())
      const outgoing = {
        kind: 'directory',
        content,
        recipients: members,
        createdOn: today(),
        expiresOn,
      } as const
      return keepSealed(context, await sealOutgoing(vault, outgoing, job))
    }),
}
