import { codeList, isCodeOf } from './code-list.ts'
import { type AgeBand, ageBands } from './person.ts'

const LAW = 'LRSSS (R-22.1), s. 6; wording proposed'

/** One consent, one purpose: each is asked for separately from the others, in plain words. */
export const consentPurposes = codeList(
  'LRSSS (R-22.1), s. 6; Primero data_confidentiality; wording proposed',
  {
    committee_review: {
      fr: 'Présenter un résumé dépersonnalisé au comité clinique',
      en: 'Present a de-identified summary to the clinical committee',
    },
    service_referral: {
      fr: 'Demander un service à un organisme',
      en: 'Ask an organisation for a service',
    },
    coordination: {
      fr: 'Se coordonner entre organismes, ou passer le suivi à un autre',
      en: 'Coordinate between organisations, or hand the follow-up to another',
    },
    authorities: {
      fr: 'Transmettre à la police ou aux tribunaux',
      en: 'Pass on to the police or the courts',
    },
    statistics: {
      fr: 'Compter la situation dans les chiffres de la coalition',
      en: 'Count the situation in the coalition’s figures',
    },
  },
)

export const consentGivers = codeList(LAW, {
  person: {
    fr: 'La personne elle-même',
    en: 'The person themself',
    definition: {
      fr: 'Dès 14 ans, la personne mineure consent elle-même.',
      en: 'From 14 years on, a minor gives consent personally.',
    },
  },
  parent_or_tutor: {
    fr: 'Parent, tutrice ou tuteur',
    en: 'Parent or tutor',
    definition: {
      fr: 'Pour un enfant de moins de 14 ans.',
      en: 'For a child under 14.',
    },
  },
  representative: {
    fr: 'Représentante ou représentant légal d’une personne majeure inapte',
    en: 'Legal representative of an incapable adult',
    source: 'Proposed',
  },
  /** Nobody was asked yet whose it is to give: it fits no age, and covers nothing. No form offers it. */
  not_noted: { fr: 'Pas encore noté', en: 'Not recorded yet', source: 'Proposed' },
})
export type ConsentGiver = keyof typeof consentGivers

/** Who may give consent at an age. When the age is unknown nobody is ruled out. */
export function consentGiversFor(band: AgeBand): readonly ConsentGiver[] {
  if (band === 'under_14') return ['parent_or_tutor']
  if (band === 'from_14_to_17') return ['person']
  if (band === 'unknown') return ['person', 'parent_or_tutor', 'representative']
  return ['person', 'representative']
}

/**
 * The same from what the profile says, where either field may be missing. A minor of unknown age may be on either side of
 * fourteen; a band that this version does not know says nothing.
 */
export function consentGiversOf(person: {
  readonly ageBand: string | null
  readonly majority: string | null
}): readonly ConsentGiver[] {
  const band = person.ageBand !== null && isCodeOf(ageBands, person.ageBand) ? person.ageBand : 'unknown'
  if (band !== 'unknown') return consentGiversFor(band)
  if (person.majority === 'minor') return ['person', 'parent_or_tutor']
  return person.majority === 'adult' ? ['person', 'representative'] : consentGiversFor('unknown')
}
