import { z } from 'zod'
import { locale } from '../app/app.contract.ts'
import { sectionName } from '../cases/sections.ts'
import type { ChannelTable } from '../channel.ts'
import { id } from '../fields.ts'
import { paper } from './paper.ts'

/**
 * The sections that a letter may carry: to whom else she agreed, what else she needs and what she thought of it are not
 * the business of the organisation that is asked.
 */
const letterSection = sectionName.exclude(['consents', 'services', 'feedback'])
export type LetterSection = z.infer<typeof letterSection>
export const letterSections: readonly LetterSection[] = letterSection.options

/** Which document, of what, in which language; that of the person who will read it, not that of the screen. */
export const documentChoice = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('case-sheet'),
    caseId: id,
    locale,
    sections: z.array(sectionName).max(20),
    trajectory: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('referral-letter'),
    caseId: id,
    locale,
    stepId: id,
    sections: z.array(letterSection).max(20),
  }),
  z.strictObject({ kind: z.literal('trajectory'), caseId: id, locale }),
])
export type DocumentChoice = z.infer<typeof documentChoice>

export const documentsContract = {
  /** What would be on the paper. A letter that no consent or legal ground covers is refused. */
  'documents.compose': {
    at: 'vault',
    needs: 'unlocked',
    in: documentChoice,
    out: z.strictObject({ paper }),
  },
  /** The document as one page without scripts, for the shell to print; its line is in the journal before it leaves. */
  'documents.page': {
    at: 'vault',
    needs: 'unlocked',
    in: documentChoice,
    out: z.strictObject({ name: z.string(), html: z.string() }),
  },
  /** Writes the document as PDF where the person chooses; null when she changed her mind. */
  'documents.print': {
    at: 'shell',
    needs: 'unlocked',
    in: documentChoice,
    out: z.strictObject({ path: z.string().nullable() }),
  },
} as const satisfies ChannelTable
