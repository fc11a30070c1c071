import type { PlainDate } from '../../shared/dates.ts'
import type { Due } from '../../shared/today/dues.ts'
import type { Reader, Writer } from '../vault/database.ts'

/** A due date of an open case, with the case it is of. */
export interface CaseDue extends Due {
  readonly caseId: string
  readonly caseCode: string
}

/** Whose the case is, and whether it is open. */
export const caseStanding = (db: Reader, caseN: number): { status: string; owner: string } | undefined =>
  db.get('SELECT status, owner FROM cases WHERE n = ?', caseN)

/** Puts these in the place of what was due in the case. */
export function putDues(db: Writer, caseN: number, dues: readonly Due[]): void {
  db.run('DELETE FROM due_dates WHERE case_n = ?', caseN)
  for (const { kind, itemId, dueOn, term, organisation } of dues) {
    db.run(
      'INSERT OR REPLACE INTO due_dates (case_n, kind, item_id, due_on, term, organisation) VALUES (?, ?, ?, ?, ?, ?)',
      caseN,
      kind,
      itemId,
      dueOn,
      term,
      organisation,
    )
  }
}

/** Days from `from` on, up to and including `to`; the earliest first. */
interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** In the order of the index, so that the first of a hundred thousand are found without looking at the others. */
export function duesIn(db: Reader, { from, to }: Span, limit: number): CaseDue[] {
  return db.all<CaseDue>(
    `SELECT kind, item_id AS itemId, due_on AS dueOn, term, organisation, id AS caseId, code AS caseCode
       FROM due_dates CROSS JOIN cases ON n = case_n
      WHERE due_on BETWEEN ? AND ? AND kind <> 'step_asked_of_me' ORDER BY due_on, case_n, kind, item_id LIMIT ?`,
    from,
    to,
    limit,
  )
}

export const dueCount = (db: Reader, { from, to }: Span): number =>
  db.get<{ count: number }>(
    "SELECT count(*) AS count FROM due_dates WHERE due_on BETWEEN ? AND ? AND kind <> 'step_asked_of_me'",
    from,
    to,
  )?.count ?? 0

/** What colleagues ask of me, whatever its day. */
export const duesAsked = (db: Reader): CaseDue[] =>
  db.all<CaseDue>(
    `SELECT kind, item_id AS itemId, due_on AS dueOn, term, organisation, id AS caseId, code AS caseCode
       FROM due_dates CROSS JOIN cases ON n = case_n
      WHERE kind = 'step_asked_of_me' ORDER BY due_on, case_n, kind, item_id`,
  )
