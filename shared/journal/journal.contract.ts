import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { id } from '../fields.ts'
import { journalAction, journalTopic } from './actions.ts'

/** One line: who did what when. Never content: a detail is an id, a code, a count or the name of a field. */
export const journalLine = z.strictObject({
  /** From 1, without a gap. */
  seq: z.number().int().min(1),
  /** Milliseconds since 1970, by this computer's clock. */
  at: z.number().int(),
  who: z.strictObject({ fingerprint: z.string(), name: z.string() }),
  action: journalAction,
  /** What it was done to: a case by its code (its id once it is gone), a member by name, a packet by its id. */
  subject: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type JournalLine = z.infer<typeof journalLine>

export const journalFilter = z.strictObject({
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
      /** Signed heads that were held against it. */
      heads: z.strictObject({ backups: z.number().int(), packets: z.number().int() }),
    }),
  },
} as const satisfies ChannelTable
