import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { RelaisError } from '../../../shared/errors.ts'
import { syncFolder } from '../../disk.ts'
import type { VaultFiles } from '../folder/files.ts'
import { turnstile } from '../in-turn.ts'
import { encodeKeyFile, type KeyFile } from './key-file.ts'
import { overwrite, putInPlace, stage } from './key-places.ts'
import { readKeys, writeKeys } from './key-store.ts'

const inTurn = turnstile()

/**
 * Changes the key file of an open vault. One change at a time: of two at once, one would undo the other.
 * @throws vault.mismatch when the key file is not this vault's any more, and what `readKeys` throws
 */
export function changeKeys(
  files: VaultFiles,
  vaultId: string,
  change: (keyFile: KeyFile) => KeyFile | Promise<KeyFile>,
): Promise<void> {
  return inTurn(async () => {
    const { keyFile } = await readKeys(files)
    if (keyFile.vaultId !== vaultId) throw new RelaisError('vault.mismatch')
    const changed = await change(keyFile)
    await writeKeys(files, { ...changed, revision: nextRevision(keyFile) })
  })
}

/**
 * Takes the slots out of every place, for good: the passphrase and the kit open this vault no more. The first place goes
 * last and the copy keeps its revision until then: a power cut leaves either a vault that opens, and whose next wrong
 * passphrase erases the rest, or one without keys. Copies elsewhere, backups among them, keep theirs.
 */
export function eraseKeys(files: VaultFiles, keyFile: KeyFile): Promise<void> {
  return inTurn(async () => {
    const erased: KeyFile = { ...keyFile, slots: [] }
    await overwrite(files.keysCopy)
    await putInPlace(await stage(files.keysCopy, encodeKeyFile(erased)), keyFile.vaultId, keyFile.revision)
    await syncFolder(dirname(files.keysCopy))
    await overwrite(files.recoveryKeys)
    await rm(files.recoveryKeys, { recursive: true, force: true })
    await overwrite(files.keys)
    await writeKeys(files, { ...erased, revision: nextRevision(keyFile) })
  })
}

const nextRevision = ({ revision }: KeyFile): number => Math.min(revision + 1, Number.MAX_SAFE_INTEGER)
