import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { id } from '../fields.ts'
import { journalAction, journalTopic } from './actions.ts'

/** What it was done to. `name`: a case's code, a member's name; null when it is gone, or never had one. */
const journalSubject = z.strictObject({
  kind: z.enum(['case', 'member', 'packet', 'backup', 'other']),
  id: z.string(),
  name: z.string().nullable(),
})
export type JournalSubject = z.infer<typeof journalSubject>

/** One line: who did what when. Never content: a detail is an id, a code, a count or the name of a field. */
export const journalLine = z.strictObject({
  /** From 1, without a gap. */
  seq: z.number().int().min(1),
  /** Milliseconds since 1970, by this computer's clock. */
  at: z.number().int(),
  who: z.strictObject({ fingerprint: z.string(), name: z.string() }),
  /** Null for what this version has no word for. */
  action: journalAction.nullable(),
  subject: journalSubject.nullable(),
  /** `case` is given by its code and `sender` by her name, where they are here. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type JournalLine = z.infer<typeof journalLine>

/** Lines of one page. */
export const journalPage = 100

const journalFilter = z.strictObject({
  topics: z.array(journalTopic).max(20).optional(),
  caseId: id.optional(),
  from: plainDate.optional(),
  to: plainDate.optional(),
})

export const journalContract = {
  /** Newest first, a page at a time: `before` is the last `seq` already shown. */
  'journal.list': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ filter: journalFilter, before: z.number().int().nullable() }),
    out: z.strictObject({ lines: z.array(journalLine), more: z.boolean() }),
  },
  /** Walks the chain, and holds it against every head that was signed into a backup or a packet. */
  'journal.verify': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ jobId: id }),
    out: z.strictObject({
      lines: z.number().int(),
      /** The first line that does not follow from the one before it, or null. */
      firstBroken: z.number().int().nullable(),
      /** A signed head says that there was a line which is not there, or was another: the journal was cut or replaced. */
      missing: z.number().int().nullable(),
      /**
       * When something is wrong: the last line that says that this vault was restored from a backup, or salvaged. Lines
       * are then rightly missing, if it was the owner who did that.
       */
      mended: z.number().int().nullable(),
      /** Signed heads that were held against it. */
      heads: z.strictObject({ backups: z.number().int(), packets: z.number().int() }),
    }),
  },
} as const satisfies ChannelTable
