import { codeList } from './code-list.ts'

const PRIMERO = 'Primero/GBVIMS+ service type; Québec wording proposed'
const TRAFFICKING = 'IOM France TACT, Public Safety Canada; Québec wording proposed'
const QUEBEC = 'Québec service; wording proposed'

/**
 * What a step can ask for, in the order a situation usually needs it. Primero’s refugee registration and water have no
 * use here; its family mediation is left out because mediation is not offered where one side controls the other.
 * Definitions say what a service is for, not who is entitled to it: conditions change, and stand in the directory.
 */
export const services = codeList(PRIMERO, {
  crisis_line: {
    fr: 'Ligne d’urgence et intervention de crise',
    en: 'Hotline and crisis intervention',
    source: TRAFFICKING,
    definition: {
      fr: 'Parler tout de suite à quelqu’un. Ligne d’urgence canadienne contre la traite des personnes\u00a0: 1-833-900-1010.',
      en: 'Talking to someone at once. Canadian Human Trafficking Hotline: 1-833-900-1010.',
    },
  },
  safe_housing: {
    fr: 'Hébergement sécuritaire',
    en: 'Safe housing',
    definition: {
      fr: 'Un lieu à l’abri de la personne qui exploite, pour quelques nuits ou quelques mois.',
      en: 'A place out of the exploiter’s reach, for a few nights or a few months.',
    },
  },
  health_care: {
    fr: 'Santé et soins médicaux',
    en: 'Health and medical care',
    definition: {
      fr: 'Urgence, trousse médicolégale, santé sexuelle, suivi physique ou mental.',
      en: 'Emergency care, forensic kit, sexual health, physical or mental follow-up.',
    },
  },
  psychosocial: {
    fr: 'Soutien psychosocial',
    en: 'Psychosocial support',
    definition: {
      fr: 'Écoute, suivi individuel ou de groupe, accompagnement dans les démarches.',
      en: 'Listening, individual or group follow-up, help with what has to be done.',
    },
  },
  crime_victim_support: {
    fr: 'Aide aux personnes victimes d’actes criminels (CAVAC)',
    en: 'Crime-victim support (CAVAC)',
    source: QUEBEC,
    definition: {
      fr: 'Écoute, information sur les droits et aide aux démarches, qu’il y ait plainte ou non.',
      en: 'Listening, information on rights and help with procedures, with or without a complaint.',
    },
  },
  sexual_assault_support: {
    fr: 'Aide en matière d’agression à caractère sexuel (CALACS)',
    en: 'Sexual-assault support (CALACS)',
    source: QUEBEC,
    definition: {
      fr: 'Aide et accompagnement après une violence sexuelle, récente ou ancienne.',
      en: 'Help and accompaniment after sexual violence, recent or long past.',
    },
  },
  compensation: {
    fr: 'Indemnisation (IVAC)',
    en: 'Compensation (IVAC)',
    source: QUEBEC,
    definition: {
      fr: 'Demander une aide financière et des services payés à la suite d’une infraction criminelle.',
      en: 'Applying for financial help and paid services after a criminal offence.',
    },
  },
  addiction: {
    fr: 'Dépendances',
    en: 'Addiction services',
    source: QUEBEC,
    definition: {
      fr: 'Désintoxication, réduction des méfaits, suivi en dépendance.',
      en: 'Withdrawal care, harm reduction, addiction follow-up.',
    },
  },
  police_safety: {
    fr: 'Police et sécurité',
    en: 'Police and safety',
    definition: {
      fr: 'Protection immédiate, plainte ou rencontre d’information avec la police, si elle le souhaite.',
      en: 'Immediate protection, a complaint or an information meeting with police, if the person wishes.',
    },
  },
  youth_protection: {
    fr: 'Protection de la jeunesse (DPJ)',
    en: 'Youth protection (DPJ)',
    definition: {
      fr: 'Protéger une personne de moins de 18 ans dont la sécurité ou le développement est compromis.',
      en: 'Protecting someone under 18 whose safety or development is at risk.',
    },
  },
  legal_aid: {
    fr: 'Aide et conseil juridiques',
    en: 'Legal aid and advice',
    definition: {
      fr: 'Connaître ses droits et être représentée\u00a0: criminel, famille, travail, logement.',
      en: 'Knowing one’s rights and being represented: criminal, family, labour or housing matters.',
    },
  },
  court_accompaniment: {
    fr: 'Accompagnement judiciaire',
    en: 'Court accompaniment',
    source: TRAFFICKING,
    definition: {
      fr: 'Être préparée et soutenue avant, pendant et après un passage au tribunal.',
      en: 'Being prepared and supported before, during and after going to court.',
    },
  },
  temporary_resident_permit: {
    fr: 'Permis de séjour temporaire (PST)',
    en: 'Temporary resident permit (TRP)',
    source: TRAFFICKING,
    definition: {
      fr: 'Pour une personne sans statut\u00a0: rester au Canada, avec des soins de santé provisoires et la possibilité d’un permis de travail ou d’études.',
      en: 'For someone without status: staying in Canada, with interim health care and a possible work or study permit.',
    },
  },
  immigration: {
    fr: 'Immigration et statut',
    en: 'Immigration and status',
    source: TRAFFICKING,
    definition: {
      fr: 'Demande d’asile, permis de travail ouvert, résidence permanente, papiers perdus ou retenus.',
      en: 'Asylum claim, open work permit, permanent residence, papers lost or withheld.',
    },
  },
  interpretation: {
    fr: 'Interprétation',
    en: 'Interpretation',
    source: TRAFFICKING,
    definition: {
      fr: 'Une ou un interprète de confiance, sur place ou au téléphone, langue des signes comprise.',
      en: 'A trusted interpreter, on site or by phone, sign language included.',
    },
  },
  indigenous_services: {
    fr: 'Services destinés aux Premières Nations et aux Inuit',
    en: 'Services for First Nations and Inuit',
    source: QUEBEC,
    definition: {
      fr: 'Centre d’amitié autochtone, accompagnement culturel, lien avec la communauté si elle le souhaite.',
      en: 'Native friendship centre, cultural support, ties with the community if the person wishes.',
    },
  },
  financial_aid: {
    fr: 'Aide financière',
    en: 'Financial aid',
    definition: {
      fr: 'Aide sociale, dépannage d’urgence, comptes et dettes laissés par l’exploitation.',
      en: 'Social assistance, emergency help, accounts and debts left by the exploitation.',
    },
  },
  employment: {
    fr: 'Emploi',
    en: 'Employment',
    source: TRAFFICKING,
    definition: {
      fr: 'Chercher un travail, le garder, faire respecter ses droits au travail.',
      en: 'Finding work, keeping it, having one’s rights at work respected.',
    },
  },
  education: {
    fr: 'Éducation et formation',
    en: 'Education and training',
    definition: {
      fr: 'École, francisation, formation professionnelle.',
      en: 'School, French courses, vocational training.',
    },
  },
  housing: {
    fr: 'Logement durable',
    en: 'Long-term housing',
    source: TRAFFICKING,
    definition: {
      fr: 'Un chez-soi après l’urgence\u00a0: logement social, supplément au loyer, appartement supervisé.',
      en: 'A home once the emergency is over: social housing, rent supplement, supervised flat.',
    },
  },
  material_aid: {
    fr: 'Aide matérielle et vêtements',
    en: 'Clothing and material aid',
    definition: {
      fr: 'Vêtements, meubles, téléphone, transport, articles d’hygiène.',
      en: 'Clothes, furniture, a phone, transport, toiletries.',
    },
  },
  food_aid: {
    fr: 'Aide alimentaire',
    en: 'Food aid',
    definition: {
      fr: 'Repas, paniers, cartes d’épicerie.',
      en: 'Meals, baskets, grocery cards.',
    },
  },
  child_care: {
    fr: 'Aide familiale et garde d’enfants',
    en: 'Family help and child care',
    source: TRAFFICKING,
    definition: {
      fr: 'Faire garder ses enfants ou être aidée à la maison, le temps des démarches.',
      en: 'Having children cared for, or help at home, for the time it takes.',
    },
  },
  family_reunification: {
    fr: 'Réunification familiale',
    en: 'Family reunification',
    definition: {
      fr: 'Retrouver ses enfants ou ses proches, ici ou venus d’ailleurs, quand c’est sûr et voulu.',
      en: 'Being together again with children or relatives, here or from abroad, when safe and wanted.',
    },
  },
  recovery_support: {
    fr: 'Soutien au rétablissement',
    en: 'Recovery support',
    source: TRAFFICKING,
    definition: {
      fr: 'Un suivi au long cours pour reprendre sa vie en main\u00a0: traumatisme, pairs, projets.',
      en: 'Long-term follow-up to rebuild a life: trauma care, peers, projects.',
    },
  },
  voluntary_return: {
    fr: 'Retour volontaire',
    en: 'Voluntary return',
    source: TRAFFICKING,
    definition: {
      fr: 'Rentrer au pays par choix, en sécurité, avec un relais sur place.',
      en: 'Going home by choice, safely, with someone to take over there.',
    },
  },
  other: { fr: 'Autre service', en: 'Other service' },
})
