import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { toHex } from '../../shared/packet/bytes.ts'
import { breathe } from '../../shared/packet/pause.ts'
import { syncFolder } from '../disk.ts'
import { type JournalHead, journalHead } from '../journal/journal.store.ts'
import type { SignedHead } from '../journal/journal-heads.store.ts'
import type { VaultDatabase } from '../vault/database.ts'
import type { Job } from '../vault/handler.ts'
import { copyInto, countRows, databaseBytes, schemaNumber } from './copy.store.ts'
import { folderRefusal, freeName, placeForCopy, prepareFolder } from './destination.ts'
import { encodeHead, type SealedPart } from './head.ts'
import { type BackupKind, newPartName } from './names.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { createPart, removePart, sweepParts } from './parts.ts'
import { pour } from './pour.ts'
import { readBackup } from './read-backup.ts'
import { stages, unwatched } from './stages.ts'
import { type Expected, isCopyWhole } from './verify-copy.ts'

export interface BackupSource {
  readonly database: VaultDatabase
  /** The database key (32 bytes). */
  readonly key: Uint8Array
  /** The content of the key file, which opens the backup. */
  readonly keyFile: string
  readonly vaultId: string
  readonly owner: { readonly name: string; readonly organisation: string }
  /** Signs the end of the journal, at the very moment of the copy. Not there before an update, when nobody can yet. */
  readonly signHead?: () => SignedHead | null
}

export interface BackupRequest {
  readonly folder: string
  readonly kind: BackupKind
  readonly source: BackupSource
  /** Milliseconds since 1970. */
  readonly now: number
  readonly job?: Job
}

export interface MadeBackup {
  readonly name: string
  readonly folder: string
  readonly madeAt: number
  /** Of the whole file. */
  readonly bytes: number
  readonly contents: SealedPart['contents']
  /** The end of the journal that the backup holds. */
  readonly journal: JournalHead | SignedHead | null
}

/**
 * Makes a backup of a vault in use, and gives its name only once it has been reopened and counted, written, read back and
 * put in place. Whatever stops it, there is no half of one. Needs nothing of the schema but the vault's id: it is also
 * called before an update.
 * @throws backup.folder_missing, backup.folder_unwritable, backup.not_verified, vault.disk_full, vault.database_damaged,
 *   app.cancelled
 */
export async function makeBackup(request: BackupRequest): Promise<MadeBackup> {
  const job = request.job ?? unwatched
  try {
    // A clock before 1970 has nothing to say.
    const now = Math.max(0, Math.trunc(request.now))
    return await oneAtATime(job, () => makeAlone({ ...request, now }, job))
  } catch (error) {
    throw await folderRefusal(request.folder, error)
  }
}

/** Copying, verifying, hashing, writing, reading back. */
const stageCount = 5

async function makeAlone(request: BackupRequest, job: Job): Promise<MadeBackup> {
  const { folder, source, kind, now } = request
  const { database, vaultId } = source
  const path = database.raw.name
  await prepareFolder(folder, dirname(path))
  await sweepParts([dirname(path), folder], vaultId)
  const bytes = databaseBytes(database)
  const tell = stages(job, stageCount, bytes)
  const copy = join(await placeForCopy(path, folder, bytes), newPartName(vaultId))
  const part = join(folder, newPartName(vaultId))
  await breathe(job)
  let key: Uint8Array | null = null
  try {
    await createPart(copy)
    const copied = copyNow(source, copy)
    key = copied.key
    tell(0, 1)
    await breathe(job)
    if (!(await isCopyWhole(copy, key, copied, job, (fraction) => tell(1, fraction)))) {
      throw new RelaisError('vault.database_damaged')
    }
    const written = await writeBackup({ ...request, copy, part, copied, job, tell })
    const name = await freeName(folder, now, kind)
    await putInPlace(part, join(folder, name))
    return {
      name,
      folder,
      madeAt: now,
      bytes: written,
      contents: contentsOf(copied),
      journal: copied.journal,
    }
  } finally {
    key?.fill(0)
    await removePart(copy)
    await removePart(part)
  }
}

/** What was true when the copy was made, and a key of its own: the vault may be closed meanwhile, which wipes the other. */
interface Copied extends Expected {
  readonly key: Uint8Array
  readonly journal: JournalHead | SignedHead | null
}

/** In one turn: nothing is saved between the counting, the head of the journal and the copy. */
function copyNow({ database, key, vaultId, signHead }: BackupSource, path: string): Copied {
  const rows = countRows(database.reader)
  const journal = (rows.journal ?? 0) > 0 ? (signHead?.() ?? journalHead(database.reader)) : null
  copyInto(database.writer, path)
  return { rows, journal, key: Uint8Array.from(key), vaultId, schemaVersion: schemaNumber(database) }
}

const contentsOf = ({ rows }: Copied): SealedPart['contents'] => ({
  cases: rows.cases ?? 0,
  steps: rows.referral_steps ?? 0,
  members: rows.members ?? 0,
  packets: (rows.sent_packets ?? 0) + (rows.received_packets ?? 0),
})

const inHead = (journal: Copied['journal']): SealedPart['journal'] =>
  journal && {
    seq: journal.seq,
    hash: toHex(journal.hash),
    signature: 'signature' in journal ? toHex(journal.signature) : null,
  }

interface Writing extends BackupRequest {
  readonly copy: string
  readonly part: string
  readonly copied: Copied
  readonly job: Job
  readonly tell: (stage: number, fraction: number) => void
}

/** Writes the part, and reads it back as a restore would. @returns its bytes */
async function writeBackup(writing: Writing): Promise<number> {
  const file = await open(writing.copy, 'r')
  try {
    const out = await open(writing.part, 'wx+', 0o600)
    try {
      return await writeParts(writing, file, out)
    } finally {
      await out.close()
    }
  } finally {
    await file.close()
  }
}

async function writeParts(writing: Writing, file: FileHandle, out: FileHandle): Promise<number> {
  const { source, kind, now, copied, job, tell } = writing
  const { vaultId, keyFile } = source
  // Whoever calls may hand over a whole person, secret keys included.
  const owner = { name: source.owner.name, organisation: source.owner.organisation }
  const { rows, schemaVersion, key } = copied
  const length = (await file.stat()).size
  const toldBy = (stage: number) => (done: number) => tell(stage, done / length)
  const whole = { file, at: 0, length }
  const sha256 = await pour(whole, null, job, toldBy(2))
  const head = encodeHead(
    { format: 'relais-backup', version: 1, vaultId, madeAt: now, kind, databaseBytes: length, keys: keyFile },
    { owner, contents: contentsOf(copied), schemaVersion, rows, sha256, journal: inHead(copied.journal) },
    key,
  )
  await out.writeFile(head)
  await pour(whole, out, job, toldBy(3))
  await out.sync()
  const back = await readBackup(out).catch(unlikeWritten)
  const written = await pour({ file: out, at: back.databaseAt, length }, null, job, toldBy(4))
  if (written !== sha256 || back.openSealed(key).sha256 !== sha256)
    throw new RelaisError('backup.not_verified')
  return back.bytes
}

function unlikeWritten(error: unknown): never {
  throw isRelaisError(error) ? new RelaisError('backup.not_verified') : error
}

/** Once it has its name it is a backup: it loses it again if the disk can't promise to keep it. */
async function putInPlace(part: string, path: string): Promise<void> {
  await rename(part, path)
  try {
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined)
    throw error
  }
}
