import { codeList } from './code-list.ts'

/*
 * The profile is coarse on purpose: these fields travel with a summary and, put together, are what lets someone be
 * recognised. A finer value belongs in the organisation’s own file.
 */

/** A trans woman is a woman and a trans man a man; a finer list would single people out. */
export const genders = codeList('CTDC gender; proposed FR', {
  woman: { fr: 'Femme ou fille', en: 'Woman or girl', ctdc: 'Female' },
  man: { fr: 'Homme ou garçon', en: 'Man or boy', ctdc: 'Male' },
  another: {
    fr: 'Personne non binaire ou d’un autre genre',
    en: 'Non-binary person or another gender',
    ctdc: 'Transgender/NonConforming',
    source: 'CTDC gender, its value from memory, to be checked; proposed FR',
  },
  unknown: { fr: 'Inconnu ou non précisé', en: 'Unknown or not stated' },
})

/** Of CTDC’s bands, 9–17 and 30–38 were read in a paper on the dataset, the others not. */
const AGE_UNSURE = 'CTDC ageBroad, this band from memory, to be checked'

/**
 * Fourteen is where Québec lets a minor consent for herself, so the minors are split there and not at CTDC’s 9.
 * Adult bands are whole CTDC bands or two neighbours put together: CTDC’s three-year bands (18–20, 21–23, 24–26,
 * 27–29) are meant for a file of a hundred thousand people and would single someone out in a committee.
 * `ctdc` is the value of ageBroad and is given only where a band lies inside a single CTDC band; for the others
 * an export writes majorityStatus alone.
 */
export const ageBands = codeList('CTDC ageBroad, grouped; LRSSS (R-22.1), s. 6 for age 14', {
  under_14: { fr: 'Moins de 14 ans', en: 'Under 14' },
  from_14_to_17: { fr: '14 à 17 ans', en: '14 to 17', ctdc: '9--17' },
  from_18_to_23: { fr: '18 à 23 ans', en: '18 to 23' },
  from_24_to_29: { fr: '24 à 29 ans', en: '24 to 29' },
  from_30_to_38: { fr: '30 à 38 ans', en: '30 to 38', ctdc: '30--38' },
  from_39_to_47: { fr: '39 à 47 ans', en: '39 to 47', ctdc: '39--47', source: AGE_UNSURE },
  from_48: { fr: '48 ans et plus', en: '48 and over', ctdc: '48+', source: AGE_UNSURE },
  unknown: { fr: 'Âge inconnu', en: 'Age unknown' },
})
export type AgeBand = keyof typeof ageBands

export const majorities = codeList('CTDC majorityStatus; Palermo Protocol, art. 3(d)', {
  minor: { fr: 'Personne mineure', en: 'Minor', ctdc: 'Minor' },
  adult: { fr: 'Personne majeure', en: 'Adult', ctdc: 'Adult' },
  unknown: { fr: 'Inconnu', en: 'Unknown' },
})
export type Majority = keyof typeof majorities

/** The majority an age band implies, so that the two fields cannot contradict each other. */
export function majorityOf(band: AgeBand): Majority {
  if (band === 'unknown') return 'unknown'
  return band === 'under_14' || band === 'from_14_to_17' ? 'minor' : 'adult'
}

/** The status is named, not the person: it changes, and it is not who she is. */
export const migrationStatuses = codeList('IRCC categories; proposed FR', {
  citizen: { fr: 'Citoyenneté canadienne', en: 'Canadian citizen' },
  permanent_resident: { fr: 'Résidence permanente', en: 'Permanent resident' },
  temporary_worker: { fr: 'Permis de travail temporaire', en: 'Temporary worker' },
  student: { fr: 'Permis d’études', en: 'Student' },
  visitor: { fr: 'Statut de visite', en: 'Visitor' },
  asylum_claimant: { fr: 'Demande d’asile en cours', en: 'Asylum claimant' },
  protected_person: { fr: 'Personne protégée (asile accordé)', en: 'Protected person' },
  temporary_resident_permit: {
    fr: 'Permis de séjour temporaire (PST)',
    en: 'Temporary resident permit (TRP)',
  },
  no_status: { fr: 'Sans statut', en: 'No status' },
  unknown: { fr: 'Statut inconnu', en: 'Unknown' },
})
