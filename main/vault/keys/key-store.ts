import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isRelaisError, RelaisError } from '../../../shared/errors.ts'
import type { Opener } from '../../../shared/vault/opener.ts'
import { diskError, syncFolder } from '../../disk.ts'
import type { VaultFiles } from '../folder/files.ts'
import { encodeKeyFile, type KeyFile, kitSlotOf, unwrapKey, unwrapWithSecret } from './key-file.ts'
import { putAside, putInPlace, readPlace, removeLeftovers, type Staged, stage } from './key-places.ts'
import { secretOf } from './kit-secret.ts'

/** A key file, and which of the places it is kept in it came from. */
export interface FoundKeys {
  readonly keyFile: KeyFile
  readonly from: 'keys' | 'copy' | 'recovery'
}

/**
 * The key file of a vault, from the first place where it is whole. Of the two copies the one with the higher revision
 * counts: the other is what a power cut in a change, or somebody with an older copy, left there.
 * @throws vault.key_file_missing, vault.key_file_damaged, vault.not_a_vault, vault.newer_version, vault.folder_unwritable,
 *   vault.mismatch when the places hold the keys of two vaults
 */
export async function readKeys(files: VaultFiles): Promise<FoundKeys> {
  const places = await Promise.all([files.keys, files.keysCopy, files.recoveryKeys].map(readPlace))
  const refused = places.flatMap((place) => (place.state === 'whole' ? [] : [place]))
  const newer = refused.find(({ state }) => state === 'newer')
  // Were the other copy taken, a change that a newer version left half done would be undone.
  if (newer) throw newer.refusal
  const [keys, copy, recovery] = places.map((place) => (place.state === 'whole' ? place.keyFile : null))
  const owners = [keys, copy, recovery].flatMap((each) => (each ? [each.vaultId] : []))
  // Which of them is the database's own is not known yet, and wrong passphrases must not erase the other's.
  if (new Set(owners).size > 1) throw new RelaisError('vault.mismatch')
  if (keys && copy && copy.revision > keys.revision) return { keyFile: copy, from: 'copy' }
  if (keys) return { keyFile: keys, from: 'keys' }
  if (copy) return { keyFile: copy, from: 'copy' }
  if (recovery) return { keyFile: recovery, from: 'recovery' }
  // Damage is told rather than absence: what is damaged may be mended.
  const told = refused.find(({ state }) => state === 'damaged') ?? refused[0]
  throw told?.refusal ?? new RelaisError('vault.key_file_missing')
}

/**
 * The database key (32 bytes; the caller wipes it).
 * @throws vault.wrong_passphrase, vault.keys_erased, recovery.wrong and the refusals of a code or a share
 */
export async function unwrapWith(keyFile: KeyFile, opener: Opener): Promise<Uint8Array> {
  if (opener.by === 'passphrase') return unwrapKey(keyFile, opener.passphrase)
  if (keyFile.slots.length === 0) throw new RelaisError('vault.keys_erased')
  const slot = kitSlotOf(keyFile)
  const secret = await secretOf(slot, opener)
  try {
    if (!slot) throw new RelaisError('recovery.no_kit')
    return unwrapWithSecret(keyFile, slot, secret)
  } finally {
    secret.fill(0)
  }
}

/** What belongs in each place. Without a kit there is no recovery file. */
function contentsOf(files: VaultFiles, keyFile: KeyFile): Map<string, string> {
  const whole = encodeKeyFile(keyFile)
  const contents = new Map([
    [files.keys, whole],
    [files.keysCopy, whole],
  ])
  const kit = kitSlotOf(keyFile)
  if (kit) contents.set(files.recoveryKeys, encodeKeyFile({ ...keyFile, slots: [kit] }))
  return contents
}

/**
 * Puts a key file in its places. Each is written whole beside its own before any counts, so a full disk changes nothing.
 * Once the first is in place the new one counts; a power cut before leaves the old, one after is made good by `mendKeys`.
 */
export async function writeKeys(files: VaultFiles, keyFile: KeyFile): Promise<void> {
  const { vaultId, revision } = keyFile
  const staged = await stageAll(contentsOf(files, keyFile))
  const before = Math.max(0, revision - 1)
  const [first, ...others] = staged
  try {
    if (first) await putInPlace(first, vaultId, before)
  } catch (error) {
    await unstage(staged)
    throw error
  }
  // It counts: what the disk refuses from here on must not be told as a change that was not made.
  const folder = dirname(files.keys)
  await unlessDiskRefuses(async () => {
    await syncFolder(folder)
    for (const each of others) await putInPlace(each, vaultId, before)
    if (!kitSlotOf(keyFile) && !(await putAside(files.recoveryKeys, vaultId, before))) {
      await rm(files.recoveryKeys, { recursive: true, force: true })
    }
    await syncFolder(folder)
    await removeLeftovers(files, revision)
    await syncFolder(folder)
  })
}

async function stageAll(contents: ReadonlyMap<string, string>): Promise<Staged[]> {
  const staged: Staged[] = []
  try {
    for (const [path, content] of contents) staged.push(await stage(path, content))
    return staged
  } catch (error) {
    await unstage(staged)
    throw error
  }
}

async function unstage(staged: readonly Staged[]): Promise<void> {
  for (const { temporary } of staged) await rm(temporary, { force: true })
}

/**
 * After a successful unlock: puts the key file that opened the vault into the places that hold another or none, which
 * completes a change that was cut. A damaged original is put aside, not written over, until the slots next change.
 * From the slot of a kit alone nothing can be mended: a new passphrase has to be set first.
 */
export async function mendKeys(files: VaultFiles, { keyFile, from }: FoundKeys): Promise<void> {
  if (from === 'recovery') return
  const { vaultId, revision } = keyFile
  await unlessDiskRefuses(async () => {
    for (const [path, content] of contentsOf(files, keyFile)) await putUnlessThere(path, content, keyFile)
    if (!kitSlotOf(keyFile)) {
      const aside = await putAside(files.recoveryKeys, vaultId, revision)
      if (!aside) await rm(files.recoveryKeys, { force: true })
    }
    await removeLeftovers(files, revision)
  })
}

/** A key file of the first version stays as it is until its next change. */
async function putUnlessThere(path: string, content: string, { vaultId, revision }: KeyFile): Promise<void> {
  const there = await readPlace(path)
  if (there.state === 'whole' && encodeKeyFile(there.keyFile) === content) return
  await putInPlace(await stage(path, content), vaultId, revision)
  await syncFolder(dirname(path))
}

/** A disk that is full or does not let itself be written must not stand between a person and her cases. */
async function unlessDiskRefuses(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isRelaisError(diskError(error))) throw error
  }
}
