import { addDays, startOf } from '../../shared/dates.ts'
import { journalPage } from '../../shared/journal/journal.contract.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import { findLines } from './journal.store.ts'
import { heldHeads } from './journal-heads.store.ts'
import { recordIfPossible } from './record.ts'
import { showLine } from './show-line.ts'
import { firstMissing, walkChain } from './verify.ts'

export const journalHandlers: VaultHandlers<'journal'> = {
  'journal.list': ({ filter, before }, { vault: { reader, me } }) => {
    const { topics = [], caseId = null, from, to } = filter
    const query = {
      topics,
      caseId,
      from: from === undefined ? null : startOf(from),
      to: to === undefined ? null : startOf(addDays(to, 1)),
      before,
    }
    const found = findLines(reader, query, journalPage + 1)
    return {
      lines: found.slice(0, journalPage).map((line) => showLine(reader, me, line)),
      more: found.length > journalPage,
    }
  },

  'journal.verify': ({ jobId }, context) =>
    context.runJob(jobId, async (job) => {
      const { vault } = context
      const { reader, me, vaultId } = vault
      const { lines, firstBroken } = await walkChain(reader, job)
      const heads = heldHeads(reader)
      const missing = firstMissing(reader, heads, { vaultId, publicKey: me.sign.publicKey })
      recordIfPossible(context, {
        action: 'journal.verified',
        subject: null,
        details: {
          lines,
          ...(firstBroken !== null && { broken: firstBroken }),
          ...(missing !== null && { missing }),
        },
      })
      const held = (by: 'backup' | 'packet') => heads.filter(({ heldBy }) => heldBy === by).length
      return { lines, firstBroken, missing, heads: { backups: held('backup'), packets: held('packet') } }
    }),
}
