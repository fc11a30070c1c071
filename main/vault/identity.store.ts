import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { Identity } from '../../shared/members/members.contract.ts'
import type { BoxKeyPair } from '../../shared/packet/recipient.ts'
import type { Reader, Writer } from './database.ts'

/** From when to when a card is good. */
export interface CardValidity {
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate
}

export interface IdentityRow extends Identity, CardValidity {
  readonly fingerprint: string
  readonly signPublic: Uint8Array
  readonly signSecret: Uint8Array
}

export function insertVaultId(db: Writer, id: string, practice: boolean): void {
  db.run('INSERT INTO vault (id, practice) VALUES (?, ?)', id, practice ? 1 : 0)
}

export function vaultIdOf(db: Reader): string | undefined {
  return db.get<{ id: string }>('SELECT id FROM vault')?.id
}

/** Whether the vault holds made-up situations only. */
export const isPractice = (db: Reader): boolean =>
  db.get<{ practice: number }>('SELECT practice FROM vault')?.practice === 1

export function insertIdentity(db: Writer, row: IdentityRow): void {
  db.run(
    `INSERT INTO identity (one, fingerprint, name, organisation, sector, sign_public, sign_secret, valid_from, valid_until)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.fingerprint,
    row.name,
    row.organisation,
    row.sector,
    row.signPublic,
    row.signSecret,
    row.validFrom,
    row.validUntil,
  )
}

export function identityRow(db: Reader): IdentityRow {
  const row = db.get<IdentityRow>(
    `SELECT fingerprint, name, organisation, sector, sign_public AS signPublic, sign_secret AS signSecret,
            valid_from AS validFrom, valid_until AS validUntil FROM identity`,
  )
  if (!row) throw new RelaisError('vault.database_damaged')
  return row
}

export function setCardValidity(db: Writer, { validFrom, validUntil }: CardValidity): void {
  db.run('UPDATE identity SET valid_from = ?, valid_until = ?', validFrom, validUntil)
}

export function insertBoxKey(db: Writer, box: BoxKeyPair, createdOn: string): void {
  db.run(
    'INSERT INTO box_keys (box_public, box_secret, created_on) VALUES (?, ?, ?)',
    box.publicKey,
    box.secretKey,
    createdOn,
  )
}

export function boxKeysOf(db: Reader): BoxKeyPair[] {
  return db.all<BoxKeyPair>(
    'SELECT box_public AS publicKey, box_secret AS secretKey FROM box_keys ORDER BY created_on DESC, box_public',
  )
}
