import { open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isPartOf } from './names.ts'

/** Made before anything is written into it: only the owner may read it, whatever the umask says. */
export async function createPart(path: string): Promise<void> {
  await (await open(path, 'wx', 0o600)).close()
}

/** Takes a part away, and what SQLite may have put beside it. Never fails: what is left is swept at the next backup. */
export async function removePart(path: string): Promise<void> {
  for (const suffix of ['', '-journal', '-wal', '-shm']) {
    await rm(path + suffix, { force: true }).catch(() => undefined)
  }
}

/** Removes what a crash or a lock left of earlier backups of this vault. */
export async function sweepParts(folders: readonly string[], vaultId: string): Promise<void> {
  for (const folder of new Set(folders)) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (isPartOf(name, vaultId)) await rm(join(folder, name), { force: true }).catch(() => undefined)
    }
  }
}
