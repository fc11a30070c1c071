import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Reader } from '../../../main/vault/database.ts'
import type { In } from '../../../shared/contract.ts'

export const ids = (count: number): string[] => Array.from({ length: count }, () => randomUUID())

/** What one case of a stream says: long enough for several pages, and different each time. */
const wishesOf = (id: string): string => `Souhait ${id} `.repeat(100)

export const saveOf = (id: string): ['cases.saveSection', In<'cases.saveSection'>] => [
  'cases.saveSection',
  { id, section: { name: 'wishes', body: { wishes: wishesOf(id) } }, seen: [] },
]

/** The ids of the cases that are there with every word of theirs. A case, its section and its words in the index come together. */
export function wholeSaves(reader: Reader): string[] {
  const count = (sql: string) => reader.get<{ n: number }>(sql)?.n
  const cases = count('SELECT count(*) AS n FROM cases')
  expect(count('SELECT count(*) AS n FROM case_search')).toBe(cases)
  const rows = reader.all<{ id: string; body: string }>(
    'SELECT cases.id, body FROM case_sections JOIN cases ON n = case_n',
  )
  expect(rows).toHaveLength(cases ?? -1)
  for (const { id, body } of rows) expect(JSON.parse(body).wishes).toBe(wishesOf(id))
  return rows.map(({ id }) => id)
}
