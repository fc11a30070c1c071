import type { PlainDate } from '../../shared/dates.ts'
import type { Reader } from '../vault/database.ts'

/** Words begun and not saved, by case; no code when the case itself was never saved. */
export const casesWithDrafts = (db: Reader): { caseId: string; caseCode: string | null }[] =>
  db.all(
    `SELECT DISTINCT case_id AS caseId, code AS caseCode FROM drafts LEFT JOIN cases ON id = case_id
      ORDER BY code IS NULL DESC, code`,
  )

/** Sealed, still good, and never written to a file: whoever it is for waits without knowing. */
export const packetsToSave = (
  db: Reader,
  today: PlainDate,
): { packetId: string; caseId: string | null; caseCode: string | null; on: PlainDate }[] =>
  db.all(
    `SELECT packet_id AS packetId, case_id AS caseId, case_code AS caseCode, created_on AS "on" FROM sent_packets
      WHERE saved_on IS NULL AND expires_on >= ? ORDER BY created_on, packet_id`,
    today,
  )

/** Cases on their way to another owner. */
export const handoversWaiting = (
  db: Reader,
): { caseId: string; caseCode: string; packetId: string; since: PlainDate; organisation: string }[] =>
  db.all(
    `SELECT cases.id AS caseId, code AS caseCode, packet_id AS packetId, since,
            coalesce((SELECT organisation FROM members WHERE fingerprint = recipient), '') AS organisation
       FROM handovers JOIN cases ON n = case_n ORDER BY since, case_n`,
  )

export const meetingsBetween = (
  db: Reader,
  from: PlainDate,
  to: PlainDate,
): { id: string; on: PlainDate; place: string }[] =>
  db.all(
    'SELECT id, held_on AS "on", place FROM meetings WHERE held_on BETWEEN ? AND ? ORDER BY held_on, starts_at, id',
    from,
    to,
  )

/** Entries of the directory that nobody has made sure of since `day`. */
export const entriesNotCheckedSince = (db: Reader, day: PlainDate): number =>
  db.get<{ count: number }>(
    'SELECT count(*) AS count FROM directory_entries WHERE checked_on IS NULL OR checked_on < ?',
    day,
  )?.count ?? 0

export const caseCount = (db: Reader): number =>
  db.get<{ count: number }>('SELECT count(*) AS count FROM cases')?.count ?? 0
