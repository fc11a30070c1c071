import { writeFile } from 'node:fs/promises'
import type { Given, Out } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import { breathe } from '../../shared/packet/pause.ts'
import { practicePassphrase } from '../../shared/practice/practice.contract.ts'
import { guardWhereKept } from '../backup/guesses.ts'
import { caseById } from '../cases/cases.store.ts'
import { refreshCase } from '../cases/write-case.ts'
import { allEntries, putEntry } from '../directory/directory.store.ts'
import { appendLine } from '../journal/journal.store.ts'
import { assertEncrypted, openDatabase, type VaultDatabase } from '../vault/database.ts'
import { type VaultFiles, vaultFiles } from '../vault/folder/files.ts'
import { placeBeside } from '../vault/folder/place-beside.ts'
import type { Job } from '../vault/handler.ts'
import { fullCheck } from '../vault/integrity.store.ts'
import { type FoundKeys, readKeys, unwrapWith, writeKeys } from '../vault/keys/key-store.ts'
import { migrate, readMigrations } from '../vault/migrate.ts'
import { keepVitalPages } from '../vault/pages/copy-vital-pages.ts'
import { casesHit, keptOf, lostOf } from './account.ts'
import { collect } from './collect.ts'
import { type DamagedVault, withDamagedVault } from './damaged-vault.ts'
import { makeUpIdentity } from './make-up-identity.ts'
import { mendReferences } from './mend.ts'
import { rootsLeft, versionLeft } from './roots.ts'
import { casesLeft, countRows, dropCopies, dropWhatIsOfNoCase } from './salvage.store.ts'
import { shapesOf } from './shapes.store.ts'

type Account = Out<'damage.salvage'>

/** Some 50 ms of indexing between two looks at whether the person has cancelled. */
const casesAtOnce = 100
const entriesAtOnce = 200

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly today: PlainDate
}

/**
 * Takes what is readable out of a damaged vault into a new one. The damaged files are only read, and not by SQLite; wrong
 * guesses at its keys are counted beside them, as at the door.
 * @throws the refusals of a key file and of an opener, vault.too_soon, vault.open_elsewhere, vault.mismatch, vault.newer_version,
 *   damage.beyond_salvage, the refusals of a new folder, app.cancelled: nothing is left behind
 */
export async function salvage(
  { folder, opener, into }: Pick<Given<'damage.salvage'>, 'folder' | 'opener' | 'into'>,
  clock: Clock,
  job: Job,
): Promise<Account> {
  const files = vaultFiles(folder)
  const found = await readKeys(files)
  const key = await guardWhereKept(files, found.keyFile, () => unwrapWith(found.keyFile, opener))
  try {
    return await salvageWith(key, found, { folder, into }, clock, job)
  } finally {
    key.fill(0)
  }
}

/** The same, with the database key (32 bytes; the caller wipes it). */
export async function salvageWith(
  key: Uint8Array,
  found: FoundKeys,
  { folder, into }: { readonly folder: string; readonly into: string },
  clock: Clock,
  job: Job,
): Promise<Account> {
  return withDamagedVault(vaultFiles(folder), key, async (damaged) => {
    let account: Account | null = null
    await placeBeside(into, async (building) => {
      account = await build(building, damaged, found, key, clock, job)
    })
    if (!account) throw new RelaisError('app.unexpected')
    return account
  })
}

async function build(
  building: string,
  damaged: DamagedVault,
  { keyFile }: FoundKeys,
  key: Uint8Array,
  clock: Clock,
  job: Job,
): Promise<Account> {
  const files = vaultFiles(building)
  await writeFile(files.database, '', { flag: 'wx', mode: 0o600 })
  const vault = { vaultId: keyFile.vaultId, practice: await isForPractice(keyFile) }
  const account = await withNewDatabase(files, key, (database) => fill(database, damaged, vault, clock, job))
  assertEncrypted(files.database)
  await writeKeys(files, keyFile)
  return account
}

/** The passphrase that everybody knows opens a practice vault, and can't be changed there. */
const isForPractice = (keyFile: FoundKeys['keyFile']): Promise<boolean> =>
  unwrapWith(keyFile, { by: 'passphrase', passphrase: practicePassphrase }).then(
    (key) => {
      key.fill(0)
      return true
    },
    () => false,
  )

async function withNewDatabase(
  files: VaultFiles,
  key: Uint8Array,
  work: (database: VaultDatabase) => Promise<Account>,
): Promise<Account> {
  const database = openDatabase(files.database, key, 'create')
  try {
    const account = await work(database)
    await keepVitalPages(files, database, key)
    return account
  } finally {
    database.close()
  }
}

/** The rows go into the schema they were written for, which is then brought up to this version like any other. */
async function fill(
  database: VaultDatabase,
  { left, log, lastChangeUncertain }: DamagedVault,
  vault: { readonly vaultId: string; readonly practice: boolean },
  clock: Clock,
  job: Job,
): Promise<Account> {
  const { reader, writer, raw } = database
  const migrations = readMigrations()
  const version = versionLeft(left) ?? migrations.length
  if (version > migrations.length) throw new RelaisError('vault.newer_version')
  migrate(database, migrations.slice(0, version))
  const shapes = shapesOf(reader)
  // References are mended once everything is there that will be.
  raw.pragma('foreign_keys=OFF')
  const seen = new Set<number>()
  const roots = rootsLeft(left, seen)
  const collected = await collect(left, shapes, roots, seen, database, job)
  if (shapes.every(({ ours, table }) => !ours || countRows(reader, table) === 0)) {
    throw new RelaisError('damage.beyond_salvage')
  }
  const { rebuilt, identity, me } = writer.transaction(() => {
    const owner = makeUpIdentity(writer, vault, clock.today)
    const now = { fingerprint: owner.me, today: clock.today }
    return { ...owner, rebuilt: mendReferences(writer, collected, now) }
  })
  migrate(database)
  writer.transaction(() => {
    dropWhatIsOfNoCase(writer)
    dropCopies(writer)
  })
  raw.pragma('foreign_keys=ON')
  const account = {
    kept: keptOf(reader),
    lost: lostOf(reader, collected, log.cutShort),
    cases: casesHit(reader, collected, rebuilt),
    identity,
    lastChangeUncertain,
  }
  await indexWords(database, job)
  await indexDirectory(database, job)
  appendLine(writer, { action: 'vault.salvaged', subject: null, details: {}, at: clock.now, who: me })
  fullCheck(database)
  return account
}

/** What a search looks through, and what falls due, is made anew from the sections and steps that are left. */
async function indexWords({ reader, writer }: VaultDatabase, job: Job): Promise<void> {
  const cases = casesLeft(reader)
  for (let at = 0; at < cases.length; at += casesAtOnce) {
    await breathe({ signal: job.signal })
    writer.transaction(() => {
      for (const { id, updatedOn } of cases.slice(at, at + casesAtOnce)) {
        const record = caseById(writer, id)
        if (record) refreshCase(writer, record, updatedOn)
      }
    })
  }
}

/** And what finds an entry of the directory, from the entries. */
async function indexDirectory({ reader, writer }: VaultDatabase, job: Job): Promise<void> {
  const entries = allEntries(reader)
  for (let at = 0; at < entries.length; at += entriesAtOnce) {
    await breathe({ signal: job.signal })
    writer.transaction(() => {
      for (const { entry, rivals } of entries.slice(at, at + entriesAtOnce)) putEntry(writer, entry, rivals)
    })
  }
}
