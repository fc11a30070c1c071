import { join } from 'node:path'

/**
 * The files of a vault, all in one folder:
 * - `keys`: the key slots; without it the database is noise;
 * - `keysCopy`: the same again: one bad sector must not cost the vault. (Its name is from the first version, which meant
 *   to keep the file before the last change there; that would have kept a dead passphrase alive.)
 * - `recoveryKeys`: the recovery slots alone, for the day when both are damaged;
 * - `attempts`: the wrong passphrases since the last right one;
 * - `database`: the SQLCipher file (and, while open, its write-ahead log beside it);
 * - `log`: what SQLite has not yet put into it, while it is open or after a crash;
 * - `tornLog`: the log as it was found when its last change was not whole, until the vault opens with a whole one;
 * - `firstPage`: a copy of the database's first page, without which no other page can be found, and of the owner's keys;
 * - `backups`: where backups go until a better place is chosen.
 */
export interface VaultFiles {
  readonly keys: string
  readonly keysCopy: string
  readonly recoveryKeys: string
  readonly attempts: string
  readonly database: string
  readonly log: string
  readonly tornLog: string
  readonly firstPage: string
  readonly backups: string
}

export const vaultFiles = (folder: string): VaultFiles => ({
  keys: join(folder, 'relais.keys'),
  keysCopy: join(folder, 'relais.keys.previous'),
  recoveryKeys: join(folder, 'relais.recovery'),
  attempts: join(folder, 'relais.attempts'),
  database: join(folder, 'relais.db'),
  log: join(folder, 'relais.db-wal'),
  tornLog: join(folder, 'relais.db-wal.torn'),
  firstPage: join(folder, 'relais.db.first-page'),
  backups: join(folder, 'backups'),
})
