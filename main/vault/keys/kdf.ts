import { randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { z } from 'zod'

/**
 * Argon2id parameters, in the units of RFC 9106 (memory in KiB).
 * The floor is 64 MiB, 3 passes, 4 lanes (RFC 9106, second recommended option); the ceiling keeps a forged key file
 * from asking for more memory than a small laptop has.
 */
export const memoryFloorKiB = 64 * 1024
export const memoryCeilingKiB = 1024 * 1024
const calibrationCeilingKiB = 256 * 1024
/** The library's own numbers for Argon2id and for version 0x13 (its enums are types only). */
const argon2id = 2
const version13 = 1
/** A wait that a person accepts at each unlock, and an attacker pays at each guess. */
const targetMilliseconds = 500

export const kdfParameters = z.strictObject({
  algorithm: z.literal('argon2id'),
  memoryKiB: z.number().int().min(memoryFloorKiB).max(memoryCeilingKiB),
  passes: z.number().int().min(3).max(16),
  lanes: z.number().int().min(1).max(16),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
})
export type KdfParameters = z.infer<typeof kdfParameters>

export function floorParameters(): KdfParameters {
  return {
    algorithm: 'argon2id',
    memoryKiB: memoryFloorKiB,
    passes: 3,
    lanes: 4,
    salt: randomBytes(16).toString('hex'),
  }
}

/** The dearest parameters that this machine derives in about half a second, between the floor and 256 MiB. */
export async function calibratedParameters(): Promise<KdfParameters> {
  const floor = floorParameters()
  const started = performance.now()
  await deriveKey('calibration', floor)
  const elapsed = performance.now() - started
  let memoryKiB = memoryFloorKiB
  let expected = elapsed
  while (memoryKiB < calibrationCeilingKiB && expected * 2 <= targetMilliseconds) {
    memoryKiB *= 2
    expected *= 2
  }
  return { ...floor, memoryKiB }
}

/**
 * Passphrase → NFKC → Argon2id → 32 bytes. NFKC makes the same passphrase typed on another keyboard the same bytes.
 * The caller wipes the result. The passphrase itself is a JavaScript string, which cannot be wiped: it goes with the
 * process, at lock.
 */
export async function deriveKey(passphrase: string, parameters: KdfParameters): Promise<Uint8Array> {
  const secret = Buffer.from(passphrase.normalize('NFKC'), 'utf8')
  try {
    return await hashRaw(secret, {
      algorithm: argon2id,
      version: version13,
      memoryCost: parameters.memoryKiB,
      timeCost: parameters.passes,
      parallelism: parameters.lanes,
      salt: Buffer.from(parameters.salt, 'hex'),
      outputLen: 32,
    })
  } finally {
    secret.fill(0)
  }
}
