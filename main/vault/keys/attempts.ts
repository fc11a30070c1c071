import { readFile, rename, rm } from 'node:fs/promises'
import { uptime } from 'node:os'
import { z } from 'zod'
import { isRelaisError, RelaisError } from '../../../shared/errors.ts'
import { diskError, errorCode, writeWhole } from '../../disk.ts'
import type { VaultFiles } from '../folder/files.ts'
import { turnstile } from '../in-turn.ts'
import { eraseKeys } from './key-change.ts'
import { asideName } from './key-places.ts'
import { readKeys } from './key-store.ts'

/**
 * Wrong passphrases in a row, and the wait that they cost: this slows down someone at the keyboard. It does not slow down
 * someone who copies the files and guesses elsewhere; against her stands what each guess costs (kdf.ts), and the passphrase.
 *
 * Time is counted in seconds since this computer was started, which no setting of the clock moves and which goes on while
 * it sleeps. After a restart all of it counts, and it is never more than has really passed.
 */
const attempts = z.strictObject({
  format: z.literal('relais-attempts'),
  version: z.literal(1),
  /** Attempts that were begun and not known to be right. Counted before the derivation: to end the program evades nothing. */
  failures: z.number().int().min(0),
  /** Those of them that were found wrong. Only these count towards the erasing, and are told to the owner. */
  verified: z.number().int().min(0),
  /** Of this computer, at the last of them. */
  uptimeSeconds: z.number().min(0),
})
type Attempts = z.infer<typeof attempts>

const none: Attempts = {
  format: 'relais-attempts',
  version: 1,
  failures: 0,
  verified: 0,
  uptimeSeconds: 0,
}

/** Everyone mistypes: the first two cost nothing. Then 1 s, doubling up to 5 minutes, which the twelfth reaches. */
const freeFailures = 2
const longestSeconds = 5 * 60

/** Seconds to wait after so many failures in a row. */
export const waitAfter = (failures: number): number =>
  failures <= freeFailures ? 0 : Math.min(longestSeconds, 2 ** (failures - freeFailures - 1))

const failuresOfLongest = freeFailures + 1 + Math.ceil(Math.log2(longestSeconds))

/** Counted while the disk was too full to keep it, by file. */
const unwritten = new Map<string, Attempts>()

/** Guesses asked for all at once are taken one by one, each after the count of the one before. */
const inTurn = turnstile()

/** Whole seconds before the next attempt is allowed. Changes nothing. */
export async function secondsToWait(files: VaultFiles): Promise<number> {
  const counted = await readAttempts(files)
  return counted === 'unreadable' ? longestSeconds : remaining(counted)
}

/**
 * Runs `work`, which opens the keys of a vault with something a person entered, unless she has to wait. Other refusals than
 * a wrong passphrase or kit are not held against anyone.
 * @param work is told how many attempts were found wrong since the last right one
 * @throws vault.too_soon with `seconds`; vault.folder_unwritable where nothing can be counted; vault.keys_erased
 */
export function guardAttempt<T>(files: VaultFiles, work: (failedBefore: number) => Promise<T>): Promise<T> {
  return inTurn(async () => {
    const found = await readKeys(files).catch(() => null)
    // Nothing to guess at: `work` says why, and this is no place to leave a file in.
    if (!found) return work(0)
    const before = await attemptsSoFar(files)
    const seconds = remaining(before)
    if (seconds > 0) throw new RelaisError('vault.too_soon', { seconds })
    const begun = { ...before, failures: before.failures + 1, uptimeSeconds: uptime() }
    await keep(files, begun)
    try {
      const result = await work(before.verified)
      await putBack(files, none)
      return result
    } catch (error) {
      if (!isWrong(error)) {
        await putBack(files, before)
        throw error
      }
      const after = { ...begun, verified: before.verified + 1, uptimeSeconds: uptime() }
      await keep(files, after)
      const { eraseAfter } = found.keyFile
      if (eraseAfter === null || after.verified < eraseAfter) throw error
      await eraseKeys(files, found.keyFile)
      await putBack(files, none)
      throw new RelaisError('vault.keys_erased')
    }
  })
}

/** Whether a refusal says that it was a guess, and a wrong one. */
export const isWrong = (error: unknown): boolean =>
  isRelaisError(error, 'vault.wrong_passphrase') || isRelaisError(error, 'recovery.wrong')

function remaining({ failures, uptimeSeconds }: Attempts): number {
  const now = uptime()
  // Started anew since then: at least as long as it has been running has passed.
  const passed = now >= uptimeSeconds ? now - uptimeSeconds : now
  return Math.ceil(Math.max(0, waitAfter(failures) - passed))
}

async function readAttempts({ attempts: path }: VaultFiles): Promise<Attempts | 'unreadable'> {
  const held = unwritten.get(path)
  if (held) return held
  try {
    const read = attempts.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return read.success ? read.data : 'unreadable'
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? none : 'unreadable'
  }
}

/**
 * A file that can't be read costs the longest wait, once: to spoil it shortens nothing, and locks nobody out for longer.
 * It is no reason to erase anything.
 */
async function attemptsSoFar(files: VaultFiles): Promise<Attempts> {
  const counted = await readAttempts(files)
  if (counted !== 'unreadable') return counted
  const longest = { ...none, failures: failuresOfLongest, uptimeSeconds: uptime() }
  // A folder of that name could not be written over.
  await rename(files.attempts, asideName(files.attempts, 0)).catch(() => undefined)
  await keep(files, longest)
  return longest
}

/**
 * Where nothing may be written, nothing is tried: to make the folder read-only must not be a way around the count, and
 * SQLite opens no vault there either. A full disk must not shut the owner out: the count is then kept in memory.
 */
async function keep({ attempts: path }: VaultFiles, counted: Attempts): Promise<void> {
  try {
    await writeWhole(path, JSON.stringify(counted))
    unwritten.delete(path)
  } catch (error) {
    const refusal = diskError(error)
    if (isRelaisError(refusal, 'vault.disk_full')) unwritten.set(path, counted)
    else throw isRelaisError(refusal) ? refusal : new RelaisError('vault.folder_unwritable')
  }
}

/** What was counted before stands again. The disk may refuse: the attempt was right, or no attempt at all. */
async function putBack(files: VaultFiles, before: Attempts): Promise<void> {
  if (before.failures > 0) return keep(files, before).catch(() => undefined)
  unwritten.delete(files.attempts)
  await rm(files.attempts, { force: true }).catch(() => undefined)
}
