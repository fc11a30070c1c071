import type { PlainDate } from '../../shared/dates.ts'
import type { ReceivedPacket, SentPacket } from '../../shared/exchange/exchange.contract.ts'
import type { Answer } from '../../shared/exchange/payload.ts'
import type { Reader, Writer } from '../vault/database.ts'

export interface SealedRecord
  extends Omit<SentPacket, 'stepCount' | 'savedOn' | 'size' | 'recipients' | 'pending'> {
  readonly recipients: readonly { fingerprint: string; name: string; organisation: string }[]
  readonly stepIds: readonly string[]
  /** What a case is sent for; null for what is not about one. */
  readonly purpose: string | null
  readonly fileName: string
  readonly file: Uint8Array
}

export function insertSent(db: Writer, record: SealedRecord): void {
  db.run(
    `INSERT INTO sent_packets (packet_id, kind, case_id, case_code, sections, step_ids, created_on, expires_on, file_name, file, purpose)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    record.packetId,
    record.kind,
    record.caseId,
    record.caseCode,
    JSON.stringify(record.sections),
    JSON.stringify(record.stepIds),
    record.createdOn,
    record.expiresOn,
    record.fileName,
    record.file,
    record.purpose,
  )
  for (const { fingerprint, name, organisation } of record.recipients) {
    db.run(
      'INSERT INTO sent_recipients (packet_id, fingerprint, name, organisation) VALUES (?, ?, ?, ?)',
      record.packetId,
      fingerprint,
      name,
      organisation,
    )
  }
}

interface SentRow extends Omit<SentPacket, 'sections' | 'stepCount' | 'recipients' | 'pending'> {
  readonly pending: number
  readonly sections: string
  readonly stepIds: string
}

const sentColumns = `packet_id AS packetId, kind, case_id AS caseId, case_code AS caseCode, sections, step_ids AS stepIds,
  created_on AS createdOn, expires_on AS expiresOn, saved_on AS savedOn, length(file) AS size,
  EXISTS (SELECT 1 FROM handovers WHERE handovers.packet_id = sent_packets.packet_id) AS pending`

function sentFromRow(db: Reader, { sections, stepIds, pending, ...row }: SentRow): SentPacket {
  const recipients = db.all<SentPacket['recipients'][number]>(
    `SELECT fingerprint, name, organisation, outcome, reason, answered_on AS answeredOn
       FROM sent_recipients WHERE packet_id = ? ORDER BY name, fingerprint`,
    row.packetId,
  )
  return {
    ...row,
    sections: JSON.parse(sections),
    stepCount: JSON.parse(stepIds).length,
    recipients,
    pending: pending === 1,
  }
}

/** What a packet was sealed for, where that was kept. */
export const purposeOf = (db: Reader, packetId: string): string | null =>
  db.get<{ purpose: string | null }>('SELECT purpose FROM sent_packets WHERE packet_id = ?', packetId)
    ?.purpose ?? null

export const sentPackets = (db: Reader): SentPacket[] =>
  db
    .all<SentRow>(`SELECT ${sentColumns} FROM sent_packets ORDER BY created_on DESC, rowid DESC`)
    .map((row) => sentFromRow(db, row))

export function sentPacketBy(db: Reader, packetId: string): (SentPacket & { stepIds: string[] }) | undefined {
  const row = db.get<SentRow>(`SELECT ${sentColumns} FROM sent_packets WHERE packet_id = ?`, packetId)
  return row && { ...sentFromRow(db, row), stepIds: JSON.parse(row.stepIds) }
}

export function sentFile(
  db: Reader,
  packetId: string,
): { name: string; bytes: Uint8Array<ArrayBuffer> } | undefined {
  const row = db.get<{ name: string; bytes: Uint8Array }>(
    'SELECT file_name AS name, file AS bytes FROM sent_packets WHERE packet_id = ?',
    packetId,
  )
  // The library gives a Buffer, which not every way to the page takes for the array it is.
  return row && { name: row.name, bytes: new Uint8Array(row.bytes) }
}

export function markSaved(db: Writer, packetId: string, on: PlainDate): void {
  db.run('UPDATE sent_packets SET saved_on = ? WHERE packet_id = ?', on, packetId)
}

export function recordAnswer(
  db: Writer,
  from: string,
  { packetId, outcome, reason }: Answer,
  on: PlainDate,
): void {
  db.run(
    'UPDATE sent_recipients SET outcome = ?, reason = ?, answered_on = ? WHERE packet_id = ? AND fingerprint = ?',
    outcome,
    reason,
    on,
    packetId,
    from,
  )
}

interface ReceivedRow extends Omit<ReceivedPacket, 'sender'> {
  readonly fingerprint: string
  readonly name: string
  readonly organisation: string
}

const receivedColumns = `sender AS fingerprint, sender_name AS name, sender_organisation AS organisation,
  packet_id AS packetId, kind, case_id AS caseId, case_code AS caseCode, outcome, reason, settled_on AS settledOn,
  answer_packet_id AS answerPacketId`

const receivedFromRow = ({ fingerprint, name, organisation, ...row }: ReceivedRow): ReceivedPacket => ({
  ...row,
  sender: { fingerprint, name, organisation },
})

export const receivedPackets = (db: Reader): ReceivedPacket[] =>
  db
    .all<ReceivedRow>(`SELECT ${receivedColumns} FROM received_packets ORDER BY settled_on DESC, packet_id`)
    .map(receivedFromRow)

export function receivedPacketBy(
  db: Reader,
  sender: string,
  packetId: string,
): { packet: ReceivedPacket; contentHash: string } | undefined {
  const row = db.get<ReceivedRow & { contentHash: string }>(
    `SELECT ${receivedColumns}, content_hash AS contentHash FROM received_packets WHERE sender = ? AND packet_id = ?`,
    sender,
    packetId,
  )
  if (!row) return undefined
  const { contentHash, ...rest } = row
  return { packet: receivedFromRow(rest), contentHash }
}

/** @param journalHead what the packet held of its sender's journal, 64 hexadecimal digits */
export function insertReceived(
  db: Writer,
  packet: ReceivedPacket,
  { contentHash, journalHead }: { readonly contentHash: string; readonly journalHead: string | null },
): void {
  db.run(
    `INSERT INTO received_packets (sender, packet_id, content_hash, kind, sender_name, sender_organisation, case_id,
                                   case_code, outcome, reason, settled_on, answer_packet_id, sender_journal_head)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    packet.sender.fingerprint,
    packet.packetId,
    contentHash,
    packet.kind,
    packet.sender.name,
    packet.sender.organisation,
    packet.caseId,
    packet.caseCode,
    packet.outcome,
    packet.reason,
    packet.settledOn,
    packet.answerPacketId,
    journalHead === null ? null : Buffer.from(journalHead, 'hex'),
  )
}
