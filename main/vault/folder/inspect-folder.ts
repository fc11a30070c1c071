import { readdir, stat } from 'node:fs/promises'
import { RelaisError } from '../../../shared/errors.ts'
import { errorCode } from '../../disk.ts'
import { type VaultFiles, vaultFiles } from './files.ts'

/** What a folder holds, found out by looking only. */
export async function inspectFolder(folder: string): Promise<'nothing' | 'vault' | 'other'> {
  const files = vaultFiles(folder)
  if ((await holdsKeys(files)) || (await exists(files.database))) return 'vault'
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') return ['a file']
    throw new RelaisError('vault.folder_unwritable')
  })
  return entries.length === 0 ? 'nothing' : 'other'
}

/** Keys in any of the places where they are kept. */
export async function holdsKeys({ keys, keysCopy, recoveryKeys }: VaultFiles): Promise<boolean> {
  const there = await Promise.all([keys, keysCopy, recoveryKeys].map(exists))
  return there.includes(true)
}

/** A folder that can't be looked into is not an empty one. */
export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return false
      throw new RelaisError('vault.folder_unwritable')
    },
  )
