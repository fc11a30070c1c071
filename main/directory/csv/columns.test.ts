import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { columnNames, columnOf, columns } from './columns.ts'

const page = readFileSync(new URL('../../../docs/directory-csv.md', import.meta.url), 'utf8')

describe('the columns of a sheet', () => {
  it('are those that the page for coordination names, in both languages and in their order', () => {
    const rows = [...page.matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm)].map(([, fr, en]) => [fr, en])
    const named = columnNames.map((column) => [columns[column].fr, columns[column].en])
    expect(rows.slice(1)).toEqual(named)
  })

  it('are known by every name, whatever its accents and case, and no name means two', () => {
    for (const column of columnNames) {
      const { fr, en, also = [] } = columns[column]
      for (const name of [column, fr, en, ...also, fr.toUpperCase(), fr.normalize('NFD')])
        expect(columnOf(` ${name} `), name).toBe(column)
    }
    expect(columnOf('Budget')).toBeUndefined()
    expect(columnOf('')).toBeUndefined()
  })
})
