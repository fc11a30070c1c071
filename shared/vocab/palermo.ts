import { codeList } from './code-list.ts'

/*
 * Act, means, purpose: article 3 of the Protocol to Prevent, Suppress and Punish Trafficking in Persons (Palermo,
 * 2000). Labels keep the Protocol's words in both languages; definitions are ours, for someone who has never read it.
 */
const PALERMO = 'Palermo Protocol, art. 3(a)'
const UN_2010 = 'UN CTOC/COP/WG.4/2010/2'

export const acts = codeList(PALERMO, {
  recruitment: {
    fr: 'Recrutement',
    en: 'Recruitment',
    definition: {
      fr: 'Attirer ou engager la personne, en face à face, en ligne ou par quelqu’un d’autre.',
      en: 'Drawing the person in or hiring her, face to face, online or through someone else.',
    },
  },
  transportation: {
    fr: 'Transport',
    en: 'Transportation',
    definition: {
      fr: 'La conduire ou la faire voyager d’un endroit à un autre, même dans une seule ville.',
      en: 'Driving her or making her travel from one place to another, even within one town.',
    },
  },
  transfer: {
    fr: 'Transfert',
    en: 'Transfer',
    definition: {
      fr: 'La faire passer sous le contrôle de quelqu’un d’autre.',
      en: 'Handing control over her to someone else.',
    },
  },
  harbouring: {
    fr: 'Hébergement',
    en: 'Harbouring',
    definition: {
      fr: 'La loger ou la garder quelque part pour qu’elle soit exploitée.',
      en: 'Housing or keeping her somewhere so that she can be exploited.',
    },
  },
  receipt: {
    fr: 'Accueil',
    en: 'Receipt',
    definition: {
      fr: 'La recevoir à l’arrivée, sur un lieu de travail ou d’exploitation.',
      en: 'Receiving her on arrival, at a place of work or of exploitation.',
    },
  },
})

/** Never demanded for a minor: see means-rule.ts. */
export const means = codeList(PALERMO, {
  force: {
    fr: 'Menace de recours ou recours à la force',
    en: 'Threat or use of force',
    definition: {
      fr: 'Frapper, retenir de force ou menacer de le faire, elle ou ses proches.',
      en: 'Hitting, holding by force or threatening to, whether her or people close to her.',
    },
  },
  coercion: {
    fr: 'Autres formes de contrainte',
    en: 'Other forms of coercion',
    definition: {
      fr: 'Faire pression sans force : chantage, surveillance, dette, papiers retenus.',
      en: 'Pressure without force: blackmail, surveillance, a debt, documents kept.',
    },
  },
  abduction: {
    fr: 'Enlèvement',
    en: 'Abduction',
    definition: {
      fr: 'L’emmener ou la retenir contre son gré.',
      en: 'Taking her away or holding her against her will.',
    },
  },
  fraud: {
    fr: 'Fraude',
    en: 'Fraud',
    definition: {
      fr: 'Se servir de faux : faux contrat, faux papiers, fausse agence.',
      en: 'Using something false: a contract, papers, an agency.',
    },
  },
  deception: {
    fr: 'Tromperie',
    en: 'Deception',
    definition: {
      fr: 'Mentir sur le travail, la relation ou les conditions qui l’attendent.',
      en: 'Lying about the work, the relationship or the conditions that await her.',
    },
  },
  abuse_of_power: {
    fr: 'Abus d’autorité',
    en: 'Abuse of power',
    definition: {
      fr: 'Se servir du pouvoir que donne une place : parent, patronat, figure d’autorité.',
      en: 'Using the power that a position gives: parent, employer, figure of authority.',
    },
  },
  abuse_of_vulnerability: {
    fr: 'Abus d’une situation de vulnérabilité',
    en: 'Abuse of a position of vulnerability',
    definition: {
      fr: 'Profiter de ce qu’elle n’a pas de choix réel : statut, pauvreté, âge, santé, isolement.',
      en: 'Taking advantage of her having no real choice: status, poverty, age, health, isolation.',
    },
  },
  payments: {
    fr: 'Offre ou acceptation de paiements ou d’avantages afin d’obtenir le consentement d’une personne ayant autorité sur une autre',
    en: 'Giving or receiving of payments or benefits to achieve the consent of a person having control over another person',
    definition: {
      fr: 'Payer quelqu’un qui a autorité sur elle pour qu’il la laisse exploiter.',
      en: 'Paying someone who has control over her to let her be exploited.',
    },
  },
})

/**
 * The Protocol gives these purposes “at a minimum”, hence the additions and `other`. Several purposes share one CTDC
 * column; CTDC’s isSexAndLabour is worked out from the two others when exporting.
 */
export const purposes = codeList(PALERMO, {
  sexual_exploitation: {
    fr: 'Exploitation de la prostitution d’autrui ou autres formes d’exploitation sexuelle',
    en: 'Exploitation of the prostitution of others or other forms of sexual exploitation',
    ctdc: 'isSexualExploit',
    definition: {
      fr: 'Tirer profit d’actes ou d’images sexuels de la personne.',
      en: 'Profiting from sexual acts or images of the person.',
    },
  },
  forced_labour: {
    fr: 'Travail ou services forcés',
    en: 'Forced labour or services',
    ctdc: 'isForcedLabour',
    definition: {
      fr: 'Obtenir un travail ou un service sous la menace, sans qu’elle l’ait offert librement.',
      en: 'Getting work or a service under threat, when she has not freely offered it.',
    },
  },
  slavery: {
    fr: 'Esclavage',
    en: 'Slavery',
    ctdc: 'isSlaveryAndPractices',
    definition: {
      fr: 'La traiter comme une chose que l’on possède.',
      en: 'Treating her as a thing that is owned.',
    },
  },
  practices_similar_to_slavery: {
    fr: 'Pratiques analogues à l’esclavage',
    en: 'Practices similar to slavery',
    ctdc: 'isSlaveryAndPractices',
    definition: {
      fr: 'La placer sous l’emprise d’autrui par une dette, une union ou la remise d’un enfant.',
      en: 'Placing her under someone’s hold through a debt, a union or the handing over of a child.',
    },
  },
  servitude: {
    fr: 'Servitude',
    en: 'Servitude',
    ctdc: 'isSlaveryAndPractices',
    definition: {
      fr: 'L’obliger à servir quelqu’un sans pouvoir changer sa condition ni partir.',
      en: 'Making her serve someone with no way to change her condition or leave.',
    },
  },
  organ_removal: {
    fr: 'Prélèvement d’organes',
    en: 'Removal of organs',
    ctdc: 'isOrganRemoval',
    definition: {
      fr: 'Lui faire enlever un organe pour le vendre ou le donner à d’autres.',
      en: 'Having an organ taken from her to sell it or give it to others.',
    },
  },
  forced_marriage: {
    fr: 'Mariage forcé ou servile',
    en: 'Forced or servile marriage',
    ctdc: 'isForcedMarriage',
    source: UN_2010,
    definition: {
      fr: 'L’unir à quelqu’un sans qu’elle puisse refuser.',
      en: 'Marrying her to someone when she cannot refuse.',
    },
  },
  debt_bondage: {
    fr: 'Servitude pour dettes',
    en: 'Debt bondage',
    ctdc: 'isSlaveryAndPractices',
    source: UN_2010,
    definition: {
      fr: 'La faire travailler pour une dette qui ne s’éteint jamais.',
      en: 'Making her work for a debt that is never paid off.',
    },
  },
  domestic_servitude: {
    fr: 'Servitude domestique',
    en: 'Domestic servitude',
    ctdc: 'isForcedLabour',
    source: 'IOM France, TACT',
    definition: {
      fr: 'La faire servir dans une maison, sans repos, sans paie juste ni liberté.',
      en: 'Making her serve in a home without rest, fair pay or freedom.',
    },
  },
  forced_begging: {
    fr: 'Mendicité forcée',
    en: 'Forced begging',
    ctdc: 'isForcedLabour',
    source: 'IOM France, TACT',
    definition: {
      fr: 'L’obliger à mendier et en garder l’argent.',
      en: 'Making her beg and keeping the money.',
    },
  },
  forced_criminality: {
    fr: 'Criminalité forcée',
    en: 'Forced criminality',
    ctdc: 'isForcedLabour',
    source: 'IOM France, TACT',
    definition: {
      fr: 'L’obliger à commettre des délits au profit de quelqu’un d’autre.',
      en: 'Making her commit offences for someone else’s gain.',
    },
  },
  forced_military: {
    fr: 'Enrôlement forcé',
    en: 'Forced military service',
    ctdc: 'isForcedMilitary',
    source: 'CTDC; proposed FR',
    definition: {
      fr: 'La forcer à combattre ou à servir dans un groupe armé.',
      en: 'Forcing her to fight for or serve in an armed group.',
    },
  },
  other: {
    fr: 'Autre forme d’exploitation',
    en: 'Other exploitation',
    ctdc: 'isOtherExploit',
    source: 'CTDC; proposed FR',
    definition: {
      fr: 'Une exploitation qui n’entre dans aucune autre case.',
      en: 'Exploitation that fits nowhere else.',
    },
  },
  unknown: {
    fr: 'Pas encore connue',
    en: 'Not yet known',
    source: 'Proposed',
    definition: {
      fr: 'On ne sait pas encore à quoi elle devait servir.',
      en: 'It is not yet known what it was for.',
    },
  },
})
