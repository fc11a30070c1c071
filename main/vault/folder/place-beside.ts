import { mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { RelaisError } from '../../../shared/errors.ts'
import { diskError, errorCode, syncFolder } from '../../disk.ts'
import { newBuildingName, sweepBuildings } from './buildings.ts'
import { inspectFolder } from './inspect-folder.ts'
import { refuseSharedFolder } from './shared-folder.ts'

/**
 * Puts a vault in place with one rename, once `build` has made it in a folder beside.
 * @throws vault.already_exists, vault.folder_not_empty, vault.folder_unwritable, vault.disk_full,
 *   vault.folder_synchronised, vault.folder_network
 */
export async function placeBeside(folder: string, build: (building: string) => Promise<void>): Promise<void> {
  const holds = await inspectFolder(folder)
  if (holds === 'vault') throw new RelaisError('vault.already_exists')
  if (holds === 'other') throw new RelaisError('vault.folder_not_empty')
  await refuseSharedFolder(folder)
  const parent = dirname(folder)
  const building = join(parent, newBuildingName())
  let firstMade: string | undefined
  try {
    firstMade = await mkdir(parent, { recursive: true, mode: 0o700 })
    await mkdir(building, { mode: 0o700 })
    await build(building)
    // Renaming over an empty folder works everywhere but on Windows.
    await rmdir(folder).catch(() => undefined)
    await rename(building, folder)
    await syncFolder(parent)
    await sweepBuildings(parent)
  } catch (error) {
    await rm(building, { recursive: true, force: true }).catch(() => undefined)
    if (firstMade) await removeEmpty(parent, firstMade)
    throw folderError(error)
  }
}

/** Takes back the folders that were made on the way, from `last` up to `first`, as long as nobody put anything there. */
async function removeEmpty(last: string, first: string): Promise<void> {
  for (let folder = last; folder.length >= first.length; folder = dirname(folder)) {
    await rmdir(folder).catch(() => undefined)
  }
}

function folderError(error: unknown): unknown {
  // Something was put there while the vault was being built.
  return ['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))
    ? new RelaisError('vault.folder_not_empty')
    : diskError(error)
}
