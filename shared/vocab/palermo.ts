import { codeList } from './code-list.ts'

export { purposes } from './purposes.ts'

/*
 * Acts and means; the purposes have their own file. Article 3 of the Protocol to Prevent, Suppress and Punish Trafficking
 * in Persons (Palermo, 2000). Labels keep its words in both languages; definitions are ours, for whoever never read it.
 */
const PALERMO = 'Palermo Protocol, art. 3(a)'

export const acts = codeList(PALERMO, {
  recruitment: {
    fr: 'Recrutement',
    en: 'Recruitment',
    definition: {
      fr: 'Attirer ou engager la personne, en face à face, en ligne ou par quelqu’un d’autre.',
      en: 'Drawing the person in or hiring them, face to face, online or through someone else.',
    },
  },
  transportation: {
    fr: 'Transport',
    en: 'Transportation',
    definition: {
      fr: 'La conduire ou la faire voyager d’un endroit à un autre, même dans une seule ville.',
      en: 'Driving the person or making them travel from one place to another, even within one town.',
    },
  },
  transfer: {
    fr: 'Transfert',
    en: 'Transfer',
    definition: {
      fr: 'La faire passer sous le contrôle de quelqu’un d’autre.',
      en: 'Handing control over the person to someone else.',
    },
  },
  harbouring: {
    fr: 'Hébergement',
    en: 'Harbouring',
    definition: {
      fr: 'La loger ou la garder quelque part pour qu’elle soit exploitée.',
      en: 'Housing the person or keeping them somewhere so that they can be exploited.',
    },
  },
  receipt: {
    fr: 'Accueil',
    en: 'Receipt',
    definition: {
      fr: 'La recevoir à l’arrivée, sur un lieu de travail ou d’exploitation.',
      en: 'Receiving the person on arrival, at a place of work or of exploitation.',
    },
  },
})

/** Never demanded for a minor: see means-rule.ts. */
export const means = codeList(PALERMO, {
  force: {
    fr: 'Menace de recours ou recours à la force',
    en: 'Threat or use of force',
    definition: {
      fr: 'User de force, ou menacer de le faire, contre elle ou ses proches.',
      en: 'Using force, or threatening to, against the person or people close to them.',
    },
  },
  coercion: {
    fr: 'Autres formes de contrainte',
    en: 'Other forms of coercion',
    definition: {
      fr: 'Faire pression sans force : chantage, surveillance, dette, papiers retenus.',
      en: 'Pressure without force: blackmail, surveillance, a debt, documents kept.',
    },
  },
  abduction: {
    fr: 'Enlèvement',
    en: 'Abduction',
    definition: {
      fr: 'L’emmener ou la retenir contre son gré.',
      en: 'Taking the person away or holding them against their will.',
    },
  },
  fraud: {
    fr: 'Fraude',
    en: 'Fraud',
    definition: {
      fr: 'Se servir de faux : faux contrat, faux papiers, fausse agence.',
      en: 'Using something false: a contract, papers, an agency.',
    },
  },
  deception: {
    fr: 'Tromperie',
    en: 'Deception',
    definition: {
      fr: 'Mentir sur le travail, la relation ou les conditions qui l’attendent.',
      en: 'Lying about the work, the relationship or the conditions that await the person.',
    },
  },
  abuse_of_power: {
    fr: 'Abus d’autorité',
    en: 'Abuse of power',
    definition: {
      fr: 'Se servir du pouvoir que donne une place : parent, employeur, personne en autorité.',
      en: 'Using the power that a position gives: parent, employer, figure of authority.',
    },
  },
  abuse_of_vulnerability: {
    fr: 'Abus d’une situation de vulnérabilité',
    en: 'Abuse of a position of vulnerability',
    definition: {
      fr: 'Profiter de ce qu’elle n’a pas de choix réel : statut, pauvreté, âge, santé, isolement.',
      en: 'Taking advantage of someone having no real choice: status, poverty, age, health, isolation.',
    },
  },
  payments: {
    fr: 'Offre ou acceptation de paiements ou d’avantages afin d’obtenir le consentement d’une personne ayant autorité sur une autre',
    en: 'Giving or receiving of payments or benefits to achieve the consent of a person having control over another person',
    definition: {
      fr: 'Payer ou avantager quelqu’un qui a autorité sur elle, pour pouvoir l’exploiter.',
      en: 'Paying or favouring someone who has control over the person, so as to exploit them.',
    },
  },
})
