import { addDays, startOf } from '../../shared/dates.ts'
import { journalPage } from '../../shared/journal/journal.contract.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import { headsInBackups } from './backup-heads.ts'
import { findLines, latestOf } from './journal.store.ts'
import { heldHeads } from './journal-heads.store.ts'
import { recordIfPossible } from './record.ts'
import { showLine } from './show-line.ts'
import { type FoundHead, firstMissing, walkChain } from './verify.ts'

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
      const heads = [...heldHeads(reader), ...(await headsInBackups(vault, job))]
      const missing = firstMissing(reader, heads, { vaultId, publicKey: me.sign.publicKey })
      const wrong = firstBroken !== null || missing !== null
      const mended = wrong ? (latestOf(reader, ['backup.restored', 'vault.salvaged'])?.seq ?? null) : null
      recordIfPossible(context, {
        action: 'journal.verified',
        subject: null,
        details: {
          lines,
          ...(firstBroken !== null && { broken: firstBroken }),
          ...(missing !== null && { missing }),
        },
      })
      return {
        lines,
        firstBroken,
        missing,
        mended,
        heads: { backups: held(heads, 'backup'), packets: held(heads, 'packet') },
      }
    }),
}

/** Of a backup the vault and the backup itself may both have kept the head. */
const held = (heads: readonly FoundHead[], by: FoundHead['heldBy']): number =>
  new Set(heads.filter(({ heldBy }) => heldBy === by).map(({ reference }) => reference)).size
