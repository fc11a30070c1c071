import { describe, expect, it } from 'vitest'
import { consent, consentState, foldName, lastDaysOf, namesSomebody, organisationsIn } from './consent.ts'

const given = consent.parse({
  id: '3b7c4b6e-6a53-4a0e-8a6c-0d3f6d6f9a11',
  purpose: 'service_referral',
  services: ['safe_housing'],
  givenBy: 'person',
  givenOn: '2026-03-01',
  endsOn: '2026-06-30',
})

describe('a consent', () => {
  it('holds from the day it was given to its last day, both included', () => {
    expect(consentState(given, '2026-02-28')).toBe('notYet')
    expect(consentState(given, '2026-03-01')).toBe('running')
    expect(consentState(given, '2026-06-30')).toBe('running')
    expect(consentState(given, '2026-07-01')).toBe('ended')
  })

  it('is withdrawn as soon as that is noted, even by a clock that is ahead', () => {
    const withdrawn = { ...given, withdrawnOn: '2026-04-02' }
    expect(consentState(withdrawn, '2026-04-02')).toBe('withdrawn')
    expect(consentState(withdrawn, '2026-04-01')).toBe('withdrawn')
  })

  it('counts its days in the last month, down to none on its last day', () => {
    expect(lastDaysOf(given, '2026-05-30')).toBeNull()
    expect(lastDaysOf(given, '2026-05-31')).toBe(30)
    expect(lastDaysOf(given, '2026-06-30')).toBe(0)
    expect(lastDaysOf(given, '2026-07-01')).toBeNull()
    expect(lastDaysOf({ ...given, endsOn: null }, '2026-06-30')).toBeNull()
    expect(lastDaysOf({ ...given, withdrawnOn: '2026-06-01' }, '2026-06-29')).toBeNull()
  })

  it('written by an earlier version is read, with nothing added to what she agreed to', () => {
    const { basis, members, entries, sections, withheld, ground } = given
    expect({ basis, members, entries, sections, withheld, ground }).toEqual({
      basis: 'consent',
      members: [],
      entries: [],
      sections: [],
      withheld: [],
      ground: null,
    })
  })
})

describe('the names of organisations', () => {
  it('are told apart by commas, semicolons and lines, and blank ones name nobody', () => {
    expect(organisationsIn(' Maison fictive, CLSC fictif ;\n , —')).toEqual([
      ' Maison fictive',
      ' CLSC fictif ',
    ])
    expect(namesSomebody({ ...given, recipients: ' , ; ' })).toBe(false)
    expect(namesSomebody({ ...given, recipients: 'Maison fictive' })).toBe(true)
  })

  it('are the same whatever the case, the accents and the apostrophe', () => {
    expect(foldName('L’Élan du Cœur — Saint-Félicien')).toBe(foldName("l'elan du coeur, saint félicien"))
    expect(foldName('Maison A')).not.toBe(foldName('Maison B'))
  })
})
