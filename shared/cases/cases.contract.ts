import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { code, codes, fingerprint, id, longText, packetId } from '../fields.ts'
import { consentStanding } from './consent-standing.ts'
import { namedSection } from './sections.ts'
import { versionVector } from './version.ts'

/** Unlike the terms of a section these are states of the program: labels in shared/vocab/cases.ts. */
export const caseStatus = z.enum(['open', 'closed', 'archived', 'transferred'])
export type CaseStatus = z.infer<typeof caseStatus>

const caseSorts = ['updatedOn', 'code', 'risk', 'status', 'region'] as const
/** Rows of one page: three screens at 1280×720, small enough to cross the processes in a few milliseconds. */
export const pageSize = 100

export const caseQuery = z.strictObject({
  /** Words to find, in any order, accents and case aside; the last may be unfinished. Empty: no search. */
  words: z.string().max(200).default(''),
  status: z.array(caseStatus).default([]),
  region: codes.default([]),
  risk: codes.default([]),
  sort: z.enum(caseSorts).default('updatedOn'),
  direction: z.enum(['up', 'down']).default('down'),
  offset: z.number().int().min(0).default(0),
})
export type CaseQuery = z.input<typeof caseQuery>

export const caseRow = z.strictObject({
  id,
  code: z.string(),
  status: caseStatus,
  region: code.nullable(),
  risk: code.nullable(),
  updatedOn: plainDate,
  mine: z.boolean(),
  /** Empty when her card is not here. */
  ownerName: z.string(),
  openSteps: z.number().int(),
  /** On its way to someone else, who has not answered yet. */
  handover: z.boolean(),
  hasDraft: z.boolean(),
  /** What is worth knowing of the consents of an open case; a closed one asks for nothing any more. */
  consent: consentStanding.nullable(),
})
export type CaseRow = z.infer<typeof caseRow>

/** One section as it stands. More than one with the same name: written apart, waiting for someone to settle them. */
export const sectionVersion = namedSection.and(
  z.object({ author: fingerprint, authorName: z.string(), version: versionVector, savedOn: plainDate }),
)
export type SectionVersion = z.infer<typeof sectionVersion>

/** One closing, reopening or archiving: coded reasons, what was gone through, and a note. */
export const caseTurn = z.strictObject({
  to: z.enum(['open', 'closed', 'archived']),
  on: plainDate,
  reasons: codes.default([]),
  checklist: codes.default([]),
  note: longText.default(''),
})
export type CaseTurn = z.infer<typeof caseTurn>

/** A turn as the history has it: the day on which the case was handed over stands among them. */
export const caseTurnTaken = caseTurn.extend({ to: caseStatus })
export type CaseTurnTaken = z.infer<typeof caseTurnTaken>

/** A case that looks like another: the coarse facts that they share. Never a reason to merge them. */
export const similarCase = z.strictObject({
  id,
  code: z.string(),
  status: caseStatus,
  mine: z.boolean(),
  ownerName: z.string(),
  updatedOn: plainDate,
  shared: z.array(z.enum(['majority', 'ageBand', 'gender', 'region', 'period'])),
})
export type SimilarCase = z.infer<typeof similarCase>

export const caseView = z.strictObject({
  id,
  code: z.string(),
  status: caseStatus,
  createdOn: plainDate,
  updatedOn: plainDate,
  owner: z.strictObject({ fingerprint, name: z.string(), me: z.boolean() }),
  sections: z.array(sectionVersion),
  turns: z.array(caseTurnTaken),
  /** Ownership is on its way to someone else: nothing changes here until she has answered. */
  handover: z.strictObject({ to: fingerprint, toName: z.string(), packetId, since: plainDate }).nullable(),
})
export type CaseView = z.infer<typeof caseView>

export const casesContract = {
  'cases.list': {
    at: 'vault',
    needs: 'unlocked',
    in: caseQuery,
    out: z.strictObject({ total: z.number().int(), all: z.number().int(), rows: z.array(caseRow) }),
  },
  'cases.get': { at: 'vault', needs: 'unlocked', in: z.strictObject({ id }), out: caseView },
  /** Saving twice with the same `id` creates once. The draft of the section, if any, goes with the save. */
  'cases.saveSection': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({
      id,
      section: namedSection,
      /** The versions that the person had before her eyes: what she saves replaces exactly these. */
      seen: z.array(versionVector).max(20),
    }),
    out: z.strictObject({ code: z.string(), version: versionVector }),
  },
  /** Closes, reopens or archives. Which turn asks for what: shared/cases/turns.ts. The day is today's. */
  'cases.turn': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ id, turn: caseTurn.omit({ on: true }) }),
    out: nothing,
  },
  /** Cases with the same coarse profile and an overlapping period, those told apart before left out. */
  'cases.similar': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ id }),
    out: z.strictObject({ cases: z.array(similarCase).max(20) }),
  },
  /** A person looked at both: they are not the same situation. The hint goes away for these two. */
  'cases.tellApart': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ id, other: id }).refine((pair) => pair.id !== pair.other),
    out: nothing,
  },
} as const satisfies ChannelTable
