import { randomBytes } from 'node:crypto'
import { constants, lstat, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRelaisError, RelaisError } from '../../../shared/errors.ts'
import { errorCode } from '../../disk.ts'
import type { VaultFiles } from '../folder/files.ts'
import { decodeKeyFile, type KeyFile } from './key-file.ts'

/** What one of the places of a key file holds. */
export type Place =
  | { readonly state: 'whole'; readonly keyFile: KeyFile; readonly content: string }
  | { readonly state: 'missing' | 'damaged' | 'newer'; readonly refusal: RelaisError }

/** @throws vault.folder_unwritable when the system does not let it be read */
export async function readPlace(path: string): Promise<Place> {
  try {
    const content = await readFile(path, 'utf8')
    return { state: 'whole', content, keyFile: decodeKeyFile(content) }
  } catch (error) {
    if (!isRelaisError(error)) return unreadable(error)
    return { state: error.code === 'vault.newer_version' ? 'newer' : 'damaged', refusal: error }
  }
}

function unreadable(error: unknown): Place {
  const code = errorCode(error)
  if (code === 'ENOENT') return { state: 'missing', refusal: new RelaisError('vault.key_file_missing') }
  if (code === 'EISDIR') return { state: 'damaged', refusal: new RelaisError('vault.not_a_vault') }
  // A bad sector.
  if (code === 'EIO') return { state: 'damaged', refusal: new RelaisError('vault.key_file_damaged') }
  throw new RelaisError('vault.folder_unwritable')
}

/** Content that waits beside its place, whole and on the disk. */
export interface Staged {
  readonly temporary: string
  readonly path: string
}

const stagedName = /^\.relais-keys-[0-9a-f]{16}\.part$/

export async function stage(path: string, content: string): Promise<Staged> {
  const temporary = join(dirname(path), `.relais-keys-${randomBytes(8).toString('hex')}.part`)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  return { temporary, path }
}

/**
 * Puts staged content in its place, by one rename. What is there and can't be read, or is another vault's, is not written
 * over: it is put aside under another name. `revision` is that of the slots which it may still hold.
 */
export async function putInPlace(
  { temporary, path }: Staged,
  vaultId: string,
  revision: number,
): Promise<void> {
  const aside = await putAside(path, vaultId, revision)
  try {
    await rename(temporary, path)
  } catch (error) {
    if (aside) await rename(aside, path)
    throw error
  }
}

/** The name under which the file at `path` now is, or null when there was nothing to keep. */
export async function putAside(path: string, vaultId: string, revision: number): Promise<string | null> {
  const place = await readPlace(path)
  if (place.state === 'missing') return null
  if (place.state === 'whole' && place.keyFile.vaultId === vaultId) return null
  const aside =
    place.state === 'damaged' ? asideName(path, revision) : `${path}.other-${randomBytes(4).toString('hex')}`
  await rename(path, aside)
  return aside
}

/** Where a damaged file is kept, of the vault's own files only. */
export const asideName = (path: string, revision: number): string =>
  `${path}.damaged-${revision}-${randomBytes(4).toString('hex')}`

const damagedName = /^relais\..+\.damaged-(\d{1,16})-[0-9a-f]{8}$/

/** What a power cut left of a change, and what was put aside for damage before this revision: either may hold a dead slot. */
export async function removeLeftovers({ keys }: VaultFiles, revision: number): Promise<void> {
  const folder = dirname(keys)
  for (const name of await readdir(folder)) {
    const aside = damagedName.exec(name)
    const dead = aside ? Number(aside[1]) < revision : stagedName.test(name)
    if (dead) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/**
 * Noise over what a file of this vault holds, as far as it lets itself be written in place: flash memory may keep the old
 * cells, and a file that is missing or refuses is for the caller to replace. Another vault's is left alone, and so is what
 * a link leads to.
 */
export async function overwriteOwn(path: string, vaultId: string): Promise<void> {
  // Windows knows no O_NOFOLLOW: it is asked beforehand.
  const regular = await lstat(path).catch(() => null)
  if (!regular?.isFile()) return
  const file = await open(path, constants.O_RDWR | constants.O_NOFOLLOW).catch(() => null)
  if (!file) return
  try {
    const { size } = await file.stat()
    // Of a damaged one the slots may still be read: it is known by the id it says.
    if (!(await file.readFile('utf8')).includes(vaultId)) return
    await file.write(randomBytes(size), 0, size, 0)
    await file.sync()
  } catch {
    // Best effort: what counts is what takes its place.
  } finally {
    await file.close()
  }
}
