import type { PlainDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../vault/database.ts'

/** Ownership on its way: from the sealing of the packet until the recipient's answer, or until it is called off. */
export interface Handover {
  readonly packetId: string
  /** Fingerprint of the one who is to have it. */
  readonly recipient: string
  readonly since: PlainDate
}

export const handoverOf = (db: Reader, caseN: number): Handover | undefined =>
  db.get<Handover>('SELECT packet_id AS packetId, recipient, since FROM handovers WHERE case_n = ?', caseN)

/** One at a time: a case can't be on its way to two people. */
export function putHandover(db: Writer, caseN: number, { packetId, recipient, since }: Handover): void {
  db.run(
    'INSERT INTO handovers (case_n, packet_id, recipient, since) VALUES (?, ?, ?, ?)',
    caseN,
    packetId,
    recipient,
    since,
  )
}

/** @returns whether there was one */
export const removeHandover = (db: Writer, caseN: number): boolean =>
  db.run('DELETE FROM handovers WHERE case_n = ?', caseN) > 0
