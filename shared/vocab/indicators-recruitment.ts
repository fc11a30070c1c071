import type { SignEntry } from './indicators.ts'

/** How it began, and how she was moved: recruitment (also online), movement and documents. */
export const signsOfRecruitment = {
  work_not_as_promised: {
    fr: 'Le travail ou les études promis n’existaient pas, ou étaient tout autres',
    en: 'The promised work or studies did not exist, or were very different',
    group: 'recruitment',
    suggests: { acts: ['recruitment'], means: ['deception'], controls: ['false_promises'] },
  },
  false_contract_or_agency: {
    fr: 'Faux contrat, fausse agence ou papiers arrangés par quelqu’un d’autre',
    en: 'A false contract or agency, or papers arranged by someone else',
    group: 'recruitment',
    suggests: { acts: ['recruitment'], means: ['fraud'] },
  },
  romantic_promise: {
    fr: 'Une relation amoureuse a mené peu à peu à l’exploitation',
    en: 'A romantic relationship led step by step to exploitation',
    definition: {
      fr: 'Cadeaux, grand amour, promesse d’une vie à deux, puis des demandes auxquelles il est difficile de dire non.',
      en: 'Gifts, great love, the promise of a life together, then demands that are hard to refuse.',
    },
    group: 'recruitment',
    suggests: { acts: ['recruitment'], means: ['deception'], controls: ['false_promises'] },
  },
  hardship_used: {
    fr: 'Quelqu’un a profité d’un moment difficile pour l’attirer',
    en: 'Someone took advantage of a hard time to draw the person in',
    definition: {
      fr: 'Par exemple : sans logement, à la sortie d’un centre jeunesse, en fugue, sans statut, aux prises avec la consommation.',
      en: 'For instance: without a home, leaving a youth centre, having run away, without status, struggling with substances.',
    },
    group: 'recruitment',
    suggests: { acts: ['recruitment'], means: ['abuse_of_vulnerability'] },
  },
  handed_over_for_gain: {
    fr: 'Un proche ou une personne en autorité l’a confiée à quelqu’un contre un avantage',
    en: 'A relative or a person in authority handed the person over in return for a benefit',
    group: 'recruitment',
    suggests: { acts: ['transfer'], means: ['payments', 'abuse_of_power'] },
  },
  made_to_recruit: {
    fr: 'On la pousse à amener d’autres personnes',
    en: 'The person is pushed to bring others in',
    group: 'recruitment',
  },
  travel_in_other_hands: {
    fr: 'Quelqu’un d’autre a organisé et payé le voyage, et en garde les détails',
    en: 'Someone else arranged and paid for the journey, and keeps its details',
    group: 'movement_documents',
    suggests: { acts: ['transportation'] },
  },
  met_on_arrival: {
    fr: 'À l’arrivée, quelqu’un l’attendait pour la conduire sur le lieu d’exploitation',
    en: 'On arrival, someone was waiting to take the person to the place of exploitation',
    group: 'movement_documents',
    suggests: { acts: ['receipt'] },
  },
  moved_often: {
    fr: 'Déplacée souvent d’une ville ou d’une adresse à une autre, sans le choisir',
    en: 'Moved often from one town or address to another, without choosing to',
    group: 'movement_documents',
    suggests: { acts: ['transportation'] },
  },
  documents_held: {
    fr: 'Passeport, permis ou cartes gardés par quelqu’un d’autre',
    en: 'Passport, permit or cards kept by someone else',
    group: 'movement_documents',
    suggests: { means: ['coercion'], controls: ['withholds_documents'] },
  },
  permit_used_as_hold: {
    fr: 'Permis de travail lié à un seul employeur, qui s’en sert pour la retenir',
    en: 'A work permit tied to one employer, who uses it to keep the person',
    group: 'movement_documents',
    suggests: { means: ['abuse_of_power', 'abuse_of_vulnerability'], purposes: ['forced_labour'] },
  },
  first_contact_online: {
    fr: 'Premier contact sur un réseau social, un jeu ou une application',
    en: 'First contact on a social network, a game or an app',
    group: 'online',
    suggests: { acts: ['recruitment'] },
  },
} as const satisfies Readonly<Record<string, SignEntry>>
