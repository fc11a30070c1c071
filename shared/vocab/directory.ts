import { codeList } from './code-list.ts'

/** Whether a service can take someone now, as far as was known on the day it was checked. */
export const capacities = codeList('Proposed', {
  available: { fr: 'Places disponibles', en: 'Places available' },
  limited: { fr: 'Places limitées', en: 'Few places' },
  waiting_list: { fr: 'Liste d’attente', en: 'Waiting list' },
  full: { fr: 'Complet', en: 'Full' },
  unknown: { fr: 'Disponibilité inconnue', en: 'Capacity unknown' },
})
