import { codeList } from './code-list.ts'

const MARAC = 'SafeLives MARAC referral form (safe to call, safe to talk to); wording proposed'

/** Through whom she may be reached. Never a name: who it is stays in the organisation’s own file. */
export const contactPeople = codeList(MARAC, {
  person: { fr: 'La personne elle-même', en: 'The person themself' },
  relative: { fr: 'Membre de la famille', en: 'Relative' },
  friend: { fr: 'Amie ou ami', en: 'Friend' },
  partner: { fr: 'Partenaire', en: 'Partner' },
  caseworker: { fr: 'Intervenante ou intervenant', en: 'Caseworker' },
  shelter: { fr: 'Maison d’hébergement', en: 'Shelter' },
  lawyer: { fr: 'Avocate ou avocat', en: 'Lawyer' },
  health_worker: { fr: 'Professionnelle ou professionnel de la santé', en: 'Health worker' },
  school: { fr: 'École', en: 'School' },
  employer: { fr: 'Employeur', en: 'Employer' },
  other: { fr: 'Quelqu’un d’autre', en: 'Someone else' },
})

export const contactMeans = codeList(MARAC, {
  phone_call: { fr: 'Appel téléphonique', en: 'Phone call' },
  voice_mail: { fr: 'Message vocal', en: 'Voice mail' },
  text_message: { fr: 'Message texte', en: 'Text message' },
  email: { fr: 'Courriel', en: 'E-mail' },
  social_media: { fr: 'Réseau social ou messagerie', en: 'Social media or messaging' },
  mail: { fr: 'Courrier postal', en: 'Letter by post' },
  through_organisation: { fr: 'Par l’entremise d’un organisme', en: 'Through an organisation' },
  in_person: { fr: 'En personne', en: 'In person' },
})

/** From the safest; no answer is not “safe”. */
export const contactSafety = codeList(MARAC, {
  safe: { fr: 'Sûr', en: 'Safe' },
  only_at_times: {
    fr: 'Sûr à certains moments seulement',
    en: 'Safe at certain times only',
    definition: {
      fr: 'Indiquez quand, et ce qu’il ne faut pas dire ni laisser comme message.',
      en: 'Say when, and what must not be said or left as a message.',
    },
  },
  not_safe: {
    fr: 'Pas sûr',
    en: 'Not safe',
    definition: {
      fr: 'N’appelez pas, n’écrivez pas, ne laissez rien.',
      en: 'Do not call, do not write, leave nothing.',
    },
  },
})
