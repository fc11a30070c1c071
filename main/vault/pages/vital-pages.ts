import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { writeWhole } from '../../disk.ts'
import { pageBytes } from './page-proof.ts'

/**
 * A copy of the few pages without which the others can't be read or used: the first one (which begins with the salt),
 * those that say where each table begins, and those with the owner's identity and keys. As encrypted as in the database.
 * Each page follows its number (4 bytes, big-endian). It is only ever read to salvage a damaged database.
 */
export type VitalPages = ReadonlyMap<number, Buffer>

const entryBytes = 4 + pageBytes

/** What is whole of the copy; nothing when there is none. */
export function readVitalPages(path: string): VitalPages {
  const pages = new Map<number, Buffer>()
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return pages
  }
  for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes) {
    pages.set(bytes.readUInt32BE(at), bytes.subarray(at + 4, at + entryBytes))
  }
  return pages
}

/** Leaves the file alone when it says the same already: it is looked at each time the vault is opened. */
export async function writeVitalPages(path: string, pages: VitalPages): Promise<void> {
  const content = Buffer.concat(
    [...pages].flatMap(([number, page]) => {
      const place = Buffer.alloc(4)
      place.writeUInt32BE(number)
      return [place, page]
    }),
  )
  const known = await readFile(path).catch(() => null)
  if (!known?.equals(content)) await writeWhole(path, content)
}
