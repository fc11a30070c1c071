import { expect, it } from 'vitest'
import { newVault, openBeneath } from '../../tests/support/vault.ts'
import { shapesOf } from './shapes.store.ts'

it('no two tables have rows of the same form, so that a stray page says by itself whose it is', async () => {
  const { reader } = await openBeneath(await newVault())
  const forms = shapesOf(reader)
    .filter(({ ours, isIndex }) => ours && !isIndex)
    .map(({ tree, columns }) => [tree, ...columns.map(({ type, isDay }) => (isDay ? 'day' : type))].join(' '))
  expect(new Set(forms).size).toBe(forms.length)
})

it('every reference between tables is one that salvage knows how to mend', async () => {
  const { reader } = await openBeneath(await newVault())
  const references = reader.all<{ name: string; parent: string }>(
    `SELECT DISTINCT tables.name, keys."table" AS parent
       FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS keys ORDER BY 1`,
  )
  expect(references.map(({ name, parent }) => `${name} → ${parent}`)).toEqual([
    'case_pairs → cases',
    'case_sections → cases',
    'case_turns → cases',
    'directory_facets → directory_entries',
    'due_dates → cases',
    'handovers → cases',
    'referral_steps → cases',
    'sent_recipients → sent_packets',
  ])
})
