import { createHash } from 'node:crypto'
import { concat, toHex, uint64BigEndian, utf8 } from '../../shared/packet/bytes.ts'
import { packArray, packBin, packStr, packUint } from '../../shared/packet/msgpack-writer.ts'
import { sign, verifySignature } from '../../shared/packet/signature.ts'
import type { Reader, Writer } from '../vault/database.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type JournalHead, journalHead } from './journal.store.ts'

/** Whoever holds it can tell later that the journal had this line: cutting it off then shows. */
export interface SignedHead extends JournalHead {
  /** Ed25519, 64 bytes, of the vault's owner. */
  readonly signature: Uint8Array
}

/** Where a signed head went. */
export interface HeldHead extends SignedHead {
  readonly heldBy: 'backup' | 'packet'
  /** Name of the backup, id of the packet. */
  readonly reference: string
}

/** Of its own, so that no signature made for a packet or a card can pass for one of these. */
const context = utf8('relais journal head v1\0')

const packetContext = utf8('relais journal head in packet v1\0')

const signedBytes = (vaultId: string, { seq, hash }: JournalHead): Uint8Array =>
  concat(context, packArray(packStr(vaultId), packUint(seq), packBin(hash)))

/** Signs the end of the journal as it is now; null while there is none. Whoever takes it calls `keepHead` once it holds it. */
export function signedHead({ reader, vaultId, me }: OpenVault): SignedHead | null {
  const head = journalHead(reader)
  return head && { ...head, signature: sign(signedBytes(vaultId, head), me.sign) }
}

/** Whether the head was signed by `publicKey` (32 bytes) for that vault. */
export const isHeadOf = (vaultId: string, head: SignedHead, publicKey: Uint8Array): boolean =>
  verifySignature(signedBytes(vaultId, head), head.signature, publicKey)

/**
 * What a packet holds of it, 64 hexadecimal digits: a commitment, from which nobody learns how many lines there are. The
 * packet's own signature covers it.
 */
export const headInPacket = ({ seq, hash }: JournalHead): string =>
  toHex(
    createHash('sha256')
      .update(concat(packetContext, uint64BigEndian(seq), hash))
      .digest(),
  )

/** Remembers where a signed head went. */
export function keepHead(db: Writer, { seq, hash, signature, heldBy, reference }: HeldHead): void {
  db.run(
    'INSERT OR REPLACE INTO journal_heads (seq, hash, signature, held_by, reference) VALUES (?, ?, ?, ?, ?)',
    seq,
    hash,
    signature,
    heldBy,
    reference,
  )
}

export const heldHeads = (db: Reader): HeldHead[] =>
  db.all<HeldHead>(
    'SELECT seq, hash, signature, held_by AS heldBy, reference FROM journal_heads ORDER BY seq, held_by, reference',
  )
