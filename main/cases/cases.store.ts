import type { CaseRow, CaseView } from '../../shared/cases/cases.contract.ts'
import { caseStatus, pageSize } from '../../shared/cases/cases.contract.ts'
import { standingOfConsents } from '../../shared/cases/consent-standing.ts'
import type { CoarseProfile } from '../../shared/cases/similar.ts'
import type { Given } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../vault/database.ts'
import { matchExpression } from './search.ts'
import { consentsOf } from './sections.store.ts'

/** A case as the tables hold it; `n` is its local row number and never leaves this process. */
export interface CaseRecord {
  readonly n: number
  readonly id: string
  readonly code: string
  readonly status: CaseView['status']
  readonly owner: string
  readonly createdOn: PlainDate
  readonly updatedOn: PlainDate
}

const columns = 'n, id, code, status, owner, created_on AS createdOn, updated_on AS updatedOn'

export const caseById = (db: Reader, id: string): CaseRecord | undefined =>
  db.get<CaseRecord>(`SELECT ${columns} FROM cases WHERE id = ?`, id)

export const isCodeTaken = (db: Reader, code: string): boolean =>
  db.get('SELECT 1 FROM cases WHERE code = ?', code) !== undefined

export function insertCase(db: Writer, record: Omit<CaseRecord, 'n' | 'updatedOn'>): void {
  const { id, code, status, owner, createdOn } = record
  db.run(
    'INSERT INTO cases (id, code, status, owner, created_on, updated_on) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    code,
    caseStatus.parse(status),
    owner,
    createdOn,
    createdOn,
  )
}

export function setCaseStatus(db: Writer, id: string, status: CaseView['status'], on: PlainDate): void {
  db.run('UPDATE cases SET status = ?, updated_on = ? WHERE id = ?', status, on, id)
}

/** Coded fields copied out of the sections: what the list shows and sorts by, and what makes two cases look alike. */
export interface CaseSummary extends CoarseProfile {
  readonly risk: string | null
  readonly updatedOn: PlainDate
}

export function setCaseSummary(db: Writer, n: number, summary: CaseSummary): void {
  const { region, risk, majority, ageBand, gender, periodFrom, periodUntil, updatedOn } = summary
  db.run(
    `UPDATE cases SET region = ?, risk = ?, majority = ?, age_band = ?, gender = ?, period_from = ?, period_until = ?,
       updated_on = ? WHERE n = ?`,
    region,
    risk,
    majority,
    ageBand,
    gender,
    periodFrom,
    periodUntil,
    updatedOn,
    n,
  )
}

/** Rewriting a case in the index is most of what a save costs: words that did not change are left alone. */
export function indexCase(db: Writer, n: number, code: string, body: string): void {
  const same = 'SELECT 1 FROM case_search WHERE rowid = ? AND code = ? AND body = ?'
  if (db.get(same, n, code, body) !== undefined) return
  db.run('INSERT OR REPLACE INTO case_search (rowid, code, body) VALUES (?, ?, ?)', n, code, body)
}

/** Highest risk first when going down; cases not yet assessed come last either way. */
const riskRank = "CASE risk WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 END"
const order: Record<Given<'cases.list'>['sort'], string> = {
  updatedOn: 'updated_on',
  code: 'code',
  risk: riskRank,
  status: 'status',
  region: 'region',
}

interface ListedRow extends Omit<CaseRow, 'mine' | 'ownerName' | 'hasDraft' | 'handover' | 'consent'> {
  readonly n: number
  readonly owner: string
  readonly handover: number
  readonly hasDraft: number
}

/** One page of the list, the number of cases that match, and the number there are. */
export function listCases(
  db: Reader,
  query: Given<'cases.list'>,
  me: string,
  nameOf: (fingerprint: string) => string,
  today: PlainDate,
) {
  const { where, values } = conditions(query)
  const all = db.get<{ count: number }>('SELECT count(*) AS count FROM cases')?.count ?? 0
  const total = where
    ? (db.get<{ count: number }>(`SELECT count(*) AS count FROM cases ${where}`, ...values)?.count ?? 0)
    : all
  const direction = query.direction === 'up' ? 'ASC' : 'DESC'
  const sorted = `ORDER BY ${order[query.sort]} ${direction} NULLS LAST, n DESC`
  // The rows of the page are found in an index; the cases, their steps and drafts are read for those rows only.
  const rows = db.all<ListedRow>(
    `SELECT n, id, code, status, region, risk, updated_on AS updatedOn, owner,
            (SELECT count(*) FROM referral_steps
              WHERE case_n = cases.n AND state IN ('draft', 'sent', 'received', 'accepted', 'in_progress', 'expired')) AS openSteps,
            EXISTS (SELECT 1 FROM handovers WHERE case_n = cases.n) AS handover,
            EXISTS (SELECT 1 FROM drafts WHERE case_id = cases.id) AS hasDraft
       FROM (SELECT n AS row FROM cases ${where} ${sorted} LIMIT ${pageSize} OFFSET ?) JOIN cases ON cases.n = row
      ${sorted}`,
    ...values,
    query.offset,
  )
  const consents = consentsOf(
    db,
    rows.filter(({ status }) => status === 'open').map(({ n }) => n),
  )
  return {
    all,
    total,
    rows: rows.map(({ n, owner, hasDraft, handover, ...row }) => ({
      ...row,
      mine: owner === me,
      ownerName: nameOf(owner),
      hasDraft: hasDraft === 1,
      handover: handover === 1,
      consent: standingOfConsents(consents.get(n) ?? [], today),
    })),
  }
}

function conditions(query: Given<'cases.list'>): { where: string; values: string[] } {
  const parts: string[] = []
  const values: string[] = []
  for (const column of ['status', 'region', 'risk'] as const) {
    const wanted = query[column]
    if (wanted.length === 0) continue
    parts.push(`${column} IN (${wanted.map(() => '?').join(', ')})`)
    values.push(...wanted)
  }
  const expression = matchExpression(query.words)
  if (expression) {
    parts.push('n IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)')
    values.push(expression)
  }
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values }
}
