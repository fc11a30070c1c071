import { codeList } from './code-list.ts'

/**
 * Québec’s 17 administrative regions, by official code. Names are the same in both languages. The dash between two
 * merged regions (02, 11) is an en dash, the other joins are hyphens. These are not the codes of the health network,
 * where 04 and 17 are other places.
 */
export const regions = codeList('Décret D-11, r. 1, annexe I', {
  '01': { fr: 'Bas-Saint-Laurent', en: 'Bas-Saint-Laurent' },
  '02': { fr: 'Saguenay–Lac-Saint-Jean', en: 'Saguenay–Lac-Saint-Jean' },
  '03': { fr: 'Capitale-Nationale', en: 'Capitale-Nationale' },
  '04': { fr: 'Mauricie', en: 'Mauricie' },
  '05': { fr: 'Estrie', en: 'Estrie' },
  '06': { fr: 'Montréal', en: 'Montréal' },
  '07': { fr: 'Outaouais', en: 'Outaouais' },
  '08': { fr: 'Abitibi-Témiscamingue', en: 'Abitibi-Témiscamingue' },
  '09': { fr: 'Côte-Nord', en: 'Côte-Nord' },
  '10': { fr: 'Nord-du-Québec', en: 'Nord-du-Québec' },
  '11': { fr: 'Gaspésie–Îles-de-la-Madeleine', en: 'Gaspésie–Îles-de-la-Madeleine' },
  '12': { fr: 'Chaudière-Appalaches', en: 'Chaudière-Appalaches' },
  '13': { fr: 'Laval', en: 'Laval' },
  '14': { fr: 'Lanaudière', en: 'Lanaudière' },
  '15': { fr: 'Laurentides', en: 'Laurentides' },
  '16': { fr: 'Montérégie', en: 'Montérégie' },
  '17': { fr: 'Centre-du-Québec', en: 'Centre-du-Québec' },
  outside: { fr: 'Hors Québec', en: 'Outside Québec', source: 'Proposed' },
  unknown: { fr: 'Région inconnue', en: 'Unknown region', source: 'Proposed' },
})
