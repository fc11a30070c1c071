import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closingChecklist, closingReasons } from '../vocab/closing.ts'
import { codesOf } from '../vocab/code-list.ts'
import { caseStatus } from './cases.contract.ts'
import { mayTurn, turnRefusal } from './turns.ts'

const turn = { to: 'closed', reasons: ['needs_met'], checklist: [], note: '' } as const
const codeOf = (...given: Parameters<typeof turnRefusal>) => turnRefusal(...given)?.code ?? null

describe('a turn of a case', () => {
  it('that ends the follow-up needs a reason, and nothing else', () => {
    for (const to of ['closed', 'archived'] as const) {
      expect(codeOf('open', { ...turn, to })).toBeNull()
      expect(codeOf('open', { ...turn, to, reasons: [] })).toBe('cases.reason_required')
    }
    expect(codeOf('closed', { ...turn, to: 'archived', reasons: [] })).toBeNull()
  })

  it('back to work needs a note, which is more than a space', () => {
    for (const from of ['closed', 'archived'] as const) {
      const back = { to: 'open', reasons: [], checklist: [] } as const
      expect(codeOf(from, { ...back, note: 'Elle est revenue' })).toBeNull()
      expect(codeOf(from, { ...back, note: ' \n\u00a0' })).toBe('cases.note_required')
    }
  })

  it('never leads from a status to itself, nor anywhere once the case was handed over', () => {
    for (const status of caseStatus.options) {
      for (const to of ['open', 'closed', 'archived'] as const) {
        if (status === to || status === 'transferred') expect(mayTurn(status, to)).toBe(false)
      }
    }
    expect(codeOf('archived', turn)).toBe('cases.bad_turn')
  })

  it('takes no reason and no item of the checklist that its list does not have', () => {
    expect(turnRefusal('open', { ...turn, reasons: ['needs_met', 'because'] })).toEqual({
      code: 'cases.unknown_code',
      params: { field: 'reasons' },
    })
    expect(turnRefusal('open', { ...turn, checklist: ['constructor'] })?.params).toEqual({
      field: 'checklist',
    })
  })

  it('is never stopped by the checklist, however little of it was possible', () => {
    fc.assert(
      fc.property(
        fc.subarray(codesOf(closingReasons), { minLength: 1 }),
        fc.subarray(codesOf(closingChecklist)),
        fc.string(),
        (reasons, checklist, note) => {
          expect(turnRefusal('open', { to: 'closed', reasons, checklist, note })).toBeNull()
        },
      ),
    )
  })
})
