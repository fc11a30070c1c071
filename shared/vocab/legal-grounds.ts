import { codeList } from './code-list.ts'

const UNSURE = 'from memory, to be checked; wording proposed'

/**
 * What lets a referral or a packet go without her consent. Exceptions, each noted with the facts behind it. No statute
 * stands in a label or a definition: what is in `source` has to be read again against the official text.
 */
export const legalGrounds = codeList(UNSURE, {
  imminent_danger: {
    fr: 'Danger grave et imminent pour la vie ou la sécurité',
    en: 'Serious and imminent danger to life or safety',
    source: `Code des professions, s. 60.4; P-39.1, s. 18.1; A-2.1, s. 59.1: ${UNSURE}`,
    definition: {
      fr: 'Il y a lieu de craindre la mort ou des blessures graves, et il y a urgence. Seulement ce qui est nécessaire, à qui peut l’empêcher.',
      en: 'There is reason to fear death or serious injury, and it is urgent. Only what is needed, to whoever can prevent it.',
    },
  },
  youth_protection_report: {
    fr: 'Signalement à la protection de la jeunesse (DPJ)',
    en: 'Report to youth protection (DPJ)',
    source: `LPJ (P-34.1), ss. 38–39: ${UNSURE}`,
    definition: {
      fr: 'La sécurité ou le développement d’une personne de moins de 18 ans est, ou peut être, compromis. Le signalement va à la DPJ et à nul autre.',
      en: 'The safety or development of someone under 18 is, or may be, at risk. The report goes to youth protection and to nobody else.',
    },
  },
  court_order: {
    fr: 'Ordonnance d’un tribunal ou citation à comparaître',
    en: 'Court order or subpoena',
    source: `P-39.1, s. 18: ${UNSURE}`,
    definition: {
      fr: 'Un document officiel oblige à communiquer. Faites-le lire par une avocate ou un avocat avant de remettre quoi que ce soit.',
      en: 'An official document requires disclosure. Have a lawyer read it before handing anything over.',
    },
  },
  other: {
    fr: 'Autre motif prévu par la loi',
    en: 'Other ground set out in law',
    definition: {
      fr: 'Indiquez dans la note quelle loi le permet et qui l’a vérifié.',
      en: 'Say in the note which law allows it and who has checked.',
    },
  },
})

const PRIMERO = 'Primero data_confidentiality; wording proposed'

/** Why something must be kept from someone. Her wish is enough: she owes no reason. */
export const withholdReasons = codeList(PRIMERO, {
  fear_of_harm: {
    fr: 'Crainte pour sa sécurité ou celle de ses proches',
    en: 'Fear of harm to the person or to people close to them',
  },
  wants_to_tell: { fr: 'Souhaite le dire elle-même', en: 'Wants to tell it personally' },
  no_reason_given: { fr: 'Sans raison donnée', en: 'No reason given', source: 'Proposed' },
  other: { fr: 'Autre raison', en: 'Other reason' },
})

/** How what is asked was explained to her; several may hold. */
export const explainedWays = codeList('LRSSS (R-22.1), s. 6 (plain terms); list proposed', {
  aloud_plain_words: { fr: 'De vive voix, en mots simples', en: 'Aloud, in plain words' },
  read_together: { fr: 'Par une lecture à deux', en: 'By reading it together' },
  in_writing: { fr: 'Par écrit, remis à la personne', en: 'In writing, left with the person' },
  with_interpreter: {
    fr: 'Avec une ou un interprète',
    en: 'With an interpreter',
    definition: {
      fr: 'Jamais un membre de la famille, ni quelqu’un du milieu de la personne qui exploite.',
      en: 'Never a relative, nor someone from the exploiter’s circle.',
    },
  },
  with_support_person: {
    fr: 'Avec une personne de confiance à ses côtés',
    en: 'With a trusted person present',
  },
  with_images: { fr: 'À l’aide d’images ou d’exemples', en: 'With images or examples' },
  by_phone_or_video: { fr: 'Au téléphone ou par vidéo', en: 'By phone or video' },
  said_back: {
    fr: 'Redit par la personne dans ses propres mots',
    en: 'Said back by the person in their own words',
  },
})
