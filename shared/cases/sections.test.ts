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

  it.each([
    ['a body of another section', { name: 'wishes', body: emptySection('summary') }],
    ['a field it does not have', { name: 'wishes', body: { ...emptySection('wishes'), personName: 'x' } }],
    [
      'a code that is in no list',
      { name: 'profile', body: { ...emptySection('profile'), region: 'Atlantide' } },
    ],
    ['a text longer than forty pages', { name: 'question', body: { question: 'x'.repeat(100_001) } }],
    ['a name of no section', { name: 'notes', body: {} }],
    ['a prototype', { name: '__proto__', body: {} }],
  ])('refuses %s', (_, section) => {
    expect(namedSection.safeParse(section).success).toBe(false)
  })
})
