import { readdir, readFile, realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { RelaisError } from '../../../shared/errors.ts'
import { errorCode } from '../../disk.ts'
import { isNetworkPath, mountOf, networkFileSystems } from './network-folder.ts'
import { markedBySynchroniser, namedBySynchroniser, synchronisedRoots } from './synchronised-folder.ts'

/**
 * Refuses a folder that other machines write in: on the network, or kept the same on several devices by a program. SQLite's
 * log and its database can be copied there at different moments, which tears a vault. Backups may go there: they are
 * whole files. The folder need not exist yet.
 *
 * What can't be told without starting another program is let through: network volumes on macOS, and its Documents and
 * Desktop when iCloud keeps them.
 * @throws vault.folder_network, vault.folder_synchronised
 */
export async function refuseSharedFolder(folder: string, platform = process.platform): Promise<void> {
  const real = await realFolder(folder)
  if (isNetworkPath(real, platform)) throw new RelaisError('vault.folder_network')
  if (platform === 'linux') {
    const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
    if (networkFileSystems.has(mountOf(real, mounts) ?? '')) throw new RelaisError('vault.folder_network')
  }
  if (await isSynchronised(real)) throw new RelaisError('vault.folder_synchronised')
}

async function isSynchronised(folder: string): Promise<boolean> {
  const roots = synchronisedRoots(process.env, homedir())
  for (const each of upwards(folder)) {
    if (roots.includes(each) || namedBySynchroniser(each)) return true
    const entries = await readdir(each).catch(() => [])
    if (markedBySynchroniser(entries)) return true
  }
  return false
}

function upwards(folder: string): string[] {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...upwards(above)]
}

/** Where the folder is, or its nearest ancestor that exists, with links and mapped drives followed. */
async function realFolder(folder: string): Promise<string> {
  for (const each of upwards(folder)) {
    try {
      return (await realpath(each)) + folder.slice(each.length)
    } catch (error) {
      // What may not be looked into is for others to refuse.
      if (!['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'ELOOP'].includes(errorCode(error)))
        return folder
    }
  }
  return folder
}
