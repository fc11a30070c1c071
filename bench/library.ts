import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { caseById, insertCase } from '../main/cases/cases.store.ts'
import { putSection } from '../main/cases/sections.store.ts'
import { freeCaseCode, refreshCase } from '../main/cases/write-case.ts'
import { putStep } from '../main/referrals/referrals.store.ts'
import { createVault } from '../main/vault/create-vault.ts'
import { writerOf } from '../main/vault/database.ts'
import { identityRow, insertIdentity } from '../main/vault/identity.store.ts'
import { floorParameters } from '../main/vault/keys/kdf.ts'
import { migrate } from '../main/vault/migrate.ts'
import type { OpenVault } from '../main/vault/open-vault.ts'
import { unlockVault } from '../main/vault/unlock-vault.ts'
import { nextVersion } from '../shared/cases/version.ts'
import type { FictionalCase } from './fictional-cases.ts'

export const passphrase = 'tambour violet quatorze nuages lents'

/** The two sides of every comparison with a library that is not encrypted. */
export interface Twins {
  readonly encrypted: OpenVault
  readonly plain: OpenVault
}

export const plainTwin = 'the same library without encryption'

/** A vault whose only slot asks for the least Argon2id that a vault may: what every unlock here is compared with. */
export async function createFloorVault(folder: string): Promise<string> {
  const place = join(folder, 'vault')
  const identity = { name: 'Banc d’essai', organisation: 'Organisme fictif', sector: 'community' } as const
  await createVault(place, { passphrase, identity, today: '2026-01-05', kdf: floorParameters() })
  return place
}

export const openFloorVault = (place: string): Promise<OpenVault> =>
  unlockVault(place, { by: 'passphrase', passphrase })

/** What SQLite could do differently on the two sides; `page_size` first, as it must be set in an empty file. */
const settings = [
  'page_size',
  'auto_vacuum',
  'locking_mode',
  'journal_mode',
  'wal_autocheckpoint',
  'synchronous',
  'cache_size',
  'foreign_keys',
  'secure_delete',
  'trusted_schema',
  'temp_store',
  'cell_size_check',
  'mmap_size',
]

/** The same library and schema with the settings of `vault`, and no key: everything but the encryption. */
export function openPlainTwin(folder: string, vault: OpenVault): OpenVault {
  const raw = new Database(join(folder, 'plain.db'))
  for (const name of settings) raw.pragma(`${name}=${setting(vault, name)}`)
  const writer = writerOf(raw)
  const twin = {
    ...vault,
    folder,
    reader: writer,
    writer,
    database: { reader: writer, writer, raw, close: () => void raw.close() },
    sweepSoon: () => undefined,
    close: () => void raw.close(),
  }
  migrate({ reader: writer, writer, raw, close: twin.close })
  insertIdentity(writer, identityRow(vault.reader))
  for (const name of settings) {
    if (setting(twin, name) !== setting(vault, name)) throw new Error(`${name} differs between the two sides`)
  }
  return twin
}

function setting({ reader }: OpenVault, name: string): unknown {
  return Object.values(reader.get<object>(`PRAGMA ${name}`) ?? {})[0]
}

/** Inserts whole cases through the stores, search index and all, in one transaction. */
export function insertCases({ writer, me }: OpenVault, cases: readonly FictionalCase[]): void {
  const author = me.fingerprint
  const version = nextVersion([], author)
  writer.transaction(() => {
    for (const { id, status, updatedOn, sections, steps } of cases) {
      insertCase(writer, { id, code: freeCaseCode(writer), status, owner: author, createdOn: updatedOn })
      const record = caseById(writer, id)
      if (!record) throw new Error('a case was not inserted')
      for (const section of sections) {
        putSection(writer, record.n, { section, author, version, savedOn: updatedOn })
      }
      for (const [position, { id: stepId, details, moves }] of steps.entries()) {
        putStep(writer, record.n, { ...details, id: stepId, position, moves, author, version })
      }
      refreshCase(writer, record, updatedOn)
    }
  })
}
