import { z } from 'zod'
import { daysBetween, type PlainDate, plainDate } from '../dates.ts'
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

export type ConsentState = 'running' | 'notYet' | 'ended' | 'withdrawn'

/**
 * Whether a consent holds on `day`; its last day still counts. A withdrawal counts from the moment it is noted, whatever
 * day it bears: nobody notes one in advance, and the clock of the one who noted it may have been ahead.
 */
export function consentState(
  { givenOn, endsOn, withdrawnOn }: Pick<Consent, 'givenOn' | 'endsOn' | 'withdrawnOn'>,
  day: PlainDate,
): ConsentState {
  if (withdrawnOn !== null) return 'withdrawn'
  if (givenOn > day) return 'notYet'
  return endsOn !== null && endsOn < day ? 'ended' : 'running'
}

/** Days before the last one in which it is time to ask again: about as long as it takes to see her again. */
const endingSoonDays = 30

/** Days that a running consent still has when they are few (0: today is its last); null when they are not, or it is not running. */
export function lastDaysOf(consent: Consent, day: PlainDate): number | null {
  if (consent.endsOn === null || consentState(consent, day) !== 'running') return null
  const left = daysBetween(day, consent.endsOn)
  return left <= endingSoonDays ? left : null
}

/** The purposes that are agreed to service by service. */
export const namesServices = (purpose: string): boolean =>
  purpose === 'service_referral' || purpose === 'coordination'

/** Whether a consent or a ground says for whom it is: an organisation in words, a member, or an entry of the directory. */
export const namesSomebody = ({ recipients, members, entries }: Consent): boolean =>
  members.length > 0 || entries.length > 0 || organisationsIn(recipients).length > 0

/** The organisations written in one line, apart by a comma, a semicolon or a line break. */
export const organisationsIn = (recipients: string): string[] =>
  recipients.split(/[,;\n\r]/).filter((name) => foldName(name) !== '')

/** A name as it is compared: without case, accents, ligatures or punctuation. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    // What is not seen (soft hyphens, zero-width spaces) is not part of a name.
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
