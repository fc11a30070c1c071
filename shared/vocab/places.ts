import { codeList } from './code-list.ts'

/**
 * Where the exploitation took place. CTDC’s CountryOfExploitation holds one country: `ctdc` is its value where there is
 * only one and it is known. Which other country is never asked: a country and a region together may single her out.
 */
export const exploitationPlaces = codeList('CTDC CountryOfExploitation, grouped; wording proposed', {
  canada_only: {
    fr: 'Au Canada seulement',
    en: 'In Canada only',
    ctdc: 'CA',
    source: 'CTDC CountryOfExploitation; its two-letter value is from memory, to be checked',
  },
  abroad_only: {
    fr: 'À l’étranger seulement',
    en: 'Abroad only',
    definition: {
      fr: 'Elle a été exploitée ailleurs et se trouve maintenant au Québec.',
      en: 'The person was exploited elsewhere and is now in Québec.',
    },
  },
  canada_and_abroad: { fr: 'Au Canada et à l’étranger', en: 'In Canada and abroad' },
  unknown: { fr: 'Lieu inconnu', en: 'Place unknown' },
})
