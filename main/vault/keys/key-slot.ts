import { hkdfSync, randomBytes } from 'node:crypto'
import nacl from 'tweetnacl'
import { z } from 'zod'
import { RelaisError } from '../../../shared/errors.ts'
import { kitId } from '../../../shared/recovery/recovery.contract.ts'
import { deriveKey, type KdfParameters, kdfParameters } from './kdf.ts'

/**
 * A slot: the random 256-bit database key, wrapped under a key that one secret leads to.
 *
 * The wrapping key is HKDF-SHA-256, of the Argon2id output for a passphrase and of the printed 128 bits themselves for a
 * recovery kit (nobody guesses those), over everything that the slot says of itself and the id of the vault: none of it
 * can be altered without the unwrapping failing.
 */
const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length * 2}}$`))

const sealed = {
  nonce: hex(nacl.secretbox.nonceLength),
  wrapped: hex(32 + nacl.secretbox.overheadLength),
}

export const passphraseSlot = z.strictObject({ kind: z.literal('passphrase'), kdf: kdfParameters, ...sealed })
export type PassphraseSlot = z.infer<typeof passphraseSlot>

const kitOfCode = { kind: z.literal('recovery'), form: z.literal('code'), kitId }
/** SHA-256 of each of the three shares, by index: tells a share that was copied wrong from one that opens. */
const kitOfShares = {
  kind: z.literal('recovery'),
  form: z.literal('shares'),
  kitId,
  commitments: z.tuple([hex(32), hex(32), hex(32)]),
}

export const recoverySlot = z.discriminatedUnion('form', [
  z.strictObject({ ...kitOfCode, ...sealed }),
  z.strictObject({ ...kitOfShares, ...sealed }),
])
export type RecoverySlot = z.infer<typeof recoverySlot>

/** What a slot says of a kit, without what it wraps. */
const kitOfSlot = z.discriminatedUnion('form', [z.strictObject(kitOfCode), z.strictObject(kitOfShares)])
type SlotKit = z.infer<typeof kitOfSlot>

export type Slot = PassphraseSlot | RecoverySlot

/** A new slot for `databaseKey` (32 bytes) under `passphrase`. */
export async function wrapKey(
  databaseKey: Uint8Array,
  passphrase: string,
  vaultId: string,
  kdf: KdfParameters,
): Promise<PassphraseSlot> {
  const wrappingKey = await passphraseWrappingKey(passphrase, vaultId, kdf)
  return { kind: 'passphrase', kdf, ...seal(databaseKey, wrappingKey) }
}

/** The database key (32 bytes; the caller wipes it), or null when this is not the passphrase of the slot. */
export async function openWithPassphrase(
  { kdf, ...slot }: PassphraseSlot,
  passphrase: string,
  vaultId: string,
): Promise<Uint8Array | null> {
  return unseal(slot, await passphraseWrappingKey(passphrase, vaultId, kdf))
}

/** A new slot for `databaseKey` (32 bytes) under the secret of a kit (16 bytes). */
export function wrapForKit<Kit extends SlotKit>(
  databaseKey: Uint8Array,
  secret: Uint8Array,
  vaultId: string,
  kit: Kit,
): Kit & ReturnType<typeof seal> {
  return { ...kit, ...seal(databaseKey, kitWrappingKey(secret, vaultId, kit)) }
}

/** The database key (32 bytes; the caller wipes it), or null when this is not the secret of the slot. */
export const openWithSecret = (slot: RecoverySlot, secret: Uint8Array, vaultId: string): Uint8Array | null =>
  unseal(slot, kitWrappingKey(secret, vaultId, slot))

/**
 * Wipes the wrapping key.
 * @throws vault.locked when the database key was wiped, which happens at close: a slot that wraps zeros opens nothing
 */
function seal(databaseKey: Uint8Array, wrappingKey: Uint8Array): { nonce: string; wrapped: string } {
  if (databaseKey.every((byte) => byte === 0)) {
    wrappingKey.fill(0)
    throw new RelaisError('vault.locked')
  }
  const nonce = randomBytes(nacl.secretbox.nonceLength)
  const wrapped = nacl.secretbox(databaseKey, nonce, wrappingKey)
  wrappingKey.fill(0)
  return { nonce: nonce.toString('hex'), wrapped: Buffer.from(wrapped).toString('hex') }
}

/** Wipes the wrapping key. */
function unseal(slot: { nonce: string; wrapped: string }, wrappingKey: Uint8Array): Uint8Array | null {
  const key = nacl.secretbox.open(
    Buffer.from(slot.wrapped, 'hex'),
    Buffer.from(slot.nonce, 'hex'),
    wrappingKey,
  )
  wrappingKey.fill(0)
  return key
}

async function passphraseWrappingKey(
  passphrase: string,
  vaultId: string,
  kdf: KdfParameters,
): Promise<Uint8Array> {
  const derived = await deriveKey(passphrase, kdf)
  const { algorithm, memoryKiB, passes, lanes, salt } = kdf
  const told = ['relais key slot v1', 'passphrase', vaultId, algorithm, memoryKiB, passes, lanes, salt]
  const wrappingKey = expand(derived, vaultId, told)
  derived.fill(0)
  return wrappingKey
}

function kitWrappingKey(secret: Uint8Array, vaultId: string, kit: SlotKit): Uint8Array {
  const commitments = kit.form === 'shares' ? kit.commitments : []
  return expand(secret, vaultId, ['relais recovery slot v1', vaultId, kit.form, kit.kitId, ...commitments])
}

const expand = (secret: Uint8Array, vaultId: string, told: readonly (string | number)[]): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, vaultId, JSON.stringify(told), 32))
