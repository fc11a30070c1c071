import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import nacl from 'tweetnacl'
import { z } from 'zod'
import { RelaisError } from '../../shared/errors.ts'
import { deriveKey, type KdfParameters, kdfParameters } from './kdf.ts'

/**
 * The key file: one random 256-bit database key, wrapped once per slot. Changing a passphrase rewraps 32 bytes and
 * never touches the database.
 *
 * Each slot's wrapping key is HKDF-SHA-256 of the Argon2id output over everything that the slot says of itself
 * (vault, kind, parameters), so that none of it can be altered without the unwrapping failing.
 */
const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length * 2}}$`))

const slot = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: kdfParameters,
  nonce: hex(nacl.secretbox.nonceLength),
  wrapped: hex(32 + nacl.secretbox.overheadLength),
})
type Slot = z.infer<typeof slot>

const keyFileBody = z.strictObject({
  format: z.literal('relais-keys'),
  version: z.literal(1),
  vaultId: z.uuidv4(),
  slots: z.array(slot).min(1).max(8),
})
export type KeyFile = z.infer<typeof keyFileBody>

const envelope = z.looseObject({
  format: z.literal('relais-keys'),
  version: z.number().int(),
  checksum: z.string(),
})

/** A checksum tells damage from a wrong passphrase; it authenticates nothing, the unwrapping does. */
const checksumOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex')

export function encodeKeyFile(keyFile: KeyFile): string {
  return `${JSON.stringify({ ...keyFile, checksum: checksumOf(keyFile) }, null, 2)}\n`
}

/** @throws vault.not_a_vault, vault.newer_version, vault.key_file_damaged */
export function decodeKeyFile(content: string): KeyFile {
  const json = parseJson(content)
  const outer = envelope.safeParse(json)
  if (!outer.success) {
    // Something of ours that was hit is damaged; something that never was ours is not a vault.
    throw new RelaisError(content.includes('relais-keys') ? 'vault.key_file_damaged' : 'vault.not_a_vault')
  }
  const { checksum, ...rest } = outer.data
  if (checksum !== checksumOf(rest)) throw new RelaisError('vault.key_file_damaged')
  if (outer.data.version > 1) throw new RelaisError('vault.newer_version')
  const body = keyFileBody.safeParse(rest)
  if (!body.success) throw new RelaisError('vault.key_file_damaged')
  return body.data
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

/** A new slot for `databaseKey` (32 bytes) under `passphrase`. */
export async function wrapKey(
  databaseKey: Uint8Array,
  passphrase: string,
  vaultId: string,
  kdf: KdfParameters,
): Promise<Slot> {
  const wrappingKey = await wrappingKeyOf(passphrase, vaultId, 'passphrase', kdf)
  const nonce = randomBytes(nacl.secretbox.nonceLength)
  const wrapped = nacl.secretbox(databaseKey, nonce, wrappingKey)
  wrappingKey.fill(0)
  return {
    kind: 'passphrase',
    kdf,
    nonce: nonce.toString('hex'),
    wrapped: Buffer.from(wrapped).toString('hex'),
  }
}

/**
 * The database key (32 bytes; the caller wipes it).
 * @throws vault.wrong_passphrase
 */
export async function unwrapKey(keyFile: KeyFile, passphrase: string): Promise<Uint8Array> {
  for (const { kind, kdf, nonce, wrapped } of keyFile.slots) {
    const wrappingKey = await wrappingKeyOf(passphrase, keyFile.vaultId, kind, kdf)
    const key = nacl.secretbox.open(Buffer.from(wrapped, 'hex'), Buffer.from(nonce, 'hex'), wrappingKey)
    wrappingKey.fill(0)
    if (key) return key
  }
  throw new RelaisError('vault.wrong_passphrase')
}

async function wrappingKeyOf(
  passphrase: string,
  vaultId: string,
  kind: Slot['kind'],
  kdf: KdfParameters,
): Promise<Uint8Array> {
  const derived = await deriveKey(passphrase, kdf)
  const { algorithm, memoryKiB, passes, lanes, salt } = kdf
  const info = JSON.stringify([
    'relais key slot v1',
    kind,
    vaultId,
    algorithm,
    memoryKiB,
    passes,
    lanes,
    salt,
  ])
  const wrappingKey = new Uint8Array(hkdfSync('sha256', derived, vaultId, info, 32))
  derived.fill(0)
  return wrappingKey
}
