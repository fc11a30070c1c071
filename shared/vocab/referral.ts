import { codeList } from './code-list.ts'

const FIELD = 'Primero, SORMAS, ETO, HL7 table 0283; wording proposed'
const REASONS = 'Proposed, after ETO and open-path/Boston#65'

/** French labels agree with « étape ». Who may go from one to the next: transitions.ts. */
export const stepStates = codeList(FIELD, {
  draft: { fr: 'Brouillon', en: 'Draft' },
  sent: { fr: 'Envoyée', en: 'Sent' },
  received: { fr: 'Reçue', en: 'Received' },
  accepted: { fr: 'Acceptée', en: 'Accepted' },
  refused: { fr: 'Refusée', en: 'Refused' },
  expired: {
    fr: 'Expirée',
    en: 'Expired',
    definition: {
      fr: 'Personne n’a répondu à temps. On peut renvoyer l’étape, la retirer ou noter une réponse tardive.',
      en: 'Nobody answered in time. The step can be sent again, withdrawn, or answered late.',
    },
  },
  in_progress: { fr: 'En cours', en: 'In progress' },
  completed: { fr: 'Terminée', en: 'Completed' },
  not_completed: {
    fr: 'Non complétée',
    en: 'Not completed',
    definition: {
      fr: 'L’organisme avait accepté, mais le service n’a pas été rendu jusqu’au bout.',
      en: 'The organisation had accepted, but the service was not given to the end.',
    },
  },
  withdrawn: {
    fr: 'Retirée',
    en: 'Withdrawn',
    definition: {
      fr: 'Nous reprenons la demande avant que l’organisme l’ait acceptée.',
      en: 'We take the request back before the organisation has accepted it.',
    },
  },
  revoked: {
    fr: 'Révoquée',
    en: 'Revoked',
    definition: {
      fr: 'La personne retire son consentement après que l’organisme a accepté. Elle n’a pas à dire pourquoi.',
      en: 'The person withdraws consent after the organisation has accepted. They need not say why.',
    },
  },
})
export type StepState = keyof typeof stepStates

/** Why the organisation asked says no. Kept apart from her own refusal: one is a gap in services, the other her right. */
export const refusalReasons = codeList(REASONS, {
  no_capacity: { fr: 'Pas de place', en: 'No capacity' },
  waiting_list: { fr: 'Liste d’attente trop longue', en: 'Waiting list too long' },
  not_eligible: { fr: 'Conditions d’accès non remplies', en: 'Conditions not met' },
  not_offered: { fr: 'Service non offert', en: 'Service not offered' },
  outside_territory: { fr: 'Hors du territoire desservi', en: 'Outside the territory served' },
  language_not_offered: { fr: 'Langue non offerte', en: 'Language not offered' },
  safety_not_assured: { fr: 'Sécurité impossible à assurer', en: 'Safety cannot be assured' },
  more_information_needed: {
    fr: 'Information insuffisante pour décider',
    en: 'Not enough information to decide',
  },
  conflict_of_interest: { fr: 'Conflit d’intérêts', en: 'Conflict of interest' },
  already_served: { fr: 'Service déjà rendu à la personne', en: 'Already serving the person' },
  other: { fr: 'Autre raison', en: 'Other reason' },
})

/** Why an accepted step did not come through. */
export const notCompletedReasons = codeList(REASONS, {
  person_declined: { fr: 'La personne a choisi de ne pas continuer', en: 'The person chose not to go on' },
  not_reached: { fr: 'Personne non rejointe', en: 'The person could not be reached' },
  moved: { fr: 'Départ de la région', en: 'Left the area' },
  wait_too_long: { fr: 'Attente trop longue', en: 'The wait was too long' },
  service_ended: { fr: 'Service interrompu', en: 'Service interrupted' },
  not_eligible: { fr: 'Conditions d’accès non remplies', en: 'Conditions not met' },
  barrier: {
    fr: 'Obstacle pratique (transport, horaire, garde d’enfants)',
    en: 'Practical barrier (transport, hours, child care)',
  },
  language_barrier: { fr: 'Barrière de langue', en: 'Language barrier' },
  safety: { fr: 'Sécurité', en: 'Safety' },
  other: { fr: 'Autre raison', en: 'Other reason' },
})

/** Why the sender takes a step back before it is accepted. */
export const withdrawalReasons = codeList(REASONS, {
  consent_withdrawn: { fr: 'Consentement retiré', en: 'Consent withdrawn' },
  person_declined: { fr: 'La personne a choisi de ne pas continuer', en: 'The person chose not to go on' },
  need_changed: { fr: 'Le besoin a changé', en: 'The need has changed' },
  found_elsewhere: { fr: 'Service trouvé ailleurs', en: 'Service found elsewhere' },
  no_answer: { fr: 'Aucune réponse', en: 'No answer' },
  safety: { fr: 'Sécurité', en: 'Safety' },
  sent_in_error: { fr: 'Envoi par erreur', en: 'Sent in error' },
  other: { fr: 'Autre raison', en: 'Other reason' },
})

/** Every reason a move of a step can carry. A code found in two lists says the same thing in both. */
export const stepReasons = { ...refusalReasons, ...notCompletedReasons, ...withdrawalReasons } as const

/** Why a service was not asked for at all. Two of them are gaps: `isServiceGap`. */
export const noReferralReasons = codeList('Primero lookup-service-referred-gbv; Québec wording proposed', {
  provided_by_us: { fr: 'Service assuré par notre organisme', en: 'Provided by our own organisation' },
  already_provided: { fr: 'Service déjà reçu ailleurs', en: 'Already received elsewhere' },
  not_applicable: { fr: 'Ne s’applique pas', en: 'Not applicable' },
  declined_by_person: { fr: 'La personne ne le souhaite pas', en: 'The person does not want it' },
  waiting_list: { fr: 'Liste d’attente', en: 'Waiting list', source: 'Proposed' },
  service_unavailable: { fr: 'Service non disponible', en: 'Service unavailable' },
})

/** What became of one service that she needs: asked for, or why not. */
export const serviceOutcomes = {
  ...codeList('Primero lookup-service-referred-gbv; Québec wording proposed', {
    referred: { fr: 'Référence faite', en: 'Referred' },
  }),
  ...noReferralReasons,
} as const

/** She needed it and it was not there: what the coalition documents and pleads for. Her own refusal never counts as one. */
export function isServiceGap(outcome: string): boolean {
  return outcome === 'waiting_list' || outcome === 'service_unavailable'
}

/** How a step is put to an organisation. */
export const stepChannels = codeList('Proposed', {
  packet: {
    fr: 'Paquet chiffré',
    en: 'Encrypted packet',
    definition: {
      fr: 'L’organisme a Relais : la réponse revient d’elle-même dans l’étape.',
      en: 'The organisation has Relais: the answer comes back into the step by itself.',
    },
  },
  letter: {
    fr: 'Lettre imprimée',
    en: 'Printed letter',
    definition: {
      fr: 'L’organisme n’a pas Relais : la réponse est notée à la main.',
      en: 'The organisation does not have Relais: the answer is noted by hand.',
    },
  },
  phone: { fr: 'Par téléphone', en: 'By phone' },
  in_person: { fr: 'En personne', en: 'In person' },
})
