import { RelaisError } from '../../shared/errors.ts'
import type { Reader, VaultDatabase, Writer } from './database.ts'
import { type Me, wipeIdentity } from './identity.ts'
import type { KeyFile } from './keys/key-file.ts'
import type { FoundKeys } from './keys/key-store.ts'
import type { PageFile } from './pages/page-file.ts'

/** What was found on the way in, for whoever opened the vault to be told. */
export interface Findings {
  /** Where the key file was whole. */
  readonly keysFrom: FoundKeys['from']
  /** The write-ahead log ended in a change that was not whole. */
  readonly lastChangeUncertain: boolean
  /** The schema version before it was brought up to this one, or null. */
  readonly updatedFrom: number | null
  /** The computer's clock is at an earlier day than when the vault was last open. */
  readonly clockSetBack: boolean
  /** Passphrases or kits that were found wrong since the last right one. */
  readonly failedAttempts: number
}

/** A vault in use: what handlers work with until the process ends. */
export interface OpenVault {
  readonly folder: string
  readonly reader: Reader
  readonly writer: Writer
  readonly database: VaultDatabase
  /** The database file as it lies on the disk: the only handle through which it may be read. */
  readonly pages: PageFile
  /** The database key (32 bytes): backups are reopened with it. Wiped at close. */
  readonly key: Uint8Array
  readonly vaultId: string
  /** Holds made-up situations only: its cards and packets, and those of real vaults, never meet. */
  readonly practice: boolean
  /** The key file as it was last known to be whole: put back when it is taken away or hit while the vault is open. */
  readonly keys: { last: KeyFile }
  readonly me: Me
  readonly findings: Findings
  /** To be called when words were deleted: they leave the write-ahead log within seconds. */
  sweepSoon(): void
  close(): void
}

/** “5 s after a delete”: soon enough that a name taken out is gone, seldom enough not to be felt. */
const sweepMilliseconds = 5000

/** Takes over the database and the key: `close` gives both back. */
export function openVault(
  parts: Pick<OpenVault, 'folder' | 'database' | 'pages' | 'key' | 'vaultId' | 'practice' | 'keys' | 'me'> & {
    readonly findings: Omit<Findings, 'failedAttempts'>
  },
): OpenVault {
  const { database, pages, key, me } = parts
  let sweeping: NodeJS.Timeout | null = null
  const sweepSoon = (): void => {
    sweeping ??= setTimeout(sweep, sweepMilliseconds)
  }
  const sweep = (): void => {
    sweeping = null
    if (!database.raw.open) return
    try {
      database.raw.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // A full disk, say: what was saved is safe in the log, and it is tried again until there is room.
      sweepSoon()
    }
  }
  return {
    ...parts,
    findings: { ...parts.findings, failedAttempts: 0 },
    reader: database.reader,
    writer: database.writer,
    sweepSoon,
    close: () => {
      if (sweeping) clearTimeout(sweeping)
      try {
        database.close()
      } finally {
        pages.close()
        wipeIdentity(me)
        key.fill(0)
      }
    },
  }
}

/** The same vault, opened after wrong attempts. */
export const afterFailures = (vault: OpenVault, failedAttempts: number): OpenVault => ({
  ...vault,
  findings: { ...vault.findings, failedAttempts },
})

/** After every wait: a vault may be closed meanwhile, and its key is zeros then. @throws vault.locked */
export function demandOpen({ database }: Pick<OpenVault, 'database'>): void {
  if (!database.raw.open) throw new RelaisError('vault.locked')
}
