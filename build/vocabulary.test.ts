import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codeList } from '../shared/vocab/code-list.ts'
import { lists } from '../shared/vocab/lists.ts'
import { declaredLists, vocabularyFile, withTables } from './vocabulary.ts'

const page = readFileSync(vocabularyFile, 'utf8')

it('keeps the tables of coded lists true', () => {
  const accept = 'The lists have changed. If that is meant: node build/vocabulary.ts'
  expect(page, accept).toBe(withTables(page))
})

it('leaves no coded list out of the tables, nor out of the tests of every list', () => {
  expect(Object.keys(declaredLists()).sort()).toEqual(Object.keys(lists).sort())
})

it('refuses to forget a code that a vault may hold, and takes one that is retired', () => {
  const term = { fr: 'Ouverte', en: 'Open' }
  const without = { ...lists, caseStatuses: codeList('test', { open: term }) }
  expect(() => withTables(page, without)).toThrow('caseStatuses.closed, caseStatuses.transferred')
  const { capacities, ...fewer } = lists
  expect(() => withTables(page, fewer)).toThrow('capacities.available')
  const retired = codeList('test', { ...capacities, full: { ...term, retired: true } })
  expect(() => withTables(page, { ...lists, capacities: retired })).not.toThrow()
})
