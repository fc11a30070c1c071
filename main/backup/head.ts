import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import nacl from 'tweetnacl'
import { z } from 'zod'
import { backupContents, backupKind } from '../../shared/backup/backup.contract.ts'
import { RelaisError } from '../../shared/errors.ts'
import { concat, equalBytes, fromUtf8, utf8 } from '../../shared/packet/bytes.ts'

/**
 * What stands before the database in a backup (`docs/backup-format.md`):
 * magic ‖ length ‖ head ‖ length ‖ sealed part ‖ SHA-256 of all that.
 *
 * The head is what must be readable without a key; the rest of what is known of the backup is sealed, under a key that
 * is derived from the database key *and* the head: a head that was altered opens nothing.
 */
export const magic = utf8('relais-backup\r\n\x1a')
export const lengthBytes = 4
export const checksumBytes = 32
/** Key files have a few kilobytes. */
export const headLimit = 256 * 1024
export const sealedLimit = 64 * 1024
/** Of SQLCipher 4. */
const pageBytes = 4096

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const count = z.number().int().min(0)

const backupHead = z.strictObject({
  format: z.literal('relais-backup'),
  version: z.literal(1),
  vaultId: z.uuidv4(),
  /** Milliseconds since 1970. */
  madeAt: count,
  kind: backupKind,
  databaseBytes: count.min(pageBytes).multipleOf(pageBytes),
  /** The key file as it was: its passphrase, code or shares open this backup, whatever happened to them since. */
  keys: z.string().max(headLimit),
})
export type BackupHead = z.infer<typeof backupHead>

const newerHead = z.looseObject({ format: z.literal('relais-backup'), version: z.number().int().min(2) })

const sealedPart = z.strictObject({
  owner: z.strictObject({ name: z.string(), organisation: z.string() }),
  contents: backupContents,
  schemaVersion: count,
  /** Of every table, by name. */
  rows: z.record(z.string(), count),
  /** Of the database's bytes as they follow. */
  sha256: hex(32),
  /** The end of the journal in this backup; the signature is missing from one made before there was anyone to sign. */
  journal: z.strictObject({ seq: count.min(1), hash: hex(32), signature: hex(64).nullable() }).nullable(),
})
export type SealedPart = z.infer<typeof sealedPart>

/** Everything before the database. `key` is the database key (32 bytes). */
export function encodeHead(head: BackupHead, sealed: SealedPart, key: Uint8Array): Uint8Array {
  const text = utf8(JSON.stringify(head))
  const box = seal(sealed, sealingKey(key, text, head.vaultId))
  const before = concat(magic, uint32(text.length), text, uint32(box.length), box)
  return concat(before, sha256(before))
}

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

export function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(lengthBytes)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/**
 * The head from its bytes, of which there is one form only: JSON in the order above, without a space.
 * @throws backup.newer_version, backup.damaged
 */
export function decodeHead(bytes: Uint8Array): BackupHead {
  const text = fromUtf8(bytes) ?? ''
  const json = parseJson(text)
  if (newerHead.safeParse(json).success) throw new RelaisError('backup.newer_version')
  const head = backupHead.safeParse(json)
  if (!head.success || JSON.stringify(head.data) !== text) throw new RelaisError('backup.damaged')
  return head.data
}

/** Spaces up to whole kilobytes: the length must not tell how long a name is. */
const padTo = 1024

function seal(part: SealedPart, key: Uint8Array): Uint8Array {
  const text = utf8(JSON.stringify(part))
  const padded = new Uint8Array(Math.ceil(text.length / padTo) * padTo).fill(0x20)
  padded.set(text)
  const nonce = randomBytes(nacl.secretbox.nonceLength)
  const box = nacl.secretbox(padded, nonce, key)
  key.fill(0)
  return concat(nonce, box)
}

/**
 * What is known of the backup, for whoever has its database key.
 * @param head the bytes of the head, as they stand in the file
 * @throws backup.damaged when the head or the sealed part is not the one that was written
 */
export function openSealed(box: Uint8Array, head: Uint8Array, vaultId: string, key: Uint8Array): SealedPart {
  const opening = sealingKey(key, head, vaultId)
  const nonce = box.subarray(0, nacl.secretbox.nonceLength)
  const padded =
    box.length > nonce.length ? nacl.secretbox.open(box.subarray(nonce.length), nonce, opening) : null
  opening.fill(0)
  const part = sealedPart.safeParse(parseJson(padded ? (fromUtf8(padded) ?? '') : ''))
  if (!part.success) throw new RelaisError('backup.damaged')
  return part.data
}

function sealingKey(key: Uint8Array, head: Uint8Array, vaultId: string): Uint8Array {
  const info = concat(utf8('relais backup v1\0'), sha256(head))
  return new Uint8Array(hkdfSync('sha256', key, utf8(vaultId), info, 32))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @throws backup.damaged */
export function demandChecksum(before: Uint8Array, checksum: Uint8Array): void {
  if (!equalBytes(sha256(before), checksum)) throw new RelaisError('backup.damaged')
}
