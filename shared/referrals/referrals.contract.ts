import { z } from 'zod'
import { versionVector } from '../cases/version.ts'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { code, fingerprint, id, longText, shortText } from '../fields.ts'
import { codesOf } from '../vocab/code-list.ts'
import { stepStates } from '../vocab/referral.ts'

const stepState = z.enum(codesOf(stepStates))

/** One move of a step: coded and dated, never words. */
export const stepMove = z.strictObject({ to: stepState, on: plainDate, reason: code.nullable() })
export type StepMove = z.infer<typeof stepMove>

/** What a person writes of a step. */
export const stepDetails = z.strictObject({
  service: code,
  organisation: shortText.default(''),
  /** The entry of the directory, and the member, that it is asked of; both may be unknown here. */
  entryId: id.nullable().default(null),
  member: fingerprint.nullable().default(null),
  /** How it is asked: `packet`, or `letter` where there is no Relais. */
  channel: code.nullable().default(null),
  note: longText.default(''),
  /** The day by which an answer is expected. */
  dueOn: plainDate.nullable().default(null),
  outcome: longText.default(''),
  /** The consent or legal ground behind it. */
  consentId: id.nullable().default(null),
  /** Days on which the one who was asked was reminded. */
  remindedOn: z.array(plainDate).max(100).default([]),
})
export type StepDetails = z.infer<typeof stepDetails>

/** Sent again every week for nearly four years. A step that has been through more is a new one. */
export const movesLimit = 200

/** A referral step as it is kept and sent. The last move gives its state. */
export const step = stepDetails.extend({
  id,
  position: z.number().int().min(0),
  moves: z.array(stepMove).min(1).max(movesLimit),
  author: fingerprint,
  version: versionVector,
})
export type Step = z.infer<typeof step>

export const referralsContract = {
  'referrals.list': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ caseId: id }),
    out: z.strictObject({ steps: z.array(step) }),
  },
  /**
   * Adds the step at the end of the trajectory, or changes what it says. Saving the same `id` twice adds once. Once
   * somebody has been asked, another service or recipient takes a consent as sending did; reminders are noted with
   * `referrals.remind` alone.
   */
  'referrals.save': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ caseId: id, id, details: stepDetails }),
    out: nothing,
  },
  /** Puts the step at `position` (0 is first) and moves the others along. */
  'referrals.order': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ id, position: z.number().int().min(0) }),
    out: nothing,
  },
  /** Notes that the one who was asked was reminded today; twice on a day counts once. Only while an answer is awaited. */
  'referrals.remind': { at: 'vault', needs: 'unlocked', in: z.strictObject({ id }), out: nothing },
  /**
   * Going to `sent` takes a consent or legal ground that covers the service and the recipient, which the step keeps; and
   * may bring the day by which an answer is expected, in the place of the one that the step had.
   */
  'referrals.move': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ id, move: stepMove, dueOn: plainDate.nullable().optional() }),
    out: nothing,
  },
  /** Only a step that never left its draft may go; the others are part of the trajectory. */
  'referrals.remove': { at: 'vault', needs: 'unlocked', in: z.strictObject({ id }), out: nothing },
} as const satisfies ChannelTable
