import { z } from 'zod'
import { sectionName } from '../cases/sections.ts'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { id } from '../fields.ts'

/**
 * What is being typed and not yet saved. A draft's body is whatever the form holds (a JSON value): it may not parse as a
 * section yet, and must survive all the same. That of an entry of the directory bears the entry's id for a case's.
 */
const draftForm = z.union([sectionName, z.enum(['step', 'closing', 'directory-entry'])])
export const draftKey = z.strictObject({ caseId: id, form: draftForm, itemId: id.nullable().default(null) })
export type DraftKey = z.input<typeof draftKey>

/**
 * Longest draft, in UTF-16 units of JSON: every field of the largest section full, and as much again for what was pasted
 * beyond a field’s limit, which is kept until the person has shortened it.
 */
const draftLimit = 4_000_000
const draftBody = z.string().max(draftLimit)

export const draftsContract = {
  'drafts.put': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ key: draftKey, body: draftBody }),
    out: nothing,
  },
  'drafts.get': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ key: draftKey }),
    out: z.strictObject({ body: draftBody.nullable() }),
  },
  'drafts.discard': { at: 'vault', needs: 'unlocked', in: z.strictObject({ key: draftKey }), out: nothing },
  /** Cases begun and never saved: they are in no list, and must be found again. */
  'drafts.unsavedCases': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ ids: z.array(id) }),
  },
} as const satisfies ChannelTable
