import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { OpenVault } from '../../../main/vault/open-vault.ts'
import { unlockVault } from '../../../main/vault/unlock-vault.ts'
import { type ErrorCode, isRelaisError } from '../../../shared/errors.ts'
import type { Opener } from '../../../shared/vault/opener.ts'
import { putDown, type Step } from './disk.ts'
import type { Recording } from './recording.ts'
import { type State, statesAfterCuts } from './states.ts'

/** Memory where the system offers it: thousands of folders are made and thrown away. */
const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** What leaves another disk behind, each time; opening and syncing only decide what of it may be lost. */
const changing: ReadonlySet<Step['kind']> = new Set(['write', 'rename', 'remove', 'mkdir'])

/**
 * Makes every state that a cut may leave, and lets `check` open it.
 * @returns how many states there were
 * @throws when next to nothing was recorded or came of it: what is never checked would pass
 */
export async function afterEveryCut(
  { before, steps }: Recording,
  check: (root: string, said: State['said']) => Promise<void>,
): Promise<number> {
  let count = 0
  for (const { when, remains, said } of statesAfterCuts(before, steps)) {
    count += 1
    const root = mkdtempSync(join(scratch, 'relais-cut-'))
    try {
      putDown(remains, root)
      await check(root, said)
    } catch (error) {
      throw new Error(`${when}: ${error instanceof Error ? error.message : error}`, { cause: error })
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  }
  const changes = steps.filter(({ kind }) => changing.has(kind)).length
  if (changes === 0 || count <= changes) throw new Error(`${count} states of ${changes} changes`)
  return count
}

/** Unlocks as a person does, looks, and closes again. */
export async function lookInside<T>(
  folder: string,
  opener: Opener,
  look: (vault: OpenVault) => T,
): Promise<T> {
  const vault = await unlockVault(folder, opener)
  try {
    expect(vault.database.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(vault.database.raw.pragma('foreign_key_check')).toEqual([])
    return look(vault)
  } finally {
    vault.close()
  }
}

const wrongOnes: readonly ErrorCode[] = ['vault.wrong_passphrase', 'recovery.wrong', 'recovery.no_kit']

/** Which of some openers open the vault; every refusal must say no more than that it is the wrong one. */
export async function whichOpen(folder: string, openers: readonly Opener[]): Promise<boolean[]> {
  const opened: boolean[] = []
  for (const opener of openers) {
    const refusal = await lookInside(folder, opener, () => null).catch((error: unknown) => error)
    if (refusal !== null && !(isRelaisError(refusal) && wrongOnes.includes(refusal.code))) throw refusal
    opened.push(refusal === null)
  }
  return opened
}
