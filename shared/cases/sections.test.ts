import { describe, expect, it } from 'vitest'
import { emptySection, namedSection, sectionNames } from './sections.ts'

describe('a section', () => {
  it('nobody has written in yet can be saved as it is', () => {
    for (const name of sectionNames) {
      const body = emptySection(name)
      expect(namedSection.parse({ name, body })).toEqual({ name, body })
    }
  })

  it('puts the person’s own wishes first', () => {
    expect(sectionNames[0]).toBe('wishes')
  })

  it('keeps a code that this version does not know, or knows no more', () => {
    const body = { ...emptySection('profile'), region: 'region_to_come', languages: ['gone'] }
    expect(namedSection.parse({ name: 'profile', body })).toEqual({ name: 'profile', body })
  })

  it('written before a field was there is read as not having it filled', () => {
    expect(namedSection.parse({ name: 'wishes', body: { wishes: 'dormir', safeContacts: '' } })).toEqual({
      name: 'wishes',
      body: { wishes: 'dormir', safeContacts: '', contacts: [] },
    })
  })

  it.each([
    ['a body of another section', { name: 'wishes', body: emptySection('summary') }],
    ['a field it does not have', { name: 'wishes', body: { ...emptySection('wishes'), personName: 'x' } }],
    [
      'words where a code belongs',
      { name: 'profile', body: { ...emptySection('profile'), region: 'Rue Fictive' } },
    ],
    [
      'a month that is none',
      { name: 'profile', body: { ...emptySection('profile'), periodFrom: '2026-13' } },
    ],
    ['a day that is none', { name: 'feedback', body: { ...emptySection('feedback'), on: '2026-02-30' } }],
    ['a text longer than forty pages', { name: 'question', body: { question: 'x'.repeat(100_001) } }],
    ['a name of no section', { name: 'notes', body: {} }],
    ['a prototype', { name: '__proto__', body: {} }],
  ])('refuses %s', (_, section) => {
    expect(namedSection.safeParse(section).success).toBe(false)
  })
})
