import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Out } from '../../shared/contract.ts'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { errorCode } from '../disk.ts'
import type { BackupHead } from './head.ts'
import { isBackupFileName, saidByName } from './names.ts'
import { withBackup } from './read-backup.ts'

type Listed = Out<'backup.list'>['backups'][number]

/** A backup in a folder; its head, if that could be read. */
export interface FoundBackup extends Listed {
  readonly head: BackupHead | null
}

/**
 * The backups in a folder, newest first, from their heads alone; whatever else is there is passed over by its name.
 * @throws backup.folder_missing, backup.folder_unwritable
 */
export async function findBackups(folder: string): Promise<FoundBackup[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(unreadable)
  const found: FoundBackup[] = []
  for (const entry of entries) {
    // Not what only points to a file, and not a pipe, which would be waited for.
    if (!entry.isFile() || !isBackupFileName(entry.name)) continue
    const backup = await lookAt(folder, entry.name)
    if (backup) found.push(backup)
  }
  return found.sort((a, b) => b.madeAt - a.madeAt || (a.name < b.name ? 1 : -1))
}

function unreadable(error: unknown): never {
  throw new RelaisError(
    ['ENOENT', 'ENOTDIR'].includes(errorCode(error)) ? 'backup.folder_missing' : 'backup.folder_unwritable',
  )
}

async function lookAt(folder: string, name: string): Promise<FoundBackup | null> {
  const path = join(folder, name)
  try {
    return await withBackup(path, async ({ head, bytes }) => ({
      name,
      madeAt: head.madeAt,
      kind: head.kind,
      bytes,
      problem: null,
      head,
    }))
  } catch (error) {
    if (!isRelaisError(error)) throw error
    const there = await stat(path).catch(() => null)
    // Removed meanwhile.
    if (!there) return null
    const { madeAt, kind } = saidByName(name) ?? {
      madeAt: Math.trunc(there.mtimeMs),
      kind: 'manual' as const,
    }
    return { name, madeAt, kind, bytes: there.size, problem: error.code, head: null }
  }
}
