import { createHash } from 'node:crypto'
import { uptime } from 'node:os'
import { basename, dirname } from 'node:path'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { type VaultFiles, vaultFiles } from '../vault/folder/files.ts'
import { turnstile } from '../vault/in-turn.ts'
import { guardAttempt, isWrong, waitAfter } from '../vault/keys/attempts.ts'
import type { KeyFile } from '../vault/keys/key-file.ts'
import { readKeys } from '../vault/keys/key-store.ts'

/**
 * Guesses at what opens a backup or a damaged vault cost what they cost at the vault’s door. They may be made where nothing
 * can be written: they are then counted in this process alone, and erase nothing.
 */
interface Guesses {
  readonly failures: number
  /** Of this computer, at the last of them, in seconds. */
  readonly at: number
}
const counted = new Map<string, Guesses>()
const inTurn = turnstile()

/**
 * Opens the keys in a backup. Beside its own vault a guess counts there, if the same slots open both: an older backup, which
 * another passphrase opens, must neither clear the count of the vault nor bring the erasing of its keys nearer.
 * @param folder that the backup is in
 * @throws vault.too_soon, what `guardAttempt` throws, and what `work` does
 */
export async function guardBackup<T>(folder: string, keyFile: KeyFile, work: () => Promise<T>): Promise<T> {
  const files = vaultFiles(dirname(folder))
  if (basename(files.backups) !== basename(folder)) return guardInMemory(keyFile, work)
  const beside = await readKeys(files).catch(() => null)
  const isSame = beside !== null && secretsOf(beside.keyFile) === secretsOf(keyFile)
  return isSame ? guardWhereKept(files, keyFile, work) : guardInMemory(keyFile, work)
}

/**
 * Opens the keys of the vault that `files` are of; where its folder does not let itself be written, the count is in memory.
 * @throws vault.too_soon, what `guardAttempt` throws, and what `work` does
 */
export async function guardWhereKept<T>(
  files: VaultFiles,
  keyFile: KeyFile,
  work: () => Promise<T>,
): Promise<T> {
  let begun = false
  try {
    return await guardAttempt(files, () => {
      begun = true
      return work()
    })
  } catch (error) {
    if (begun || !isRelaisError(error, 'vault.folder_unwritable')) throw error
    return guardInMemory(keyFile, work)
  }
}

function guardInMemory<T>(keyFile: KeyFile, work: () => Promise<T>): Promise<T> {
  const name = secretsOf(keyFile)
  return inTurn(async () => {
    const before = counted.get(name) ?? { failures: 0, at: 0 }
    const seconds = Math.ceil(waitAfter(before.failures) - (uptime() - before.at))
    if (seconds > 0) throw new RelaisError('vault.too_soon', { seconds })
    try {
      const result = await work()
      counted.delete(name)
      return result
    } catch (error) {
      if (isWrong(error)) {
        counted.set(name, { failures: before.failures + 1, at: uptime() })
      }
      throw error
    }
  })
}

/** The same for whatever the same passphrase and kit open: a right answer clears no other count. */
const secretsOf = ({ vaultId, slots }: KeyFile): string =>
  createHash('sha256')
    .update(JSON.stringify([vaultId, slots]))
    .digest('hex')
