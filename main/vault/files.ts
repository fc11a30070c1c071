import { join } from 'node:path'

/**
 * The files of a vault, all in one folder:
 * - `keys`: the key slots; without it the database is noise;
 * - `previousKeys`: the key file as it was before its last change, at first a copy: one bad sector must not cost the vault;
 * - `database`: the SQLCipher file (and, while open, its write-ahead log beside it).
 */
export interface VaultFiles {
  readonly keys: string
  readonly previousKeys: string
  readonly database: string
}

export const vaultFiles = (folder: string): VaultFiles => ({
  keys: join(folder, 'relais.keys'),
  previousKeys: join(folder, 'relais.keys.previous'),
  database: join(folder, 'relais.db'),
})
