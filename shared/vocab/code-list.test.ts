import { expect, it } from 'vitest'
import { codeList, codesOf, isCodeOf, labelOf, offeredCodes } from './code-list.ts'

const list = codeList('list', {
  '02': { fr: 'Deux', en: 'Two' },
  '10': { fr: 'Dix', en: 'Ten', source: 'own' },
  other: { fr: 'Autre', en: 'Other' },
  apart: { fr: 'À part', en: 'Apart' },
  former: { fr: 'Ancien', en: 'Former', retired: true },
})

it('keeps the written order, though JavaScript would put 10 before 02', () => {
  expect(codesOf(list)).toEqual(['02', '10', 'other', 'apart', 'former'])
})

it('gives a term the list’s source unless it has its own', () => {
  expect(list['02'].source).toBe('list')
  expect(list['10'].source).toBe('own')
})

it('labels a code in either language', () => {
  expect(labelOf(list, 'other', 'fr')).toBe('Autre')
  expect(labelOf(list, 'other', 'en')).toBe('Other')
})

it('shows a code from a newer version as it is', () => {
  expect(labelOf(list, 'from_the_future', 'fr')).toBe('from_the_future')
})

it('offers a retired code to nobody, and labels it wherever it is still held', () => {
  expect(offeredCodes(list)).toEqual(['02', '10', 'other', 'apart'])
  expect(labelOf(list, 'former', 'fr')).toBe('Ancien')
  expect(isCodeOf(list, 'former')).toBe(true)
})

it('tells a code it knows from one of a newer version', () => {
  expect(isCodeOf(list, '02')).toBe(true)
  expect(isCodeOf(list, 'from_the_future')).toBe(false)
  expect(isCodeOf(list, 'constructor')).toBe(false)
})

it('does not take a code for a property of every object', () => {
  expect(labelOf(list, 'constructor', 'fr')).toBe('constructor')
  expect(labelOf(list, '__proto__', 'fr')).toBe('__proto__')
})

it('cannot be changed by whoever reads it', () => {
  expect(Object.isFrozen(list)).toBe(true)
  expect(Object.isFrozen(list.other)).toBe(true)
})
