import type { ErrorCode } from '../errors.ts'
import { closingChecklist, closingReasons } from '../vocab/closing.ts'
import { offeredCodes } from '../vocab/code-list.ts'
import type { CaseStatus, CaseTurn } from './cases.contract.ts'

/**
 * Where a case may turn from where it stands. One that was handed over turns no more: that is for whoever has it now.
 * Out of the archive there is one way, back to work: a case is not closed a second time without having been looked at.
 */
const turnsFrom: Readonly<Record<CaseStatus, readonly CaseTurn['to'][]>> = {
  open: ['closed', 'archived'],
  closed: ['open', 'archived'],
  archived: ['open'],
  transferred: [],
}

export const mayTurn = (from: CaseStatus, to: CaseTurn['to']): boolean => turnsFrom[from].includes(to)

/** Follow-up ends with a coded reason, whether the case is closed or put straight into the archive. */
const needsReason = (from: CaseStatus): boolean => from === 'open'
/** Follow-up begins again with a word on what has changed. */
const needsNote = (to: CaseTurn['to']): boolean => to === 'open'

interface Turning extends Pick<CaseTurn, 'to' | 'note'> {
  readonly reasons: readonly string[]
  readonly checklist: readonly string[]
}

/** What stands against a turn, or null. Nothing else does: no list has to be ticked off before a case may be closed. */
export function turnRefusal(
  from: CaseStatus,
  { to, reasons, checklist, note }: Turning,
): { readonly code: ErrorCode; readonly params?: { readonly field: string } } | null {
  if (!mayTurn(from, to)) return { code: 'cases.bad_turn' }
  if (!areOffered(reasons, closingReasons))
    return { code: 'cases.unknown_code', params: { field: 'reasons' } }
  if (!areOffered(checklist, closingChecklist)) {
    return { code: 'cases.unknown_code', params: { field: 'checklist' } }
  }
  if (needsReason(from) && reasons.length === 0) return { code: 'cases.reason_required' }
  if (needsNote(to) && note.trim() === '') return { code: 'cases.note_required' }
  return null
}

const areOffered = (codes: readonly string[], list: Parameters<typeof offeredCodes>[0]): boolean => {
  const offered = new Set<string>(offeredCodes(list))
  return codes.every((code) => offered.has(code))
}
