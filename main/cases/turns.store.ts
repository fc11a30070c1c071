import { type CaseTurnTaken, caseTurnTaken } from '../../shared/cases/cases.contract.ts'
import type { Reader, Writer } from '../vault/database.ts'

interface Row {
  readonly to: string
  readonly on: string
  readonly reasons: string
  readonly checklist: string
  readonly note: string
}

/** Closings, reopenings, archivings and the day it was handed over, the first one first. */
export function turnsOf(db: Reader, caseN: number): CaseTurnTaken[] {
  return db
    .all<Row>(
      `SELECT status AS "to", turned_on AS "on", reasons, checklist, note
         FROM case_turns WHERE case_n = ? ORDER BY position`,
      caseN,
    )
    .map(({ reasons, checklist, ...row }) =>
      caseTurnTaken.parse({ ...row, reasons: JSON.parse(reasons), checklist: JSON.parse(checklist) }),
    )
}

export function addTurn(db: Writer, caseN: number, turn: CaseTurnTaken): void {
  const { to, on, reasons, checklist, note } = turn
  db.run(
    `INSERT INTO case_turns (case_n, position, status, turned_on, reasons, checklist, note)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM case_turns WHERE case_n = ?), ?, ?, ?, ?, ?)`,
    caseN,
    caseN,
    to,
    on,
    JSON.stringify(reasons),
    JSON.stringify(checklist),
    note,
  )
}
