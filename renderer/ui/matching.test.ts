import { describe, expect, it } from 'vitest'
import { matching } from './matching.ts'

const find = (query: string) =>
  matching(query, ['Nouvelle situation', 'Aller à : Réglages', 'Verrouiller le coffre'], (text) => text)

describe('the command palette', () => {
  it('shows everything before anything is typed', () => {
    expect(find('  ')).toHaveLength(3)
  })

  it('finds « Réglages » from “regl”: no accent, no capital, an unfinished word', () => {
    expect(find('regl')).toEqual(['Aller à : Réglages'])
  })

  it('does not find « Verrouiller » from its middle', () => {
    expect(find('rou')).toEqual([])
  })

  it('finds words in any order', () => {
    expect(find('coffre verr')).toEqual(['Verrouiller le coffre'])
  })

  it('finds nothing where one of the words is missing', () => {
    expect(find('coffre ouvert')).toEqual([])
  })
})
