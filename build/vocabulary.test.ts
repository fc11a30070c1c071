import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lists } from '../shared/vocab/lists.ts'
import { readSources, vocabularyFile, withTable } from './vocabulary.ts'

it('keeps the table of coded lists true', () => {
  const page = readFileSync(vocabularyFile, 'utf8')
  expect(page, 'The lists have changed. If that is meant: node build/vocabulary.ts').toBe(withTable(page))
})

it('leaves no coded list out of the table, nor out of the tests of every list', () => {
  expect(Object.keys(readSources()).sort()).toEqual(Object.keys(lists).sort())
})
