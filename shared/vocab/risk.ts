import { codeList } from './code-list.ts'

const PROPOSED = 'Proposed, after the IOM direct-assistance handbook, SafeLives MARAC and CTDC'

/** From least to most. `unassessed` is not `low`: nobody has looked yet. */
export const riskLevels = codeList('Primero risk level', {
  unassessed: { fr: 'Non évalué', en: 'Not assessed', source: 'Proposed' },
  low: { fr: 'Faible', en: 'Low' },
  medium: { fr: 'Moyen', en: 'Medium' },
  high: { fr: 'Élevé', en: 'High' },
})

/** What raises the danger now. Facts about the situation, never judgements of the person. */
export const riskFactors = codeList(PROPOSED, {
  ongoing_contact: {
    fr: 'Contacts maintenus avec la personne qui exploite',
    en: 'Ongoing contact with the exploiter',
  },
  whereabouts_known: {
    fr: 'Lieu de vie connu de la personne qui exploite',
    en: 'Whereabouts known to the exploiter',
  },
  recent_violence: { fr: 'Violence récente ou qui s’aggrave', en: 'Recent or worsening violence' },
  threats_to_relatives: {
    fr: 'Menaces contre des proches, ici ou ailleurs',
    en: 'Threats to relatives, here or elsewhere',
  },
  children_exposed: { fr: 'Enfants à charge exposés au danger', en: 'Dependent children exposed to danger' },
  images_held: { fr: 'Images intimes détenues ou diffusées', en: 'Intimate images held or spread' },
  debt: { fr: 'Dette réclamée', en: 'Debt being claimed' },
  no_income: { fr: 'Absence de revenu', en: 'No income' },
  unstable_housing: { fr: 'Logement instable ou absent', en: 'Unstable housing or none' },
  precarious_status: { fr: 'Statut d’immigration précaire', en: 'Precarious immigration status' },
  isolation: { fr: 'Isolement', en: 'Isolation' },
  psychological_distress: {
    fr: 'Détresse psychologique ou idées suicidaires',
    en: 'Psychological distress or suicidal thoughts',
  },
  substance_use: { fr: 'Consommation de substances', en: 'Substance use' },
  running_away: { fr: 'Fugues', en: 'Running away' },
})

/** What already holds, to build on. */
export const protectiveFactors = codeList(PROPOSED, {
  safe_housing: { fr: 'Hébergement sûr', en: 'Safe housing' },
  no_contact: {
    fr: 'Contacts rompus avec la personne qui exploite',
    en: 'Contact with the exploiter has ended',
  },
  trusted_person: { fr: 'Proche de confiance', en: 'Trusted friend or relative' },
  trusted_worker: {
    fr: 'Lien de confiance avec une intervenante ou un intervenant',
    en: 'Trusting bond with a caseworker',
  },
  peer_support: { fr: 'Soutien de pairs', en: 'Peer support' },
  community: { fr: 'Appui d’une communauté', en: 'Support of a community' },
  safety_plan: { fr: 'Plan de sécurité connu et utilisé', en: 'Safety plan known and in use' },
  own_strategies: { fr: 'Stratégies de protection personnelles', en: 'Own protection strategies' },
  stable_income: { fr: 'Revenu stable', en: 'Stable income' },
  stable_status: { fr: 'Statut d’immigration stable', en: 'Stable immigration status' },
  work_or_school: { fr: 'Emploi ou études en cours', en: 'In work or in school' },
  care_in_place: { fr: 'Soins ou suivi en place', en: 'Care or follow-up in place' },
  knows_rights: { fr: 'Connaissance de ses droits et des recours', en: 'Knows rights and remedies' },
})
