import { z } from 'zod'
import { plainDate } from '../dates.ts'
import { id, longText, shortText } from '../fields.ts'
import { codesOf } from '../vocab/code-list.ts'
import { consentGivers, consentPurposes } from '../vocab/consent.ts'
import { acts, means, purposes } from '../vocab/palermo.ts'
import { ageBands, genders, majorities, migrationStatuses } from '../vocab/person.ts'
import { regions } from '../vocab/regions.ts'
import { protectiveFactors, riskFactors, riskLevels } from '../vocab/risk.ts'
import { services } from '../vocab/services.ts'
import { controls, recruiterRelations, sectors, trafficScopes } from '../vocab/trafficking.ts'

const code = <C extends string>(list: Readonly<Record<C, unknown>>) =>
  z.enum(codesOf(list)).nullable().default(null)
const codes = <C extends string>(list: Readonly<Record<C, unknown>>) =>
  z
    .array(z.enum(codesOf(list)))
    .max(codesOf(list).length)
    .default([])
const text = longText.default('')

/** What the person agreed to: one purpose, to named services or recipients, from a day to a day. */
export const consent = z.strictObject({
  id,
  purpose: z.enum(codesOf(consentPurposes)),
  services: codes(services),
  recipients: shortText.default(''),
  givenBy: z.enum(codesOf(consentGivers)),
  givenOn: plainDate,
  endsOn: plainDate.nullable().default(null),
  withdrawnOn: plainDate.nullable().default(null),
})
export type Consent = z.infer<typeof consent>

/**
 * The sections of a case, in the order a person meets them: her wishes come first.
 * A section is the unit of disclosure, of consent and of conflict. Every field has an empty default, so that a case
 * may be saved with one word.
 */
export const sections = {
  wishes: z.strictObject({ wishes: text, safeContacts: text }),
  profile: z.strictObject({
    majority: code(majorities),
    ageBand: code(ageBands),
    gender: code(genders),
    region: code(regions),
    migrationStatus: code(migrationStatuses),
  }),
  trafficking: z.strictObject({
    scope: code(trafficScopes),
    acts: codes(acts),
    means: codes(means),
    purposes: codes(purposes),
    controls: codes(controls),
    sectors: codes(sectors),
    recruiterRelation: code(recruiterRelations),
  }),
  summary: z.strictObject({ context: text, situation: text, needs: text }),
  risk: z.strictObject({
    level: code(riskLevels),
    factors: codes(riskFactors),
    protective: codes(protectiveFactors),
    safetyPlan: text,
  }),
  consents: z.strictObject({ items: z.array(consent).max(200).default([]) }),
  question: z.strictObject({ question: text }),
} as const

export type SectionName = keyof typeof sections
export type SectionBody<N extends SectionName = SectionName> = z.infer<(typeof sections)[N]>

export const sectionNames = Object.keys(sections) as readonly SectionName[]
export const sectionName = z.enum(Object.keys(sections) as [SectionName, ...SectionName[]])

/** A section nobody has written in yet. */
export function emptySection<N extends SectionName>(name: N): SectionBody<N> {
  return sections[name].parse({}) as SectionBody<N>
}

/** A section's name with a body of that very section: the pair as it is saved and sent. */
export const namedSection = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('wishes'), body: sections.wishes }),
  z.strictObject({ name: z.literal('profile'), body: sections.profile }),
  z.strictObject({ name: z.literal('trafficking'), body: sections.trafficking }),
  z.strictObject({ name: z.literal('summary'), body: sections.summary }),
  z.strictObject({ name: z.literal('risk'), body: sections.risk }),
  z.strictObject({ name: z.literal('consents'), body: sections.consents }),
  z.strictObject({ name: z.literal('question'), body: sections.question }),
])
export type NamedSection = z.infer<typeof namedSection>
