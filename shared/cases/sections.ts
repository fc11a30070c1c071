import { z } from 'zod'
import { plainDate, plainMonth } from '../dates.ts'
import { code, codes as codeArray, id, longText, shortText } from '../fields.ts'
import { consent } from './consent.ts'

const term = code.nullable().default(null)
const codes = codeArray.default([])
const text = longText.default('')
const line = shortText.default('')
const month = plainMonth.nullable().default(null)
const day = plainDate.nullable().default(null)

/** Somebody through whom, or a way in which, she can be reached; and whether that is safe. Never a name or a number. */
export const safeContact = z.strictObject({
  id,
  who: term,
  means: codes,
  safety: term,
  when: line,
  note: line,
})
export type SafeContact = z.infer<typeof safeContact>

/** What became of one service she needs: asked for, or why not. */
export const serviceNeed = z.strictObject({ id, service: code, outcome: term, on: day, note: line })
export type ServiceNeed = z.infer<typeof serviceNeed>

/** Her own words and hands: what worries her, what she has, what is ready, what to do, and after leaving. */
const safetyPlan = z.strictObject({
  concern: text,
  resources: text,
  preparedness: text,
  strategies: text,
  after: text,
})

const feedbackAnswer = z.strictObject({ question: code, answer: code })

/**
 * The sections of a case, in the order a person meets them: her wishes come first.
 * A section is the unit of disclosure, of consent and of conflict. Every field has an empty default, so that a case
 * may be saved with one word, and so that what an earlier version wrote is still read. Codes are not held against their
 * lists here: see `code` in fields.ts, and main/cases for what may be newly written.
 */
export const sections = {
  wishes: z.strictObject({
    wishes: text,
    safeContacts: text,
    contacts: z.array(safeContact).max(50).default([]),
  }),
  profile: z.strictObject({
    majority: term,
    ageBand: term,
    gender: term,
    region: term,
    migrationStatus: term,
    languages: codes,
    /** When she was exploited, as far as is known. */
    periodFrom: month,
    periodUntil: month,
  }),
  trafficking: z.strictObject({
    scope: term,
    acts: codes,
    means: codes,
    purposes: codes,
    controls: codes,
    sectors: codes,
    /** Polaris setting: a second, finer level that nobody has to fill. */
    settings: codes,
    recruiterRelation: term,
    majorityAtExploitation: term,
    place: term,
  }),
  indicators: z.strictObject({ signs: codes, notes: text }),
  summary: z.strictObject({ context: text, situation: text, needs: text }),
  risk: z.strictObject({
    level: term,
    reasons: text,
    factors: codes,
    protective: codes,
    safetyPlan: text,
    plan: safetyPlan.prefault({}),
    /** The day on which the level is to be looked at again. */
    reviewOn: day,
  }),
  services: z.strictObject({ items: z.array(serviceNeed).max(100).default([]) }),
  consents: z.strictObject({ items: z.array(consent).max(200).default([]) }),
  question: z.strictObject({ question: text }),
  feedback: z.strictObject({ on: day, answers: z.array(feedbackAnswer).max(50).default([]), words: text }),
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
  z.strictObject({ name: z.literal('indicators'), body: sections.indicators }),
  z.strictObject({ name: z.literal('summary'), body: sections.summary }),
  z.strictObject({ name: z.literal('risk'), body: sections.risk }),
  z.strictObject({ name: z.literal('services'), body: sections.services }),
  z.strictObject({ name: z.literal('consents'), body: sections.consents }),
  z.strictObject({ name: z.literal('question'), body: sections.question }),
  z.strictObject({ name: z.literal('feedback'), body: sections.feedback }),
])
export type NamedSection = z.infer<typeof namedSection>
