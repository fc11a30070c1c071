import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isRelaisError, RelaisError } from '../../../shared/errors.ts'
import { syncFolder } from '../../disk.ts'
import { type VaultFiles, vaultFiles } from '../folder/files.ts'
import { turnstile } from '../in-turn.ts'
import type { OpenVault } from '../open-vault.ts'
import type { PageFile } from '../pages/page-file.ts'
import { encodeKeyFile, isPassphraseSlot, type KeyFile } from './key-file.ts'
import { overwriteOwn, putAside, putInPlace, stage } from './key-places.ts'
import { mendKeys, readKeys, writeKeys } from './key-store.ts'

const inTurn = turnstile()

/** What is known of the key file while its vault is open. */
export type HeldKeys = Pick<OpenVault, 'folder' | 'vaultId' | 'keys'> & {
  readonly pages: Pick<PageFile, 'demandInPlace'>
}

/**
 * Changes the key file of an open vault. One change at a time: of two at once, one would undo the other.
 * @throws vault.mismatch when the key file is not this vault's any more, vault.database_missing, and what the disk refuses
 */
export function changeKeys(
  vault: HeldKeys,
  change: (keyFile: KeyFile) => KeyFile | Promise<KeyFile>,
): Promise<void> {
  return inTurn(async () => {
    // What is changed there would open nothing, and be told as changed here.
    vault.pages.demandInPlace()
    const keyFile = await lastKeys(vault)
    const changed = { ...(await change(keyFile)), revision: nextRevision(keyFile) }
    await writeKeys(vaultFiles(vault.folder), changed)
    vault.keys.last = changed
  })
}

/**
 * The key file of an open vault. Where it was taken away or hit since, it is put back: were it missed only once the vault is
 * locked, nothing would open it any more. Not into another folder that took the place of the vault's.
 * @throws vault.mismatch when the key file is not this vault's any more, vault.newer_version, vault.folder_unwritable
 */
export function keepKeys(vault: HeldKeys): Promise<KeyFile> {
  return inTurn(async () => {
    if (!isInPlace(vault)) return vault.keys.last
    const keyFile = await lastKeys(vault)
    const onlyKit = keyFile.slots.length > 0 && !keyFile.slots.some(isPassphraseSlot)
    await mendKeys(vaultFiles(vault.folder), { keyFile, from: onlyKit ? 'recovery' : 'keys' })
    return keyFile
  })
}

function isInPlace({ pages }: HeldKeys): boolean {
  try {
    pages.demandInPlace()
    return true
  } catch (error) {
    if (!isRelaisError(error, 'vault.database_missing')) throw error
    return false
  }
}

/**
 * As it lies in its places, unless none of them is whole, only that of the kit, or they are older than what this vault last
 * knew. A higher revision is believed: another window's door may have erased the slots.
 */
async function lastKeys({ folder, vaultId, keys }: HeldKeys): Promise<KeyFile> {
  const found = await readKeys(vaultFiles(folder)).catch((error: unknown) => {
    if (!lost.some((code) => isRelaisError(error, code))) throw error
    return null
  })
  if (found && found.keyFile.vaultId !== vaultId) throw new RelaisError('vault.mismatch')
  if (found && found.from !== 'recovery' && found.keyFile.revision >= keys.last.revision) {
    keys.last = found.keyFile
  }
  return keys.last
}

const lost = ['vault.key_file_missing', 'vault.key_file_damaged', 'vault.not_a_vault'] as const

/**
 * Takes the slots out of every place of this vault, for good: the passphrase and the kit open it no more. The first place
 * goes last and the copy keeps its revision until then: a power cut leaves either a vault that opens, and whose next wrong
 * passphrase erases the rest, or one without keys. Copies elsewhere, backups among them, keep theirs.
 */
export function eraseKeys(files: VaultFiles, keyFile: KeyFile): Promise<void> {
  return inTurn(async () => {
    const { vaultId, revision } = keyFile
    const erased: KeyFile = { ...keyFile, slots: [] }
    await overwriteOwn(files.keysCopy, vaultId)
    await putInPlace(await stage(files.keysCopy, encodeKeyFile(erased)), vaultId, revision)
    await syncFolder(dirname(files.keysCopy))
    await overwriteOwn(files.recoveryKeys, vaultId)
    if (!(await putAside(files.recoveryKeys, vaultId, revision))) {
      await rm(files.recoveryKeys, { recursive: true, force: true })
    }
    await overwriteOwn(files.keys, vaultId)
    await writeKeys(files, { ...erased, revision: nextRevision(keyFile) })
  })
}

const nextRevision = ({ revision }: KeyFile): number => Math.min(revision + 1, Number.MAX_SAFE_INTEGER)
