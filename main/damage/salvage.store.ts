import type { PlainDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../vault/database.ts'
import type { Row } from './rows-left.ts'
import type { Shape } from './shapes.store.ts'

/** Rows as they were read, into the table of the same name; one that is there already, or that the table refuses, is not. */
export function insertRows(db: Writer, shape: Shape, rows: readonly Row[]): void {
  for (const row of rows) {
    const names = shape.columns.slice(0, row.length).map(({ name }) => `"${name}"`)
    const places = names.map(() => '?').join(', ')
    db.run(`INSERT OR IGNORE INTO "${shape.table}" (${names.join(', ')}) VALUES (${places})`, ...row)
  }
}

export const countRows = (db: Reader, table: string): number =>
  db.get<{ count: number }>(`SELECT count(*) AS count FROM "${table}"`)?.count ?? 0

/** How many lines of the journal are missing before its last one. */
export const journalGaps = (db: Reader): number =>
  db.get<{ gaps: number }>('SELECT coalesce(max(seq), 0) - count(*) AS gaps FROM journal')?.gaps ?? 0

/** What is left of a case whose own row is gone. */
export interface Headless {
  readonly n: number
  /** Who wrote what is left of it; null when several did. */
  readonly author: string | null
  readonly firstSaved: PlainDate | null
  readonly lastSaved: PlainDate | null
}

/** Not yet, in a vault of an older Relais: rows go into the schema that they were written for. */
const hasTable = (db: Reader, name: string): boolean =>
  db.get('SELECT 1 FROM sqlite_schema WHERE name = ?', name) !== undefined

export const headlessCases = (db: Reader): Headless[] =>
  db.all<Headless>(
    `SELECT case_n AS n, CASE WHEN min(author) = max(author) THEN min(author) END AS author,
            min(saved_on) AS firstSaved, max(saved_on) AS lastSaved
       FROM (SELECT case_n, author, saved_on FROM case_sections
             UNION ALL SELECT case_n, author, NULL FROM referral_steps
             ${hasTable(db, 'case_turns') ? 'UNION ALL SELECT case_n, NULL, turned_on FROM case_turns' : ''})
      WHERE case_n NOT IN (SELECT n FROM cases) GROUP BY case_n ORDER BY case_n`,
  )

export interface Rebuilt {
  readonly n: number
  readonly id: string
  readonly code: string
  readonly owner: string
  readonly createdOn: PlainDate
  readonly updatedOn: PlainDate
}

export function insertRebuiltCase(db: Writer, { n, id, code, owner, createdOn, updatedOn }: Rebuilt): void {
  db.run(
    `INSERT INTO cases (n, id, code, status, owner, created_on, updated_on) VALUES (?, ?, ?, 'open', ?, ?, ?)`,
    n,
    id,
    code,
    owner,
    createdOn,
    updatedOn,
  )
}

/** Recipients of a packet that is gone tell nothing by themselves. */
export function dropRecipientsAlone(db: Writer): void {
  db.run('DELETE FROM sent_recipients WHERE packet_id NOT IN (SELECT packet_id FROM sent_packets)')
}

/** What is said of a case, or of two, that is nowhere any more: nothing by itself. Needs the newest schema. */
export function dropWhatIsOfNoCase(db: Writer): void {
  db.run('DELETE FROM case_pairs WHERE a_n NOT IN (SELECT n FROM cases) OR b_n NOT IN (SELECT n FROM cases)')
  db.run('DELETE FROM handovers WHERE case_n NOT IN (SELECT n FROM cases)')
}

/** Copies of what the sections, steps and entries say: they are made anew. */
export function dropCopies(db: Writer): void {
  db.run('DELETE FROM due_dates')
  db.run('DELETE FROM directory_facets')
}

interface CaseLeft {
  readonly n: number
  readonly id: string
  readonly code: string
  readonly updatedOn: PlainDate
  readonly region: string | null
  readonly risk: string | null
}

export const casesLeft = (db: Reader): CaseLeft[] =>
  db.all<CaseLeft>('SELECT n, id, code, updated_on AS updatedOn, region, risk FROM cases ORDER BY n')

export const sectionNamesOf = (db: Reader, n: number): string[] =>
  db
    .all<{ name: string }>('SELECT DISTINCT name FROM case_sections WHERE case_n = ?', n)
    .map(({ name }) => name)

/** Sections that the journal says were saved, by the id of their case. */
export const sectionsTold = (db: Reader): { caseId: string; section: string }[] =>
  db.all<{ caseId: string; section: string }>(
    `SELECT DISTINCT subject AS caseId, details ->> 'section' AS section FROM journal
      WHERE action = 'cases.section_saved' AND subject IS NOT NULL AND details ->> 'section' IS NOT NULL`,
  )

/** Who the vault's owner was, as far as her cases tell; null when they tell of nobody, or of several. */
export function ownerTold(db: Reader): string | null {
  const told = db.all<{ owner: string }>('SELECT DISTINCT owner FROM cases')
  return told.length === 1 ? (told[0]?.owner ?? null) : null
}

export function giveCasesTo(db: Writer, from: string, to: string): void {
  db.run('UPDATE cases SET owner = ? WHERE owner = ?', to, from)
}
