import { type CodeList, offeredCodes } from '../vocab/code-list.ts'
import { consentGivers, consentPurposes } from '../vocab/consent.ts'
import { contactMeans, contactPeople, contactSafety } from '../vocab/contacts.ts'
import { feedbackAnswers, feedbackQuestions } from '../vocab/feedback.ts'
import { indicators } from '../vocab/indicators.ts'
import { languages } from '../vocab/languages.ts'
import { explainedWays, legalGrounds, withholdReasons } from '../vocab/legal-grounds.ts'
import { acts, means, purposes } from '../vocab/palermo.ts'
import { ageBands, genders, majorities, migrationStatuses } from '../vocab/person.ts'
import { exploitationPlaces } from '../vocab/places.ts'
import { serviceOutcomes } from '../vocab/referral.ts'
import { regions } from '../vocab/regions.ts'
import { protectiveFactors, riskFactors, riskLevels } from '../vocab/risk.ts'
import { services } from '../vocab/services.ts'
import { settings } from '../vocab/settings.ts'
import { controls, recruiterRelations, sectors, trafficScopes } from '../vocab/trafficking.ts'
import { type NamedSection, type SectionName, sectionNames } from './sections.ts'

/** Not a vocabulary: what may be shared or withheld are the sections themselves. */
const sectionList: Readonly<Record<string, true>> = Object.fromEntries(
  sectionNames.map((name) => [name, true]),
)

type List = CodeList | typeof sectionList

/**
 * Which list each coded field of a section takes its terms from. A field inside repeatable items is named with its path
 * (`items.service`); fields of free text, days and ids have no place here.
 */
export const sectionCodes = {
  wishes: { 'contacts.who': contactPeople, 'contacts.means': contactMeans, 'contacts.safety': contactSafety },
  profile: {
    majority: majorities,
    ageBand: ageBands,
    gender: genders,
    region: regions,
    migrationStatus: migrationStatuses,
    languages,
  },
  trafficking: {
    scope: trafficScopes,
    acts,
    means,
    purposes,
    controls,
    sectors,
    settings,
    recruiterRelation: recruiterRelations,
    majorityAtExploitation: majorities,
    place: exploitationPlaces,
  },
  indicators: { signs: indicators },
  summary: {},
  risk: { level: riskLevels, factors: riskFactors, protective: protectiveFactors },
  services: { 'items.service': services, 'items.outcome': serviceOutcomes },
  consents: {
    'items.purpose': consentPurposes,
    'items.services': services,
    'items.sections': sectionList,
    'items.withheld.sections': sectionList,
    'items.withheld.why': withholdReasons,
    'items.givenBy': consentGivers,
    'items.explained': explainedWays,
    'items.ground': legalGrounds,
  },
  question: {},
  feedback: { 'answers.question': feedbackQuestions, 'answers.answer': feedbackAnswers },
} as const satisfies Readonly<Record<SectionName, Readonly<Record<string, List>>>>

/**
 * The first field that holds a code which its list does not offer, and which was not in that very field before: a term
 * that was retired, or that a newer version knows, stays where it stands and goes nowhere new. Null when there is none.
 * @param kept the bodies of the section as it stands
 */
export function unknownCodeField(
  section: NamedSection,
  kept: readonly NamedSection['body'][],
): string | null {
  for (const [path, list] of Object.entries<List>(sectionCodes[section.name])) {
    const known = new Set<string>(isVocabulary(list) ? offeredCodes(list) : Object.keys(list))
    const before = new Set(kept.flatMap((body) => codesAt(body, path.split('.'))))
    const isKnown = (code: string): boolean => known.has(code) || before.has(code)
    if (!codesAt(section.body, path.split('.')).every(isKnown)) return path
  }
  return null
}

const isVocabulary = (list: List): list is CodeList => list !== sectionList

/** The codes that a field holds: one, several or none, in one item or in many. */
function codesAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => codesAt(item, path))
  const [name, ...rest] = path
  if (name === undefined) return typeof value === 'string' ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return codesAt((value as Readonly<Record<string, unknown>>)[name], rest)
}
