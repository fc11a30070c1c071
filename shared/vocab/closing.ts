import { codeList } from './code-list.ts'

const GBVIMS = 'GBVIMS+ case closure form; Québec wording proposed'
const PROPOSED = 'Proposed'

/** Why a case is closed; several may hold. Facts about the follow-up, never a judgement of the person. */
export const closingReasons = codeList(GBVIMS, {
  needs_met: {
    fr: 'Besoins comblés, comme prévu',
    en: 'Needs met as planned',
  },
  needs_met_as_far_as_possible: {
    fr: 'Besoins comblés autant que possible',
    en: 'Needs met as far as possible',
    definition: {
      fr: 'Ce qui manque encore n’est offert nulle part ; les services qui ont fait défaut sont notés.',
      en: 'What is still missing is offered nowhere; the services that were lacking are recorded.',
    },
  },
  agreed_together: {
    fr: 'Fin du suivi décidée ensemble',
    en: 'Both agreed that no further support is needed',
  },
  person_asked: {
    fr: 'Fin du suivi demandée par la personne',
    en: 'The person asked to close',
    definition: {
      fr: 'Elle n’a pas à dire pourquoi.',
      en: 'No reason has to be given.',
    },
  },
  no_contact: {
    fr: 'Plus de nouvelles depuis plus de 30 jours',
    en: 'No contact for more than 30 days',
    definition: {
      fr: 'Malgré des essais par les moyens qu’elle avait dits sûrs, et par ceux-là seulement.',
      en: 'Despite attempts by the means that the person had said were safe, and only by those.',
    },
  },
  left_area: { fr: 'Départ de la région', en: 'Left the area' },
  transferred: {
    fr: 'Suivi repris par un autre organisme',
    en: 'Follow-up taken over by another organisation',
  },
  funding: {
    fr: 'Fin du financement ou du mandat de l’organisme',
    en: 'End of the organisation’s funding or mandate',
    definition: {
      fr: 'Une lacune de services, que la coalition documente.',
      en: 'A gap in services, which the coalition documents.',
    },
  },
  other_situation: {
    fr: 'Autre situation que la traite, soutenue ailleurs',
    en: 'Not trafficking after all, supported elsewhere',
    source: PROPOSED,
  },
  duplicate: {
    fr: 'Même situation qu’une autre déjà suivie',
    en: 'Same situation as another one already followed',
    source: 'Primero case status; proposed',
  },
  deceased: { fr: 'Décès de la personne', en: 'The person has died', source: PROPOSED },
  other: { fr: 'Autre raison', en: 'Other reason', source: PROPOSED },
})

/** What is gone through before closing. Nothing here is compulsory: what was not possible stays unticked. */
export const closingChecklist = codeList(GBVIMS, {
  needs_reviewed: {
    fr: 'Les besoins ont été revus avec elle et comblés autant que possible',
    en: 'Needs were reviewed together and met as far as possible',
  },
  safety_plan: {
    fr: 'Le plan de sécurité a été revu et il est en place',
    en: 'The safety plan was reviewed and is in place',
  },
  may_come_back: {
    fr: 'Elle sait qu’elle peut revenir à tout moment',
    en: 'The person knows that coming back is possible at any time',
  },
  agreed_together: {
    fr: 'La fin du suivi a été décidée ensemble',
    en: 'Closing was agreed together',
  },
  referrals_settled: {
    fr: 'Aucune étape de la trajectoire n’attend de réponse',
    en: 'No referral step awaits an answer',
    source: PROPOSED,
  },
  consents_reviewed: {
    fr: 'Elle sait ce que deviennent ses renseignements et ses consentements',
    en: 'The person knows what becomes of the information and of the consents',
    source: PROPOSED,
  },
  emergency_contact: {
    fr: 'Elle sait qui joindre en cas d’urgence',
    en: 'The person knows whom to reach in an emergency',
    source: PROPOSED,
  },
  feedback_offered: {
    fr: 'Son avis sur les services lui a été demandé',
    en: 'The person was asked what they thought of the services',
    source: 'Primero client feedback form; proposed',
  },
  supervisor_reviewed: {
    fr: 'La supervision a revu la situation',
    en: 'A supervisor has reviewed the case',
  },
})
