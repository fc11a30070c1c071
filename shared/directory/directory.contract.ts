import { z } from 'zod'
import { versionVector } from '../cases/version.ts'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { sentPacket } from '../exchange/exchange.contract.ts'
import { bytes, code, codes, fingerprint, id, shortText } from '../fields.ts'

/** Longest conditions and note, in UTF-16 units: half a page. */
export const mediumTextLimit = 2000
const mediumText = z.string().max(mediumTextLimit)

/** What a person writes of a service that one can refer to. Organisations only: nobody who is helped is in here. */
export const entryDetails = z.strictObject({
  organisation: shortText.min(1),
  sector: code.nullable().default(null),
  services: codes.default([]),
  /** Administrative regions served. None: wherever one is. */
  regions: codes.default([]),
  languages: codes.default([]),
  conditions: mediumText.default(''),
  capacity: code.nullable().default(null),
  hours: shortText.default(''),
  phone: shortText.default(''),
  email: shortText.default(''),
  website: shortText.default(''),
  /** Whom to ask for: a function, or how to go about it. */
  contact: shortText.default(''),
  note: mediumText.default(''),
  /** When somebody last made sure that all this is true. */
  checkedOn: plainDate.nullable().default(null),
})
export type EntryDetails = z.infer<typeof entryDetails>

/** An entry as it is kept and sent. */
export const directoryEntry = entryDetails.extend({
  id,
  author: fingerprint,
  version: versionVector,
  updatedOn: plainDate,
})
export type DirectoryEntry = z.infer<typeof directoryEntry>

/** An entry as it is shown; `rival` is what a colleague wrote of it at the same time, until a person has settled it. */
export const entryView = directoryEntry.extend({
  rival: directoryEntry.nullable(),
  /** Not made sure of for six months, or never. */
  stale: z.boolean(),
})
export type EntryView = z.infer<typeof entryView>

export const directoryQuery = z.strictObject({
  words: z.string().max(200).default(''),
  services: codes.default([]),
  regions: codes.default([]),
  languages: codes.default([]),
  sectors: codes.default([]),
  /** Only those to be made sure of again. */
  stale: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
})
export type DirectoryQuery = z.input<typeof directoryQuery>

/** Largest file that is read, in bytes: 10,000 lines of half a page. */
export const csvFileLimit = 32 * 1024 * 1024
/** Most lines that one import takes in. */
export const csvLineLimit = 10_000

/** What a line of the file would do, or why it would do nothing. */
export const csvLine = z.strictObject({
  /** Counted as a spreadsheet does, the header being 1. */
  line: z.number().int(),
  organisation: z.string(),
  effect: z.enum(['new', 'update', 'same', 'problem']),
  /** Coded: `unknown_code`, `missing_organisation`, `duplicate`, `formula`, `too_long`, `bad_date`, `future_date`, … */
  problems: z
    .array(z.strictObject({ problem: z.string(), column: z.string(), value: z.string().max(80) }))
    .max(50),
})
export type CsvLine = z.infer<typeof csvLine>

export const csvPreview = z.strictObject({
  /** Names this preview for `directory.importCsv`; forgotten when another file is looked at or the vault is locked. */
  preview: id,
  counts: z.strictObject({
    new: z.number().int(),
    update: z.number().int(),
    same: z.number().int(),
    problem: z.number().int(),
  }),
  /** Columns of the file that mean nothing here. */
  unknownColumns: z.array(z.string().max(80)).max(100),
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252']),
  /** Those with a problem first. */
  lines: z.array(csvLine).max(500),
})
export type CsvPreview = z.infer<typeof csvPreview>

export const directoryContract = {
  'directory.search': {
    at: 'vault',
    needs: 'unlocked',
    in: directoryQuery,
    out: z.strictObject({
      total: z.number().int(),
      all: z.number().int(),
      staleCount: z.number().int(),
      rows: z.array(entryView),
    }),
  },
  'directory.get': { at: 'vault', needs: 'unlocked', in: z.strictObject({ id }), out: entryView },
  /** Saving the same `id` twice adds once. `seen`: the version that was before her eyes, null for a new entry. */
  'directory.save': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ id, details: entryDetails, seen: versionVector.nullable() }),
    out: nothing,
  },
  'directory.remove': { at: 'vault', needs: 'unlocked', in: z.strictObject({ id }), out: nothing },
  /** Somebody made sure today that the entry is true. */
  'directory.markChecked': { at: 'vault', needs: 'unlocked', in: z.strictObject({ id }), out: nothing },
  /** Reads a file line by line; nothing is kept. */
  'directory.previewCsv': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ bytes, jobId: id }),
    out: csvPreview,
  },
  /** Takes in every line of the preview that has no problem, all or none. */
  'directory.importCsv': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ preview: id, jobId: id }),
    out: z.strictObject({ added: z.number().int(), changed: z.number().int() }),
  },
  /** The whole directory as a file for a spreadsheet. */
  'directory.csvFile': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ name: z.string(), bytes }),
  },
  /** Writes that file where the person chooses; null when she changed her mind. */
  'directory.saveCsv': {
    at: 'shell',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ path: z.string().nullable() }),
  },
  /** Seals the whole directory, signed, for these members. */
  'directory.seal': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ recipients: z.array(fingerprint).max(60), expiresOn: plainDate, jobId: id }),
    out: sentPacket,
  },
} as const satisfies ChannelTable
