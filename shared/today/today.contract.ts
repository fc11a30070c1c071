import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { code, id } from '../fields.ts'

/** What can ask for someone’s attention, by what it is. */
export const dueKind = z.enum([
  'step_unanswered',
  'step_expired',
  'step_asked_of_me',
  'consent_ending',
  'review_due',
  'handover_waiting',
  'meeting',
  'draft',
  'packet_to_save',
  'entries_stale',
])
export type DueKind = z.infer<typeof dueKind>

/** One thing to do, and where it is done. */
export const todayItem = z.strictObject({
  kind: dueKind,
  /** `late`: its day has passed. `waits`: on me, or on someone else since `on`. `arrives`: within the next weeks. */
  when: z.enum(['late', 'waits', 'arrives']),
  on: plainDate.nullable(),
  caseId: id.nullable(),
  caseCode: z.string().nullable(),
  /** The step, consent, meeting or packet it is about. */
  itemId: z.string().max(64).nullable(),
  /** The service of a step, the purpose of a consent. */
  term: code.nullable(),
  organisation: z.string(),
  count: z.number().int().nullable(),
})
export type TodayItem = z.infer<typeof todayItem>

/** How far ahead one looks, in days. */
export const horizonDays = 30
/** Items of one group that are listed; beyond, only their number is told. */
export const groupLimit = 50

export const todayContract = {
  'today.list': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({
      today: plainDate,
      /** Late first, then what waits, then what arrives; within each the earliest day first. */
      items: z.array(todayItem),
      totals: z.strictObject({ late: z.number().int(), waits: z.number().int(), arrives: z.number().int() }),
      /** For an empty screen that tells what to do. */
      cases: z.number().int(),
    }),
  },
} as const satisfies ChannelTable
