import type { Locale } from '../app/app.contract.ts'

/** A sentence in both languages; `{name}` is filled in. */
type Worded = Readonly<Record<Locale, string>>

/**
 * How a consent says for whom it is and what is to be kept from whom, under the ids that these sentences have on the screen. A test
 * beside the screen's own holds the two together: on paper nothing else may be promised to her.
 */
export const consentWords = {
  'consent.ofGround': {
    fr: '{purpose}, sans consentement',
    en: '{purpose}, without consent',
  },
  'consent.recipients': {
    fr: 'Pour qui',
    en: 'For whom',
  },
  'consent.recipients.any.authorities': {
    fr: 'La police ou les tribunaux',
    en: 'The police or the courts',
  },
  'consent.recipients.any.committee_review': {
    fr: 'Les membres du comité à qui vous l’envoyez',
    en: 'The committee members to whom you send it',
  },
  'consent.recipients.any.coordination': {
    fr: 'Les organismes qui donnent ces services',
    en: 'The organisations that give these services',
  },
  'consent.recipients.any.service_referral': {
    fr: 'Tout organisme qui donne ces services',
    en: 'Any organisation that gives these services',
  },
  'consent.recipients.any.statistics': {
    fr: 'La coalition',
    en: 'The coalition',
  },
  'consent.recipients.member': {
    fr: '{name}, {organisation}',
    en: '{name}, {organisation}',
  },
  'consent.recipients.nobody': {
    fr: 'Personne n’est nommé : rien ne peut partir',
    en: 'Nobody is named: nothing can leave',
  },
  'consent.recipients.open': {
    fr: 'Tous ceux à qui ce but s’adresse',
    en: 'Everyone whom the purpose is about',
  },
  'consent.recipients.unknown': {
    fr: 'Quelqu’un qui n’est plus dans ce coffre',
    en: 'Someone no longer in this vault',
  },
  'consent.endsOn.none': {
    fr: 'Sans date de fin',
    en: 'No end date',
  },
  'consent.withheld': {
    fr: 'À ne pas communiquer',
    en: 'Not to be shared',
  },
  'consent.withheld.because': {
    fr: '{kept} ({reasons})',
    en: '{kept} ({reasons})',
  },
  'consent.withheld.sentence': {
    fr: 'Ne sera pas communiqué à {whom} : {what}',
    en: 'Will not be shared with {whom}: {what}',
  },
  'consent.withheld.sentence.all': {
    fr: 'Rien ne sera communiqué à {whom}',
    en: 'Nothing will be shared with {whom}',
  },
  'consent.withheld.sentence.everybody': {
    fr: 'Ne sera communiqué à personne : {what}',
    en: 'Will be shared with nobody: {what}',
  },
  'consent.withheld.sentence.none': {
    fr: 'Rien ne sera communiqué, à personne',
    en: 'Nothing will be shared, with anybody',
  },
} as const satisfies Readonly<Record<string, Worded>>
