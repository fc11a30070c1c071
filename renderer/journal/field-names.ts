import { type SectionBody, type SectionName, sectionNames } from '../../shared/cases/sections.ts'
import type { StepDetails } from '../../shared/referrals/referrals.contract.ts'
import type { MessageId } from '../i18n/catalogue.ts'

type Labels<T> = { readonly [F in keyof T]: MessageId }

/** The words that the forms have for their fields, which the journal knows by name only. */
const ofSections: { readonly [N in SectionName]: Labels<SectionBody<N>> } = {
  wishes: {
    wishes: 'cases.wishes.wishes',
    safeContacts: 'cases.wishes.safeContacts',
    contacts: 'cases.wishes.contacts',
  },
  profile: {
    majority: 'cases.profile.majority',
    ageBand: 'cases.profile.ageBand',
    gender: 'cases.profile.gender',
    region: 'cases.profile.region',
    migrationStatus: 'cases.profile.migrationStatus',
    languages: 'cases.profile.languages',
    periodFrom: 'cases.profile.periodFrom',
    periodUntil: 'cases.profile.periodUntil',
  },
  trafficking: {
    scope: 'cases.trafficking.scope',
    acts: 'cases.trafficking.acts',
    means: 'cases.trafficking.means',
    purposes: 'cases.trafficking.purposes',
    controls: 'cases.trafficking.controls',
    sectors: 'cases.trafficking.sectors',
    settings: 'cases.trafficking.settings',
    recruiterRelation: 'cases.trafficking.recruiterRelation',
    majorityAtExploitation: 'cases.trafficking.majorityAtExploitation',
    place: 'cases.trafficking.place',
  },
  indicators: { signs: 'cases.indicators.signs', notes: 'cases.indicators.notes' },
  summary: {
    context: 'cases.summary.context',
    situation: 'cases.summary.situation',
    needs: 'cases.summary.needs',
  },
  risk: {
    level: 'cases.risk.level',
    reasons: 'cases.risk.reasons',
    factors: 'cases.risk.factors',
    protective: 'cases.risk.protective',
    safetyPlan: 'cases.risk.safetyPlan',
    plan: 'cases.risk.plan',
    reviewOn: 'cases.risk.reviewOn',
  },
  services: { items: 'cases.services.items' },
  consents: { items: 'cases.section.consents' },
  question: { question: 'cases.question.question' },
  feedback: {
    on: 'cases.feedback.on',
    answers: 'cases.feedback.answers',
    words: 'cases.feedback.words',
  },
}

const ofStep: Labels<StepDetails> = {
  service: 'referrals.service',
  organisation: 'referrals.organisation',
  entryId: 'journal.field.entryId',
  member: 'journal.field.member',
  channel: 'journal.field.channel',
  note: 'referrals.note',
  dueOn: 'referrals.dueOn',
  outcome: 'referrals.outcome',
  consentId: 'referrals.consent',
  remindedOn: 'journal.field.remindedOn',
}

const isSection = (name: string): name is SectionName => sectionNames.some((one) => one === name)

/** Labels of the fields that a line names, of a section or else of a step. */
export function fieldLabels(fields: string, section: string | null): MessageId[] {
  const labels: Readonly<Record<string, MessageId>> =
    section === null ? ofStep : isSection(section) ? ofSections[section] : {}
  return fields.split(',').flatMap((field) => labels[field] ?? [])
}

/** Labels of sections that a line names. */
export const sectionLabels = (names: string): MessageId[] =>
  names
    .split(',')
    .filter(isSection)
    .map((name) => `cases.section.${name}` as const)
