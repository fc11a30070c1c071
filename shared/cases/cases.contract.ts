import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { fingerprint, id } from '../fields.ts'
import { caseStatuses } from '../vocab/cases.ts'
import { codesOf } from '../vocab/code-list.ts'
import { regions } from '../vocab/regions.ts'
import { riskLevels } from '../vocab/risk.ts'
import { namedSection } from './sections.ts'
import { versionVector } from './version.ts'

export const caseStatus = z.enum(codesOf(caseStatuses))
const region = z.enum(codesOf(regions))
const riskLevel = z.enum(codesOf(riskLevels))

const caseSorts = ['updatedOn', 'code', 'risk', 'status', 'region'] as const
/** Rows of one page: three screens at 1280×720, small enough to cross the processes in a few milliseconds. */
export const pageSize = 100

export const caseQuery = z.strictObject({
  /** Words to find, in any order, accents and case aside; the last may be unfinished. Empty: no search. */
  words: z.string().max(200).default(''),
  status: z.array(caseStatus).default([]),
  region: z.array(region).default([]),
  risk: z.array(riskLevel).default([]),
  sort: z.enum(caseSorts).default('updatedOn'),
  direction: z.enum(['up', 'down']).default('down'),
  offset: z.number().int().min(0).default(0),
})
export type CaseQuery = z.input<typeof caseQuery>

export const caseRow = z.strictObject({
  id,
  code: z.string(),
  status: caseStatus,
  region: region.nullable(),
  risk: riskLevel.nullable(),
  updatedOn: plainDate,
  mine: z.boolean(),
  /** Empty when her card is not here. */
  ownerName: z.string(),
  openSteps: z.number().int(),
  hasDraft: z.boolean(),
})
export type CaseRow = z.infer<typeof caseRow>

/** One section as it stands. More than one with the same name: written apart, waiting for someone to settle them. */
export const sectionVersion = namedSection.and(
  z.object({ author: fingerprint, authorName: z.string(), version: versionVector, savedOn: plainDate }),
)
export type SectionVersion = z.infer<typeof sectionVersion>

export const caseView = z.strictObject({
  id,
  code: z.string(),
  status: caseStatus,
  createdOn: plainDate,
  updatedOn: plainDate,
  owner: z.strictObject({ fingerprint, name: z.string(), me: z.boolean() }),
  sections: z.array(sectionVersion),
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
  'cases.setStatus': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ id, status: caseStatus }),
    out: z.strictObject({}),
  },
} as const satisfies ChannelTable
