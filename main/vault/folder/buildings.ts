import { randomBytes } from 'node:crypto'
import { lstat, readdir, rmdir, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { vaultFiles } from './files.ts'

/** A folder in which a vault is made, before it has its name. */
export const newBuildingName = (): string => `.relais-${randomBytes(8).toString('hex')}`

const buildingName = /^\.relais-[0-9a-f]{16}$/
/** The largest restore takes minutes: what is older nobody is making any more. */
const abandonedMilliseconds = 24 * 60 * 60 * 1000

const { backups: _, ...madeThere } = vaultFiles('')
const ownNames = new Set(Object.values(madeThere).map((path) => basename(path)))
/** Files that were being written, and SQLite's beside the database. */
const passingName = /^(?:\.(?:relais-keys-)?[0-9a-f]{16}\.part|relais\.db-(?:journal|shm))$/

/**
 * Removes what a program that was ended left of vaults it was making: after a day, and only what holds nothing but files
 * that are made there. Never fails: what is left is looked at again the next time.
 */
export async function sweepBuildings(parent: string, now = Date.now()): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    if (buildingName.test(name)) await sweep(join(parent, name), now).catch(() => undefined)
  }
}

async function sweep(building: string, now: number): Promise<void> {
  const found = await lstat(building)
  if (!found.isDirectory()) return
  const entries = await readdir(building, { withFileTypes: true })
  const ours = entries.every(
    (entry) => entry.isFile() && (ownNames.has(entry.name) || passingName.test(entry.name)),
  )
  if (!ours) return
  const paths = entries.map((entry) => join(building, entry.name))
  const changed = await Promise.all([building, ...paths].map(async (path) => (await lstat(path)).mtimeMs))
  if (now - Math.max(...changed) < abandonedMilliseconds) return
  for (const path of paths) await unlink(path)
  await rmdir(building)
}
