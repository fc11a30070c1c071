import { expect, it } from 'vitest'
import { codesOf } from './code-list.ts'
import { regions } from './regions.ts'

/** Décret D-11, r. 1, annexe I, copied by hand: \u2013 is the en dash between two merged regions. */
const OFFICIAL = [
  ['01', 'Bas-Saint-Laurent'],
  ['02', 'Saguenay\u2013Lac-Saint-Jean'],
  ['03', 'Capitale-Nationale'],
  ['04', 'Mauricie'],
  ['05', 'Estrie'],
  ['06', 'Montréal'],
  ['07', 'Outaouais'],
  ['08', 'Abitibi-Témiscamingue'],
  ['09', 'Côte-Nord'],
  ['10', 'Nord-du-Québec'],
  ['11', 'Gaspésie\u2013Îles-de-la-Madeleine'],
  ['12', 'Chaudière-Appalaches'],
  ['13', 'Laval'],
  ['14', 'Lanaudière'],
  ['15', 'Laurentides'],
  ['16', 'Montérégie'],
  ['17', 'Centre-du-Québec'],
]

it('lists the seventeen regions in order, then outside and unknown', () => {
  expect(codesOf(regions)).toEqual([...OFFICIAL.map(([code]) => code), 'outside', 'unknown'])
})

it('has the official names, dash for dash, in both languages', () => {
  const numbered = codesOf(regions).slice(0, 17)
  expect(numbered.map((code) => [code, regions[code].fr])).toEqual(OFFICIAL)
  expect(numbered.map((code) => [code, regions[code].en])).toEqual(OFFICIAL)
})
