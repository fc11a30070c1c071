import { codeList } from './code-list.ts'

const PRIMERO = 'Primero/GBVIMS+ service type; Québec wording proposed'
const TRAFFICKING = 'IOM France TACT, Public Safety Canada; Québec wording proposed'
const QUEBEC = 'Québec service; wording proposed'

/**
 * What a step can ask for, in the order a situation usually needs it. Primero’s refugee registration and water have no
 * use here; its family mediation is left out because mediation is not offered where one side controls the other.
 */
export const services = codeList(PRIMERO, {
  safe_housing: { fr: 'Hébergement sécuritaire', en: 'Safe housing' },
  health_care: { fr: 'Santé et soins médicaux', en: 'Health and medical care' },
  psychosocial: { fr: 'Soutien psychosocial', en: 'Psychosocial support' },
  crime_victim_support: {
    fr: 'Aide aux personnes victimes d’actes criminels (CAVAC)',
    en: 'Crime-victim support (CAVAC)',
    source: QUEBEC,
  },
  sexual_assault_support: {
    fr: 'Aide en matière d’agression à caractère sexuel (CALACS)',
    en: 'Sexual-assault support (CALACS)',
    source: QUEBEC,
  },
  compensation: { fr: 'Indemnisation (IVAC)', en: 'Compensation (IVAC)', source: QUEBEC },
  addiction: { fr: 'Dépendances', en: 'Addiction services', source: QUEBEC },
  police_safety: { fr: 'Police et sécurité', en: 'Police and safety' },
  youth_protection: { fr: 'Protection de la jeunesse (DPJ)', en: 'Youth protection (DPJ)' },
  legal_aid: { fr: 'Aide et conseil juridiques', en: 'Legal aid and advice' },
  court_accompaniment: { fr: 'Accompagnement judiciaire', en: 'Court accompaniment', source: TRAFFICKING },
  temporary_resident_permit: {
    fr: 'Permis de séjour temporaire (PST)',
    en: 'Temporary resident permit (TRP)',
    source: TRAFFICKING,
  },
  immigration: { fr: 'Immigration et statut', en: 'Immigration and status', source: TRAFFICKING },
  interpretation: { fr: 'Interprétation', en: 'Interpretation', source: TRAFFICKING },
  financial_aid: { fr: 'Aide financière', en: 'Financial aid' },
  employment: { fr: 'Emploi', en: 'Employment', source: TRAFFICKING },
  education: { fr: 'Éducation et formation', en: 'Education and training' },
  housing: { fr: 'Logement durable', en: 'Lasting housing', source: TRAFFICKING },
  material_aid: { fr: 'Aide matérielle et vêtements', en: 'Clothing and material aid' },
  food_aid: { fr: 'Aide alimentaire', en: 'Food aid' },
  child_care: {
    fr: 'Aide familiale et garde d’enfants',
    en: 'Family help and child care',
    source: TRAFFICKING,
  },
  family_reunification: { fr: 'Réunification familiale', en: 'Family reunification' },
  recovery_support: { fr: 'Soutien au rétablissement', en: 'Recovery support', source: TRAFFICKING },
  voluntary_return: { fr: 'Retour volontaire', en: 'Voluntary return', source: TRAFFICKING },
  other: { fr: 'Autre service', en: 'Other service' },
})
