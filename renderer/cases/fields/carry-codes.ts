import { z } from 'zod'
import { type SectionBody, sections } from '../../../shared/cases/sections.ts'
import { versionVector } from '../../../shared/cases/version.ts'

type Trafficking = SectionBody<'trafficking'>
export type CarriedField = 'acts' | 'means' | 'purposes' | 'controls'

/** The section with this code ticked as well: nothing that was there is taken away, nothing is there twice. */
export function withCode(body: Trafficking, field: CarriedField, code: string): Trafficking {
  return body[field].includes(code) ? body : { ...body, [field]: [...body[field], code] }
}

/** A draft of the section, in the very shape that its form keeps (use-section-draft.ts). */
const typed = z.object({ body: sections.trafficking, seen: z.array(versionVector).max(20) })
export type TypedTrafficking = z.infer<typeof typed>

/**
 * @param kept what `drafts.get` gave; null when nothing waits
 * @throws when what waits is not a draft of this version: it is left as it is
 */
export function typedTrafficking(kept: string | null): TypedTrafficking | null {
  return kept === null ? null : typed.parse(JSON.parse(kept))
}
