import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { id, shortText } from '../fields.ts'

/** When and where the clinical committee meets. */
export const meeting = z.strictObject({
  id,
  on: plainDate,
  /** `HH:MM` on a 24-hour clock, where the meeting is. */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
  place: shortText.default(''),
})
export type Meeting = z.infer<typeof meeting>

export const committeeContract = {
  /** Those to come first, the nearest first; then those past, the latest first. */
  'committee.meetings': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ meetings: z.array(meeting) }),
  },
  'committee.saveMeeting': { at: 'vault', needs: 'unlocked', in: z.strictObject({ meeting }), out: nothing },
  'committee.removeMeeting': { at: 'vault', needs: 'unlocked', in: z.strictObject({ id }), out: nothing },
} as const satisfies ChannelTable
