import { caseStatuses } from './cases.ts'
import { closingChecklist, closingReasons } from './closing.ts'
import type { CodeList } from './code-list.ts'
import { consentGivers, consentPurposes } from './consent.ts'
import { contactMeans, contactPeople, contactSafety } from './contacts.ts'
import { capacities } from './directory.ts'
import { feedbackAnswers, feedbackQuestions } from './feedback.ts'
import { indicatorGroups, indicators } from './indicators.ts'
import { languages } from './languages.ts'
import { explainedWays, legalGrounds, withholdReasons } from './legal-grounds.ts'
import { coalitionSectors } from './members.ts'
import { acts, means, purposes } from './palermo.ts'
import { ageBands, genders, majorities, migrationStatuses } from './person.ts'
import { exploitationPlaces } from './places.ts'
import {
  noReferralReasons,
  notCompletedReasons,
  refusalReasons,
  serviceOutcomes,
  stepChannels,
  stepReasons,
  stepStates,
  withdrawalReasons,
} from './referral.ts'
import { regions } from './regions.ts'
import { protectiveFactors, riskFactors, riskLevels } from './risk.ts'
import { services } from './services.ts'
import { settings } from './settings.ts'
import { controls, recruiterRelations, sectors, trafficScopes } from './trafficking.ts'

/**
 * Every list there is, by its name. For what has to walk through all of them, the tests and docs/vocabulary.md; a screen
 * imports the one it shows.
 */
export const lists: Readonly<Record<string, CodeList>> = {
  acts,
  means,
  purposes,
  controls,
  sectors,
  recruiterRelations,
  trafficScopes,
  genders,
  ageBands,
  majorities,
  regions,
  migrationStatuses,
  riskLevels,
  riskFactors,
  protectiveFactors,
  services,
  stepStates,
  stepReasons,
  refusalReasons,
  notCompletedReasons,
  withdrawalReasons,
  noReferralReasons,
  consentPurposes,
  consentGivers,
  caseStatuses,
  coalitionSectors,
  settings,
  exploitationPlaces,
  indicatorGroups,
  indicators,
  closingReasons,
  closingChecklist,
  contactPeople,
  contactMeans,
  contactSafety,
  feedbackQuestions,
  feedbackAnswers,
  languages,
  legalGrounds,
  withholdReasons,
  explainedWays,
  capacities,
  stepChannels,
  serviceOutcomes,
}
