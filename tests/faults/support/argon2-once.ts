import { createHash } from 'node:crypto'
import { vi } from 'vitest'

/**
 * Thousands of states of one vault are opened with the same few passphrases: the real Argon2id is asked once for each
 * passphrase and salt, and its answer kept. Everything around it is the real thing every time. For `vi.mock`.
 */
export async function argon2Once() {
  const real = await vi.importActual<typeof import('@node-rs/argon2')>('@node-rs/argon2')
  const known = new Map<string, Promise<Buffer>>()
  return {
    ...real,
    hashRaw: async (secret: Uint8Array, options: { salt: Uint8Array }): Promise<Buffer> => {
      const name = createHash('sha256')
        .update(JSON.stringify([...secret, options, ...options.salt]))
        .digest('hex')
      const hash = known.get(name) ?? real.hashRaw(secret, options)
      known.set(name, hash)
      // The caller wipes what it is given.
      return Buffer.from(await hash)
    },
  }
}
