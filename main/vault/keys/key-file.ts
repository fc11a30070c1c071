import { createHash } from 'node:crypto'
import { z } from 'zod'
import { RelaisError } from '../../../shared/errors.ts'
import { eraseAfter } from '../../../shared/vault/vault.contract.ts'
import {
  openWithPassphrase,
  openWithSecret,
  type PassphraseSlot,
  passphraseSlot,
  type RecoverySlot,
  recoverySlot,
  type Slot,
} from './key-slot.ts'

/**
 * The key file: one random 256-bit database key, wrapped once per slot. Changing a passphrase rewraps 32 bytes and
 * never touches the database.
 */
const firstBody = z.strictObject({
  format: z.literal('relais-keys'),
  version: z.literal(1),
  vaultId: z.uuidv4(),
  slots: z.array(passphraseSlot).min(1).max(8),
})
/** As the first version of Relais wrote it, with passphrases only. Becomes a `KeyFile` at its next change. */
export type FirstKeyFile = z.infer<typeof firstBody>

const keyFileBody = z.strictObject({
  format: z.literal('relais-keys'),
  version: z.literal(2),
  vaultId: z.uuidv4(),
  /** One more at each change: of two whole files of one vault the higher counts, so an older copy brings nothing back. */
  revision: z.number().int().min(0),
  /**
   * After how many wrong passphrases in a row the slots are erased. In the clear and open to change by whoever can
   * change files, who could as well remove them.
   */
  eraseAfter,
  /** None: the keys were erased. */
  slots: z
    .array(z.union([passphraseSlot, recoverySlot]))
    .max(8)
    .refine((slots) => slots.filter(({ kind }) => kind === 'recovery').length <= 1),
})
export type KeyFile = z.infer<typeof keyFileBody>

const anyBody = z.discriminatedUnion('version', [firstBody, keyFileBody])
const newestVersion = 2

const envelope = z.looseObject({
  format: z.literal('relais-keys'),
  version: z.number().int(),
  checksum: z.string(),
})

/** A checksum tells damage from a wrong passphrase; it authenticates nothing, the unwrapping does. */
const checksumOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex')

export function encodeKeyFile(keyFile: KeyFile | FirstKeyFile): string {
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
  if (outer.data.version > newestVersion) throw new RelaisError('vault.newer_version')
  const body = anyBody.safeParse(rest)
  if (!body.success) throw new RelaisError('vault.key_file_damaged')
  return upToDate(body.data)
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

export const newKeyFile = (vaultId: string, slots: readonly Slot[]): KeyFile => ({
  format: 'relais-keys',
  version: 2,
  vaultId,
  revision: 0,
  eraseAfter: null,
  slots: [...slots],
})

const upToDate = (keyFile: KeyFile | FirstKeyFile): KeyFile =>
  keyFile.version === 2 ? keyFile : newKeyFile(keyFile.vaultId, keyFile.slots)

export const isPassphraseSlot = (slot: Slot): slot is PassphraseSlot => slot.kind === 'passphrase'

/** The slot of the kit that counts, if there is one. */
export const kitSlotOf = ({ slots }: KeyFile): RecoverySlot | null =>
  slots.find((slot) => slot.kind === 'recovery') ?? null

/**
 * The database key (32 bytes; the caller wipes it).
 * @throws vault.wrong_passphrase, vault.keys_erased, vault.key_file_damaged when only the slot of a kit is left
 */
export async function unwrapKey(keyFile: KeyFile, passphrase: string): Promise<Uint8Array> {
  if (keyFile.slots.length === 0) throw new RelaisError('vault.keys_erased')
  const slots = keyFile.slots.filter(isPassphraseSlot)
  if (slots.length === 0) throw new RelaisError('vault.key_file_damaged')
  for (const slot of slots) {
    const key = await openWithPassphrase(slot, passphrase, keyFile.vaultId)
    if (key) return key
  }
  throw new RelaisError('vault.wrong_passphrase')
}

/**
 * The database key (32 bytes; the caller wipes it) by the secret of a kit (16 bytes).
 * @throws recovery.wrong
 */
export function unwrapWithSecret(keyFile: KeyFile, slot: RecoverySlot, secret: Uint8Array): Uint8Array {
  const key = openWithSecret(slot, secret, keyFile.vaultId)
  if (!key) throw new RelaisError('recovery.wrong')
  return key
}
