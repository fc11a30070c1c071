import type { z } from 'zod'
import type { Locale } from '../../shared/app/app.contract.ts'
import type { entryDetails } from '../../shared/directory/directory.contract.ts'

type InBoth = Readonly<Record<Locale, string>>
type Worded = 'organisation' | 'conditions' | 'hours' | 'contact' | 'note'

/** A service that nobody gives, told in both languages. */
export interface Service extends Omit<z.input<typeof entryDetails>, Worded | 'checkedOn'> {
  readonly organisation: InBoth
  readonly conditions: InBoth
  readonly hours: InBoth
  readonly contact: InBoth
  readonly note?: InBoth
  /** Null: nobody ever made sure. */
  readonly checkedDaysAgo: number | null
}

const always: InBoth = { fr: 'Jour et nuit, tous les jours', en: 'Day and night, every day' }
const office: InBoth = {
  fr: 'Lundi au vendredi, 8\u00a0h\u00a030 à 16\u00a0h\u00a030',
  en: 'Monday to Friday, 8:30 a.m. to 4:30 p.m.',
}

/**
 * Organisations whose names say that they are invented. Telephone numbers are of the range kept for fiction (555-0100 to
 * 555-0199), addresses end in `.invalid`: nobody is ever called or written to by mistake.
 */
export const services = {
  shelter: {
    organisation: { fr: 'Maison d’hébergement imaginaire', en: 'Imaginary shelter' },
    sector: 'community',
    services: ['safe_housing', 'psychosocial', 'material_aid', 'food_aid'],
    regions: ['06', '13', '14', '15', '16'],
    languages: ['french', 'english', 'spanish'],
    capacity: 'limited',
    conditions: {
      fr: 'Femmes de 16 ans et plus, avec ou sans enfants. Adresse confidentielle. Aucune plainte exigée.',
      en: 'Women of 16 and over, with or without children. Confidential address. No complaint required.',
    },
    hours: always,
    phone: '514 555-0101',
    email: 'accueil@maison-imaginaire.invalid',
    website: 'https://maison-imaginaire.invalid',
    contact: { fr: 'Demander l’intervenante de garde', en: 'Ask for the worker on duty' },
    checkedDaysAgo: 20,
  },
  refuge: {
    organisation: { fr: 'Refuge fictif des Quatre-Vents', en: 'Fictional Four Winds refuge' },
    sector: 'community',
    services: ['safe_housing', 'recovery_support', 'child_care'],
    regions: ['01', '02', '03', '04', '09', '12'],
    languages: ['french', 'english', 'innu'],
    capacity: 'available',
    conditions: {
      fr: 'Toute personne majeure qui sort d’une situation d’exploitation. Séjour de trois mois, renouvelable.',
      en: 'Any adult leaving a situation of exploitation. Stays of three months, renewable.',
    },
    hours: always,
    phone: '418 555-0102',
    email: 'bonjour@quatre-vents.invalid',
    contact: { fr: 'Coordination des admissions', en: 'Admissions coordinator' },
    checkedDaysAgo: 45,
  },
  legal: {
    organisation: { fr: 'Clinique juridique inventée', en: 'Invented legal clinic' },
    sector: 'crime_victims',
    services: ['legal_aid', 'immigration', 'temporary_resident_permit', 'court_accompaniment'],
    regions: [],
    languages: ['french', 'english', 'spanish', 'arabic'],
    capacity: 'limited',
    conditions: {
      fr: 'Sans frais. Première rencontre par téléphone ou par vidéo, sans donner son nom si on le préfère.',
      en: 'Free of charge. First meeting by phone or video, without giving a name if one prefers.',
    },
    hours: office,
    phone: '514 555-0103',
    email: 'accueil@clinique-inventee.invalid',
    website: 'https://clinique-inventee.invalid',
    contact: { fr: 'Accueil juridique', en: 'Legal intake' },
    checkedDaysAgo: 33,
  },
  health: {
    organisation: { fr: 'Centre de santé d’exercice', en: 'Practice health centre' },
    sector: 'health',
    services: ['health_care', 'psychosocial', 'addiction'],
    regions: ['05', '06', '07', '13', '16', '17'],
    languages: ['french', 'english'],
    capacity: 'available',
    conditions: {
      fr: 'Avec ou sans carte d’assurance maladie. Rendez-vous dans les deux jours pour une situation de traite.',
      en: 'With or without a health insurance card. Appointment within two days in a situation of trafficking.',
    },
    hours: { fr: 'Tous les jours, 8\u00a0h à 20\u00a0h', en: 'Every day, 8 a.m. to 8 p.m.' },
    phone: '450 555-0104',
    email: 'liaison@sante-exercice.invalid',
    contact: { fr: 'Infirmière de liaison', en: 'Liaison nurse' },
    checkedDaysAgo: 100,
  },
  victims: {
    organisation: { fr: 'Centre d’aide aux victimes inventé', en: 'Invented crime-victim centre' },
    sector: 'crime_victims',
    services: ['crime_victim_support', 'compensation', 'court_accompaniment', 'sexual_assault_support'],
    regions: ['02', '03', '06', '13', '14', '15', '16'],
    languages: ['french', 'english', 'haitian_creole'],
    capacity: 'waiting_list',
    conditions: {
      fr: 'Toute personne touchée par un acte criminel, qu’elle ait porté plainte ou non.',
      en: 'Anyone affected by a crime, whether or not a complaint was made.',
    },
    hours: office,
    phone: '450 555-0105',
    email: 'accueil@aide-inventee.invalid',
    contact: { fr: 'Accueil', en: 'Intake' },
    note: {
      fr: 'Liste d’attente d’environ trois semaines pour le soutien aux démarches d’indemnisation.',
      en: 'A wait of about three weeks for help with compensation claims.',
    },
    checkedDaysAgo: 150,
  },
  compensation: {
    organisation: { fr: 'Bureau d’indemnisation fictif', en: 'Fictional compensation office' },
    sector: 'government',
    services: ['compensation'],
    regions: [],
    languages: ['french', 'english'],
    capacity: 'available',
    conditions: {
      fr: 'Formulaire signé et, si possible, rapport d’un professionnel de la santé.',
      en: 'Signed form and, if possible, a report by a health professional.',
    },
    hours: office,
    phone: '418 555-0106',
    contact: { fr: 'Ligne réservée aux organismes', en: 'Line for organisations' },
    checkedDaysAgo: 425,
  },
  youth: {
    organisation: { fr: 'Protection de la jeunesse d’exercice', en: 'Practice youth protection office' },
    sector: 'youth_protection',
    services: ['youth_protection', 'psychosocial'],
    regions: ['06', '13', '16'],
    languages: ['french', 'english'],
    capacity: 'available',
    conditions: {
      fr: 'Personnes de moins de 18 ans. Le signalement est confidentiel.',
      en: 'People under 18. Reports are confidential.',
    },
    hours: always,
    phone: '450 555-0107',
    contact: { fr: 'Réception et traitement des signalements', en: 'Intake of reports' },
    checkedDaysAgo: 12,
  },
  police: {
    organisation: { fr: 'Équipe policière imaginaire de liaison', en: 'Imaginary police liaison team' },
    sector: 'justice',
    services: ['police_safety', 'court_accompaniment'],
    regions: ['03', '06', '13', '16'],
    languages: ['french', 'english'],
    capacity: 'available',
    conditions: {
      fr: 'Rencontre d’information sans obligation de porter plainte, à l’endroit que la personne choisit.',
      en: 'Information meeting without any duty to make a complaint, wherever the person chooses.',
    },
    hours: { fr: 'Lundi au vendredi, 7\u00a0h à 22\u00a0h', en: 'Monday to Friday, 7 a.m. to 10 p.m.' },
    phone: '514 555-0108',
    contact: { fr: 'Agente de liaison', en: 'Liaison officer' },
    checkedDaysAgo: 210,
  },
  interpreters: {
    organisation: { fr: 'Banque d’interprètes fictive', en: 'Fictional interpreters’ bank' },
    sector: 'health',
    services: ['interpretation'],
    regions: [],
    languages: ['spanish', 'haitian_creole', 'tagalog', 'arabic', 'portuguese', 'romanian', 'punjabi', 'lsq'],
    capacity: 'available',
    conditions: {
      fr: 'Au téléphone dans l’heure, sur place en trois jours. On peut demander une femme, ou quelqu’un d’une autre région.',
      en: 'By phone within the hour, on site within three days. One may ask for a woman, or for someone from another region.',
    },
    hours: always,
    phone: '514 555-0109',
    email: 'demandes@interpretes-fictifs.invalid',
    contact: { fr: 'Répartition', en: 'Dispatch' },
    checkedDaysAgo: 60,
  },
  friendship: {
    organisation: { fr: 'Centre d’amitié imaginaire', en: 'Imaginary friendship centre' },
    sector: 'community',
    services: ['indigenous_services', 'psychosocial', 'housing', 'food_aid'],
    regions: ['02', '08', '09', '10'],
    languages: ['french', 'english', 'innu', 'atikamekw', 'cree'],
    capacity: 'available',
    conditions: {
      fr: 'Premières Nations et Inuit, peu importe le statut ou la communauté. Aînées présentes deux jours par semaine.',
      en: 'First Nations and Inuit, whatever the status or community. Elders present two days a week.',
    },
    hours: { fr: 'Tous les jours, 9\u00a0h à 21\u00a0h', en: 'Every day, 9 a.m. to 9 p.m.' },
    phone: '418 555-0110',
    email: 'bienvenue@amitie-imaginaire.invalid',
    contact: { fr: 'Accompagnatrice culturelle', en: 'Cultural support worker' },
    checkedDaysAgo: 75,
  },
  workers: {
    organisation: { fr: 'Centre fictif d’appui au travail', en: 'Fictional workers’ support centre' },
    sector: 'community',
    services: ['employment', 'legal_aid', 'immigration', 'material_aid'],
    regions: ['05', '12', '14', '16', '17'],
    languages: ['french', 'english', 'spanish', 'tagalog', 'portuguese'],
    capacity: 'limited',
    conditions: {
      fr: 'Toute personne qui travaille ou a travaillé au Québec, avec ou sans permis. Visites en région le dimanche.',
      en: 'Anyone who works or has worked in the province, with or without a permit. Visits outside the city on Sundays.',
    },
    hours: { fr: 'Mardi au dimanche, 12\u00a0h à 20\u00a0h', en: 'Tuesday to Sunday, noon to 8 p.m.' },
    phone: '819 555-0111',
    email: 'appui@travail-fictif.invalid',
    contact: { fr: 'Permanence', en: 'Drop-in desk' },
    checkedDaysAgo: 95,
  },
  recovery: {
    organisation: { fr: 'Maison de rétablissement inventée', en: 'Invented recovery house' },
    sector: 'health',
    services: ['addiction', 'recovery_support'],
    regions: ['02', '03', '04'],
    languages: ['french'],
    capacity: 'waiting_list',
    conditions: {
      fr: 'Adultes. Séjour volontaire d’un à six mois.',
      en: 'Adults. Voluntary stay of one to six months.',
    },
    hours: always,
    phone: '418 555-0112',
    contact: { fr: 'Admission', en: 'Admissions' },
    checkedDaysAgo: null,
  },
  housing: {
    organisation: { fr: 'Office d’habitation d’exercice', en: 'Practice housing office' },
    sector: 'government',
    services: ['housing', 'financial_aid'],
    regions: ['06', '13', '16'],
    languages: ['french', 'english'],
    capacity: 'full',
    conditions: {
      fr: 'Priorité aux personnes qui quittent une situation de violence, sur lettre d’un organisme.',
      en: 'Priority to people leaving a situation of violence, with a letter from an organisation.',
    },
    hours: office,
    phone: '514 555-0113',
    contact: { fr: 'Guichet des demandes prioritaires', en: 'Desk for priority requests' },
    checkedDaysAgo: 300,
  },
  school: {
    organisation: { fr: 'Centre d’éducation imaginaire', en: 'Imaginary learning centre' },
    sector: 'government',
    services: ['education', 'employment'],
    regions: [],
    languages: ['french', 'english'],
    capacity: 'available',
    conditions: {
      fr: 'Dès 16 ans. Francisation, études secondaires et formation professionnelle, en classe ou à distance.',
      en: 'From 16 on. French courses, secondary school and vocational training, in class or at a distance.',
    },
    hours: { fr: 'Lundi au jeudi, 8\u00a0h à 21\u00a0h', en: 'Monday to Thursday, 8 a.m. to 9 p.m.' },
    phone: '450 555-0114',
    website: 'https://education-imaginaire.invalid',
    contact: { fr: 'Conseillère en orientation', en: 'Guidance counsellor' },
    checkedDaysAgo: 40,
  },
  daycare: {
    organisation: { fr: 'Halte-garderie inventée', en: 'Invented drop-in child care' },
    sector: 'community',
    services: ['child_care', 'food_aid'],
    regions: ['06', '13'],
    languages: ['french', 'english', 'arabic', 'haitian_creole'],
    capacity: 'unknown',
    conditions: { fr: 'Enfants de 0 à 5 ans.', en: 'Children from 0 to 5.' },
    hours: { fr: 'Lundi au samedi, 7\u00a0h à 18\u00a0h', en: 'Monday to Saturday, 7 a.m. to 6 p.m.' },
    phone: '514 555-0115',
    contact: { fr: 'Direction', en: 'Director' },
    checkedDaysAgo: null,
  },
  helpline: {
    organisation: { fr: 'Ligne d’écoute fictive', en: 'Fictional helpline' },
    sector: 'crime_victims',
    services: ['crisis_line', 'psychosocial'],
    regions: [],
    languages: ['french', 'english', 'spanish'],
    capacity: 'available',
    conditions: {
      fr: 'Anonyme et sans frais, par téléphone ou par texto.',
      en: 'Anonymous and free, by phone or text.',
    },
    hours: always,
    phone: '514 555-0116',
    contact: { fr: 'Répond toujours une personne', en: 'Always answered by a person' },
    checkedDaysAgo: 8,
  },
} as const satisfies Readonly<Record<string, Service>>
export type EntryName = keyof typeof services
