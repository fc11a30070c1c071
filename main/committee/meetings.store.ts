import type { Meeting } from '../../shared/committee/committee.contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../vault/database.ts'

/** To come, the nearest first; then past, the latest first. */
export const meetingsFrom = (db: Reader, today: PlainDate): Meeting[] =>
  db.all<Meeting>(
    `SELECT id, held_on AS "on", starts_at AS "at", place FROM meetings
      ORDER BY held_on < ?,
               CASE WHEN held_on >= ? THEN held_on END, CASE WHEN held_on >= ? THEN starts_at END,
               held_on DESC, starts_at DESC, id`,
    today,
    today,
    today,
  )

export function putMeeting(db: Writer, { id, on, at, place }: Meeting): void {
  db.run(
    `INSERT INTO meetings (id, held_on, starts_at, place) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET held_on = excluded.held_on, starts_at = excluded.starts_at, place = excluded.place`,
    id,
    on,
    at,
    place,
  )
}

/** @returns whether there was one */
export const deleteMeeting = (db: Writer, id: string): boolean =>
  db.run('DELETE FROM meetings WHERE id = ?', id) > 0
