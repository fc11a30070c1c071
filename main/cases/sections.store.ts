import type { Consent } from '../../shared/cases/consent.ts'
import type { NamedSection, SectionName } from '../../shared/cases/sections.ts'
import { namedSection, sections } from '../../shared/cases/sections.ts'
import { type VersionVector, versionKey, versionVector } from '../../shared/cases/version.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../vault/database.ts'

/** A version of a section that nothing has replaced yet. */
export interface SectionRecord {
  readonly section: NamedSection
  readonly author: string
  readonly version: VersionVector
  readonly savedOn: PlainDate
}

interface Row {
  readonly name: string
  readonly body: string
  readonly version: string
  readonly author: string
  readonly savedOn: string
}

const fromRow = (row: Row): SectionRecord => ({
  section: namedSection.parse({ name: row.name, body: JSON.parse(row.body) }),
  author: row.author,
  version: versionVector.parse(Object.fromEntries(JSON.parse(row.version))),
  savedOn: row.savedOn,
})

export function sectionsOf(db: Reader, caseN: number): SectionRecord[] {
  return db
    .all<Row>(
      'SELECT name, body, version, author, saved_on AS savedOn FROM case_sections WHERE case_n = ? ORDER BY name, version',
      caseN,
    )
    .map(fromRow)
}

export const versionsOf = (db: Reader, caseN: number, name: SectionName): SectionRecord[] =>
  sectionsOf(db, caseN).filter(({ section }) => section.name === name)

/** The consents of many cases at once, by their row numbers; those of every version of the section. */
export function consentsOf(db: Reader, caseNs: readonly number[]): ReadonlyMap<number, readonly Consent[]> {
  const found = new Map<number, readonly Consent[]>()
  const rows = db.all<{ n: number; body: string }>(
    `SELECT case_n AS n, body FROM case_sections
      WHERE case_n IN (SELECT value FROM json_each(?)) AND name = 'consents'`,
    JSON.stringify(caseNs),
  )
  for (const { n, body } of rows) {
    found.set(n, [...(found.get(n) ?? []), ...sections.consents.parse(JSON.parse(body)).items])
  }
  return found
}

export function putSection(db: Writer, caseN: number, record: SectionRecord): void {
  db.run(
    'INSERT OR REPLACE INTO case_sections (case_n, name, version, author, saved_on, body) VALUES (?, ?, ?, ?, ?, ?)',
    caseN,
    record.section.name,
    versionKey(record.version),
    record.author,
    record.savedOn,
    JSON.stringify(record.section.body),
  )
}

export function removeVersion(db: Writer, caseN: number, name: SectionName, version: VersionVector): void {
  db.run(
    'DELETE FROM case_sections WHERE case_n = ? AND name = ? AND version = ?',
    caseN,
    name,
    versionKey(version),
  )
}
