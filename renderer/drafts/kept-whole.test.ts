import { describe, expect, it } from 'vitest'
import { emptySection, sections } from '../../shared/cases/sections.ts'
import { keptWhole } from './kept-whole.ts'

const long = 'é'.repeat(150_000)
const need = { id: '0b0e7c5e-1f57-4f7b-8f0e-6b5b2d1c9a10', service: 'housing', outcome: null, on: null }

describe('a draft that comes back', () => {
  it('is whole although its text is too long to be saved', () => {
    expect(keptWhole(sections.question, { question: long })).toEqual({ question: long })
    const items = [{ ...need, note: long }]
    expect(keptWhole(sections.services, { items })).toEqual({ items })
  })

  it('has empty fields where an earlier version of the section had none', () => {
    expect(keptWhole(sections.wishes, { wishes: 'Dormir', safeContacts: long })).toEqual({
      ...emptySection('wishes'),
      wishes: 'Dormir',
      safeContacts: long,
    })
  })

  it.each([
    ['of another section', { context: long }],
    ['with a code that is none', { items: [{ ...need, service: 'Pas un code', note: long }] }],
    ['with more items than a section takes', { items: Array(101).fill({ ...need, note: '' }) }],
    ['that is nothing', null],
  ])('is refused when it is one %s', (_, kept) => {
    expect(keptWhole(sections.services, kept)).toBeNull()
  })
})
