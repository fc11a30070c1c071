import { caseById } from '../cases/cases.store.ts'
import { versionsOf } from '../cases/sections.store.ts'
import { changedFields } from './changed-fields.ts'
import type { Line } from './journal.store.ts'
import type { Telling } from './telling.ts'

type CaseChannel =
  | 'cases.list'
  | 'cases.get'
  | 'cases.saveSection'
  | 'cases.turn'
  | 'cases.similar'
  | 'cases.tellApart'

export const caseLines: { readonly [K in CaseChannel]: Telling<K> } = {
  // Codes, states and days of many cases; nobody has looked into one yet.
  'cases.list': 'silent',

  'cases.get': { view: ({ id }) => id },

  'cases.saveSection': {
    change: ({ id, section }, { vault: { reader } }) => {
      const record = caseById(reader, id)
      const before = record ? versionsOf(reader, record.n, section.name) : []
      const fields = changedFields(
        section.body,
        before.map((one) => one.section.body),
      )
      const saved: Line = {
        action: 'cases.section_saved',
        subject: id,
        details: { section: section.name, fields: fields.join(',') },
      }
      const created: Line = { action: 'cases.created', subject: id, details: {} }
      return () => (record ? [saved] : [created, saved])
    },
  },

  'cases.turn': {
    change: ({ id, turn: { to, reasons } }, { vault: { reader } }) => {
      const from = caseById(reader, id)?.status ?? ''
      const details = { from, to, ...(reasons.length > 0 && { reasons: reasons.join(',') }) }
      return () => [{ action: 'cases.status_changed', subject: id, details }]
    },
  },

  // Codes of cases and which coarse facts they share.
  'cases.similar': 'silent',

  'cases.tellApart': {
    change:
      ({ id, other }) =>
      () => [{ action: 'cases.told_apart', subject: id, details: { other } }],
  },
}
