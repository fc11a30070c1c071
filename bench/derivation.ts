import { deriveKey, floorParameters } from '../main/vault/keys/kdf.ts'
import { passphrase } from './library.ts'
import { type Durations, timed } from './measure.ts'

export const oneDerivation = 'one Argon2id derivation at the floor'

const parameters = floorParameters()

/**
 * What an unlock can’t do without, and the yardstick of all that a person waits for: 64 MiB, 3 passes, 4 lanes.
 * Thrice each time: four threads feel a busy machine more than anything they are compared with.
 */
export async function derive(): Promise<Durations> {
  const once = () => timed(() => deriveKey(passphrase, parameters))
  return [await once(), await once(), await once()]
}
