import { randomBytes } from 'node:crypto'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { errorCode, syncFolder } from '../disk.ts'
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
 * over: it is put aside under another name.
 */
export async function putInPlace({ temporary, path }: Staged, vaultId: string): Promise<void> {
  const aside = await putAside(path, vaultId)
  try {
    await rename(temporary, path)
  } catch (error) {
    if (aside) await rename(aside, path)
    throw error
  }
  await syncFolder(dirname(path))
}

/** The name under which the file at `path` now is, or null when there was nothing to keep. */
export async function putAside(path: string, vaultId: string): Promise<string | null> {
  const place = await readPlace(path)
  if (place.state === 'missing') return null
  if (place.state === 'whole' && place.keyFile.vaultId === vaultId) return null
  const reason = place.state === 'damaged' ? 'damaged' : 'other'
  const aside = `${path}.${reason}-${randomBytes(4).toString('hex')}`
  await rename(path, aside)
  return aside
}

/** What a power cut left of a change, and, with `damaged`, what was put aside for damage: either may hold a dead slot. */
export async function removeLeftovers(keys: string, { damaged }: { damaged: boolean }): Promise<void> {
  const folder = dirname(keys)
  for (const name of await readdir(folder)) {
    const aside =
      damaged && name.startsWith(`${basename(keys, '.keys')}.`) && /\.damaged-[0-9a-f]{8}$/.test(name)
    if (aside || stagedName.test(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/**
 * Noise over what a file holds, as far as it lets itself be written in place: flash memory may keep the old cells, and a
 * file that is missing or refuses is for the caller to replace.
 */
export async function overwrite(path: string): Promise<void> {
  const file = await open(path, 'r+').catch(() => null)
  if (!file) return
  try {
    const { size } = await file.stat()
    await file.write(randomBytes(size), 0, size, 0)
    await file.sync()
  } catch {
    // Best effort: what counts is what takes its place.
  } finally {
    await file.close()
  }
}
