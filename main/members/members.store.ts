import type { PlainDate } from '../../shared/dates.ts'
import type { Trust } from '../../shared/members/members.contract.ts'
import type { Reader, Writer } from '../vault/database.ts'
import type { Me } from '../vault/identity.ts'

export interface MemberRecord {
  readonly fingerprint: string
  readonly name: string
  readonly organisation: string
  readonly sector: string
  readonly signPublic: Uint8Array
  readonly boxPublic: Uint8Array
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate
  readonly trust: Trust
  readonly verifiedOn: PlainDate | null
  readonly addedOn: PlainDate
}

const columns = `fingerprint, name, organisation, sector, sign_public AS signPublic, box_public AS boxPublic,
  valid_from AS validFrom, valid_until AS validUntil, trust, verified_on AS verifiedOn, added_on AS addedOn`

export const membersOf = (db: Reader): MemberRecord[] =>
  db.all<MemberRecord>(`SELECT ${columns} FROM members ORDER BY name, organisation, fingerprint`)

export const memberBy = (db: Reader, fingerprint: string): MemberRecord | undefined =>
  db.get<MemberRecord>(`SELECT ${columns} FROM members WHERE fingerprint = ?`, fingerprint)

/** The name to show for an author; someone whose card is not here has none, and the screen says so. */
export const nameOfMember = (db: Reader, fingerprint: string, me: Me): string =>
  fingerprint === me.fingerprint ? me.name : (memberBy(db, fingerprint)?.name ?? '')

export function isNameTaken(db: Reader, name: string, organisation: string, fingerprint: string): boolean {
  return (
    db.get(
      'SELECT 1 FROM members WHERE name = ? AND organisation = ? AND fingerprint <> ?',
      name,
      organisation,
      fingerprint,
    ) !== undefined
  )
}

/** Adds a member, or takes her renewed card: what was verified is the identity key, and it has not changed. */
export function putMember(db: Writer, record: Omit<MemberRecord, 'trust' | 'verifiedOn'>): void {
  db.run(
    `INSERT INTO members (fingerprint, name, organisation, sector, sign_public, box_public, valid_from, valid_until,
                          trust, verified_on, added_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'unverified', NULL, ?)
     ON CONFLICT (fingerprint) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,
       sector = excluded.sector, box_public = excluded.box_public, valid_from = excluded.valid_from,
       valid_until = excluded.valid_until`,
    record.fingerprint,
    record.name,
    record.organisation,
    record.sector,
    record.signPublic,
    record.boxPublic,
    record.validFrom,
    record.validUntil,
    record.addedOn,
  )
}

export function setVerified(db: Writer, fingerprint: string, on: PlainDate): void {
  db.run("UPDATE members SET trust = 'verified', verified_on = ? WHERE fingerprint = ?", on, fingerprint)
}

export const deleteMember = (db: Writer, fingerprint: string): number =>
  db.run('DELETE FROM members WHERE fingerprint = ?', fingerprint)

/** Gives back the number of a packet that was not made after all, unless a later one has been drawn since. */
export function returnSequence(db: Writer, fingerprint: string, sequence: number): void {
  db.run(
    'UPDATE members SET packets_sent = packets_sent - 1 WHERE fingerprint = ? AND packets_sent = ?',
    fingerprint,
    sequence,
  )
}

/** The number of the next packet to this member: gaps show her that one is missing. */
export function nextSequence(db: Writer, fingerprint: string): number {
  db.run('UPDATE members SET packets_sent = packets_sent + 1 WHERE fingerprint = ?', fingerprint)
  return (
    db.get<{ n: number }>('SELECT packets_sent AS n FROM members WHERE fingerprint = ?', fingerprint)?.n ?? 1
  )
}
