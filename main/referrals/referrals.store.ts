import { type Step, step } from '../../shared/referrals/referrals.contract.ts'
import type { Reader, Writer } from '../vault/database.ts'

interface Row {
  readonly id: string
  readonly caseId: string
  readonly position: number
  readonly author: string
  readonly version: string
  readonly details: string
  readonly moves: string
}

const select = `SELECT referral_steps.id, cases.id AS caseId, position, author, version, details, moves
  FROM referral_steps JOIN cases ON cases.n = case_n`

/** Held to its schema once: a trajectory may have thousands of them, and is read at every change. */
const fromRow = ({ details, moves, version, caseId: _, ...row }: Row): Step =>
  step.parse({
    ...JSON.parse(details),
    ...row,
    moves: JSON.parse(moves),
    version: JSON.parse(version),
  })

/** The trajectory of a case, in order. */
export function stepsOf(db: Reader, caseN: number): Step[] {
  return db.all<Row>(`${select} WHERE case_n = ? ORDER BY position, referral_steps.id`, caseN).map(fromRow)
}

export function stepById(db: Reader, id: string): { step: Step; caseId: string } | undefined {
  const row = db.get<Row>(`${select} WHERE referral_steps.id = ?`, id)
  return row && { step: fromRow(row), caseId: row.caseId }
}

/** The position of the last step of a case; -1 when it has none. */
export const lastPosition = (db: Reader, caseN: number): number =>
  db.get<{ last: number | null }>('SELECT max(position) AS last FROM referral_steps WHERE case_n = ?', caseN)
    ?.last ?? -1

export function putStep(
  db: Writer,
  caseN: number,
  { id, position, author, version, moves, ...details }: Step,
): void {
  db.run(
    `INSERT INTO referral_steps (id, case_n, position, state, author, version, details, moves)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET position = excluded.position, state = excluded.state, author = excluded.author,
       version = excluded.version, details = excluded.details, moves = excluded.moves`,
    id,
    caseN,
    position,
    moves.at(-1)?.to ?? 'draft',
    author,
    JSON.stringify(version),
    JSON.stringify(details),
    JSON.stringify(moves),
  )
}

export function deleteStep(db: Writer, id: string): void {
  db.run('DELETE FROM referral_steps WHERE id = ?', id)
}
