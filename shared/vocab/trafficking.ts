import { codeList } from './code-list.ts'

/*
 * Columns of the CTDC Global K-anonymised Dataset (15 July 2021, data dictionary 20210825). CTDC publishes in English
 * only: every French label here is proposed.
 */
const CTDC = 'CTDC Global Dataset 2021; proposed FR'
const PRIMERO = 'Primero lookup-perpetrator-relationship'

export const controls = codeList(CTDC, {
  debt_bondage: { fr: 'Servitude pour dettes', en: 'Debt bondage', ctdc: 'meansOfControlDebtBondage' },
  takes_earnings: { fr: 'Confiscation des gains', en: 'Takes earnings', ctdc: 'meansOfControlTakesEarnings' },
  restricts_financial_access: {
    fr: 'Restriction de l’accès à l’argent',
    en: 'Restricts financial access',
    ctdc: 'meansOfControlRestrictsFinancialAccess',
  },
  threats: { fr: 'Menaces', en: 'Threats', ctdc: 'meansOfControlThreats' },
  psychological_abuse: {
    fr: 'Violence psychologique',
    en: 'Psychological abuse',
    ctdc: 'meansOfControlPsychologicalAbuse',
  },
  physical_abuse: { fr: 'Violence physique', en: 'Physical abuse', ctdc: 'meansOfControlPhysicalAbuse' },
  sexual_abuse: { fr: 'Violence sexuelle', en: 'Sexual abuse', ctdc: 'meansOfControlSexualAbuse' },
  false_promises: { fr: 'Fausses promesses', en: 'False promises', ctdc: 'meansOfControlFalsePromises' },
  psychoactive_substances: {
    fr: 'Substances psychoactives',
    en: 'Psychoactive substances',
    ctdc: 'meansOfControlPsychoactiveSubstances',
  },
  restricts_movement: {
    fr: 'Restriction de la liberté de mouvement',
    en: 'Restricts movement',
    ctdc: 'meansOfControlRestrictsMovement',
  },
  restricts_medical_care: {
    fr: 'Restriction de l’accès aux soins',
    en: 'Restricts medical care',
    ctdc: 'meansOfControlRestrictsMedicalCare',
  },
  excessive_working_hours: {
    fr: 'Heures de travail excessives',
    en: 'Excessive working hours',
    ctdc: 'meansOfControlExcessiveWorkingHours',
  },
  uses_children: {
    fr: 'Pression exercée au moyen des enfants',
    en: 'Uses children',
    ctdc: 'meansOfControlUsesChildren',
  },
  threat_of_law_enforcement: {
    fr: 'Menace de dénonciation aux autorités',
    en: 'Threat of law enforcement',
    ctdc: 'meansOfControlThreatOfLawEnforcement',
  },
  withholds_necessities: {
    fr: 'Privation du nécessaire',
    en: 'Withholds necessities',
    ctdc: 'meansOfControlWithholdsNecessities',
  },
  withholds_documents: {
    fr: 'Confiscation des documents',
    en: 'Withholds documents',
    ctdc: 'meansOfControlWithholdsDocuments',
  },
  other: { fr: 'Autre moyen de contrôle', en: 'Other means of control', ctdc: 'meansOfControlOther' },
  not_specified: { fr: 'Non précisé', en: 'Not specified', ctdc: 'meansOfControlNotSpecified' },
})

export const sectors = codeList(CTDC, {
  agriculture: { fr: 'Agriculture', en: 'Agriculture', ctdc: 'typeOfLabourAgriculture' },
  aquafarming: { fr: 'Aquaculture ou pêche', en: 'Aquafarming', ctdc: 'typeOfLabourAquafarming' },
  begging: { fr: 'Mendicité', en: 'Begging', ctdc: 'typeOfLabourBegging' },
  construction: { fr: 'Construction', en: 'Construction', ctdc: 'typeOfLabourConstruction' },
  domestic_work: { fr: 'Travail domestique', en: 'Domestic work', ctdc: 'typeOfLabourDomesticWork' },
  hospitality: { fr: 'Hôtellerie et restauration', en: 'Hospitality', ctdc: 'typeOfLabourHospitality' },
  illicit_activities: {
    fr: 'Activités illicites',
    en: 'Illicit activities',
    ctdc: 'typeOfLabourIllicitActivities',
  },
  manufacturing: { fr: 'Fabrication ou usine', en: 'Manufacturing', ctdc: 'typeOfLabourManufacturing' },
  mining_or_drilling: {
    fr: 'Mines ou forage',
    en: 'Mining or drilling',
    ctdc: 'typeOfLabourMiningOrDrilling',
  },
  peddling: { fr: 'Vente ambulante', en: 'Peddling', ctdc: 'typeOfLabourPeddling' },
  transportation: { fr: 'Transport', en: 'Transportation', ctdc: 'typeOfLabourTransportation' },
  labour_other: { fr: 'Autre travail', en: 'Other labour', ctdc: 'typeOfLabourOther' },
  labour_not_specified: {
    fr: 'Travail non précisé',
    en: 'Labour not specified',
    ctdc: 'typeOfLabourNotSpecified',
  },
  prostitution: { fr: 'Prostitution', en: 'Prostitution', ctdc: 'typeOfSexProstitution' },
  pornography: { fr: 'Pornographie', en: 'Pornography', ctdc: 'typeOfSexPornography' },
  remote_interactive_services: {
    fr: 'Services sexuels interactifs à distance',
    en: 'Remote interactive sexual services',
    ctdc: 'typeOfSexRemoteInteractiveServices',
  },
  private_sexual_services: {
    fr: 'Services sexuels privés',
    en: 'Private sexual services',
    ctdc: 'typeOfSexPrivateSexualServices',
  },
})

/**
 * CTDC has five. Those from Primero’s longer list are there because recruitment for work, online and through somebody’s
 * position need them; having no column of their own they are exported as recruiterRelationOther.
 */
export const recruiterRelations = codeList(CTDC, {
  intimate_partner: {
    fr: 'Partenaire intime ou ex-partenaire',
    en: 'Intimate partner or ex-partner',
    ctdc: 'recruiterRelationIntimatePartner',
  },
  friend: { fr: 'Relation d’amitié', en: 'Friend', ctdc: 'recruiterRelationFriend' },
  family: { fr: 'Famille', en: 'Family', ctdc: 'recruiterRelationFamily' },
  employer: {
    fr: 'Lien d’emploi (direction, supervision, agence)',
    en: 'Supervisor or employer',
    source: PRIMERO,
  },
  acquaintance: {
    fr: 'Connaissance (voisinage, colocation, école)',
    en: 'Acquaintance (neighbour, housemate, schoolmate)',
    source: PRIMERO,
  },
  person_in_position: {
    fr: 'Personne en position de confiance (enseignement, services, propriétaire)',
    en: 'Person in a position of trust (teacher, service provider, landlord)',
    source: PRIMERO,
  },
  stranger: { fr: 'Aucun lien auparavant', en: 'No earlier relation', source: PRIMERO },
  other: { fr: 'Autre lien', en: 'Other relation', ctdc: 'recruiterRelationOther' },
  unknown: { fr: 'Lien inconnu', en: 'Unknown', ctdc: 'recruiterRelationUnknown' },
})

/**
 * One axis, two values: a border crossed at any stage makes it international, even if exploitation went on within
 * the country afterwards. A “both” would be counted by some as one and by others as the other.
 */
export const trafficScopes = codeList('Palermo Protocol, art. 3; Public Safety Canada; proposed FR', {
  internal: {
    fr: 'Interne',
    en: 'Internal',
    definition: {
      fr: 'Du début à la fin, aucune frontière du Canada n’a été franchie.',
      en: 'From start to finish, no border of Canada was crossed.',
    },
  },
  international: {
    fr: 'Internationale',
    en: 'International',
    definition: {
      fr: 'Une frontière a été franchie à une étape ou à une autre.',
      en: 'A border was crossed at some stage.',
    },
  },
  unknown: { fr: 'Inconnue', en: 'Unknown' },
})
