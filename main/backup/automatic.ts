import { isRelaisError, toWire } from '../../shared/errors.ts'
import { diskError } from '../disk.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import type { Companion, Job } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { backUpVault, folderOf } from './back-up-vault.ts'
import { hasChanged, madeHere } from './changed.store.ts'
import { isFolder } from './destination.ts'
import { backupProblem, backupSettings, lastBackup, putBackupProblem } from './memory.store.ts'
import { rotate } from './rotation.ts'

const minute = 60 * 1000
/** Making one stops the vault for about a second per 100 MB: seldom enough not to be felt. */
const pauseMilliseconds = 30 * minute
/** Looking whether one is due costs nothing. */
const lookMilliseconds = 5 * minute
/** After unlocking, the first page comes first; and whoever locks at once has changed nothing. */
const firstLookMilliseconds = 15 * 1000

/** Makes backups by itself while a vault is open. Stopping does not wait for one: what is left of it is a part. */
export const startAutomaticBackups: Companion = (vault, now) => {
  // Nothing in it is worth keeping, and among real backups it would only be taken for one.
  if (vault.practice) return () => undefined
  const stopped = new AbortController()
  const job: Job = { signal: stopped.signal, onProgress: () => undefined }
  let tried: number | null = null
  let busy = false
  const look = async (): Promise<void> => {
    if (busy || stopped.signal.aborted) return
    busy = true
    try {
      if (!(await isDue(vault, now(), tried))) return
      tried = now()
      await backUpUnasked(vault, now, job)
    } catch {
      // Remembered for the person already, or the vault was locked meanwhile. The next look tries again.
    } finally {
      busy = false
    }
  }
  const first = setTimeout(look, firstLookMilliseconds).unref()
  const timer = setInterval(look, lookMilliseconds).unref()
  return () => {
    clearTimeout(first)
    clearInterval(timer)
    stopped.abort()
  }
}

/**
 * Whether there is anything to back up, or a place that has not got the last one, and enough time has gone by. A stick
 * that was missed and is back has one at once: it may be gone again soon.
 * @param tried when one was last begun since the vault is open
 */
export async function isDue(vault: OpenVault, now: number, tried: number | null): Promise<boolean> {
  const { reader } = vault
  const { automatic, folder: chosen } = backupSettings(reader)
  if (!automatic) return false
  const last = lastBackup(reader)
  const missed = last !== null && last.folder !== folderOf(vault)
  const wasGone = backupProblem(reader)?.code === 'backup.folder_missing'
  if (missed && wasGone && chosen !== null && (await isFolder(chosen))) return true
  // By how far the clock stands from it, on either side: one that was set back must not put it off for a year.
  const tooSoon = [last?.madeAt ?? null, tried].some(
    (at) => at !== null && Math.abs(now - at) < pauseMilliseconds,
  )
  return !tooSoon && (missed || hasChanged(reader))
}

/**
 * Where backups go; when that can't be done, beside the vault, which is better than nothing, and the reason is kept until
 * one succeeds.
 */
export async function backUpUnasked(vault: OpenVault, now: () => number, job: Job): Promise<void> {
  const chosen = folderOf(vault)
  try {
    await backUpInto(vault, chosen, now, job)
  } catch (error) {
    if (isRelaisError(error, 'app.cancelled') || !vault.database.raw.open) throw error
    putBackupProblem(vault.writer, toWire(diskError(error)).code, now())
    const beside = vaultFiles(vault.folder).backups
    const helps = chosen !== beside && !isRelaisError(error, 'vault.database_damaged')
    if (helps && hasChanged(vault.reader)) await backUpInto(vault, beside, now, job)
  }
}

async function backUpInto(vault: OpenVault, folder: string, now: () => number, job: Job): Promise<void> {
  const { madeAt } = await backUpVault(vault, { folder, kind: 'automatic', now, job })
  // A stick pulled out now has its backup; what should go is looked for again next time.
  await rotate(folder, vault.vaultId, madeAt, () => madeHere(vault.reader)).catch(() => undefined)
}
