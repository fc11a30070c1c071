import type { CaseStatus } from '../../shared/cases/cases.contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../vault/database.ts'

/** The case changes hands. @param status as it stands for me from now on */
export function setOwner(db: Writer, caseN: number, owner: string, status: CaseStatus, on: PlainDate): void {
  db.run('UPDATE cases SET owner = ?, status = ?, updated_on = ? WHERE n = ?', owner, status, on, caseN)
}

/**
 * Whether she has accepted one more hand-over of this case from me than I have from her. Only a hand-over that I had
 * called off by then leaves the case with me and with her.
 */
export function holdsMyCase(db: Reader, caseId: string, member: string): boolean {
  const out = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM sent_packets JOIN sent_recipients USING (packet_id)
      WHERE kind = 'hand-over' AND case_id = ? AND fingerprint = ? AND outcome = 'accepted'`,
    caseId,
    member,
  )
  const back = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM received_packets
      WHERE kind = 'hand-over' AND case_id = ? AND sender = ? AND outcome = 'accepted'`,
    caseId,
    member,
  )
  return (out?.count ?? 0) > (back?.count ?? 0)
}

/** Whether this very hand-over still waits for its answer. */
export const isPending = (db: Reader, packetId: string, recipient: string): boolean =>
  db.get('SELECT 1 FROM handovers WHERE packet_id = ? AND recipient = ?', packetId, recipient) !== undefined
