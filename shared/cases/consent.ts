import { z } from 'zod'
import { plainDate } from '../dates.ts'
import { code, codes, fingerprint, id, shortText } from '../fields.ts'

/** What must be kept from someone: the sections, from whom, and why. Neither a member nor a name: from everybody. */
export const withheld = z.strictObject({
  sections: codes.default([]),
  member: fingerprint.nullable().default(null),
  from: shortText.default(''),
  why: code.nullable().default(null),
  note: shortText.default(''),
})
export type Withheld = z.infer<typeof withheld>

/**
 * What the person agreed to: one purpose, to named services or recipients, from a day to a day. Or, where the law lets a
 * referral go without it, on which ground. Whether it covers a referral or a packet: consent-match.ts.
 */
export const consent = z.strictObject({
  id,
  basis: z.enum(['consent', 'legal_ground']).default('consent'),
  purpose: code,
  services: codes.default([]),
  /** Organisations, in words; members and entries of the directory are named by their ids. */
  recipients: shortText.default(''),
  members: z.array(fingerprint).max(60).default([]),
  entries: z.array(id).max(60).default([]),
  /** Sections that may be shared; none named: whatever the purpose needs. */
  sections: codes.default([]),
  withheld: z.array(withheld).max(50).default([]),
  givenBy: code,
  /** How it was explained to her. */
  explained: codes.default([]),
  /** With a legal ground: which, and the facts behind it. */
  ground: code.nullable().default(null),
  note: shortText.default(''),
  givenOn: plainDate,
  endsOn: plainDate.nullable().default(null),
  withdrawnOn: plainDate.nullable().default(null),
})
export type Consent = z.infer<typeof consent>
