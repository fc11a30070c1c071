import { z } from 'zod'
import { code, codes, id } from '../fields.ts'

/** What stands between a disclosure and the consents of the case, the nearest consent first. */
export const consentGap = z.strictObject({
  gap: z.enum([
    /** Nothing was ever asked for this purpose. */
    'missing',
    'not_yet',
    'ended',
    'withdrawn',
    'other_recipient',
    'other_service',
    'section_not_covered',
    'withheld',
    /** Not given by the one whose it is to give at her age. */
    'given_by',
  ]),
  /** The service that is not covered. */
  service: code.nullable(),
  /** The sections that are not covered, or are to be withheld. */
  sections: codes,
  /** The consent that comes nearest, to be looked at or renewed. */
  consentId: id.nullable(),
})
export type ConsentGap = z.infer<typeof consentGap>
