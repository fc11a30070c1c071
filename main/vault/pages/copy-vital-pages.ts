import type { VaultDatabase } from '../database.ts'
import type { VaultFiles } from '../folder/files.ts'
import { rootPages } from '../integrity.store.ts'
import { openPages, type PageFile } from './page-file.ts'
import { type PageCipher, pageCipher } from './page-proof.ts'
import { readTreePage } from './tree-pages.ts'
import { writeVitalPages } from './vital-pages.ts'

/** Which tables the copy holds whole, beside what says where each table begins. */
const vitalTables = ['vault', 'identity', 'box_keys']
/** The tree of `sqlite_schema` begins in the first page. */
const schemaRoot = 1

/** Copies the vital pages of a database that is whole, through the handle that it is looked at with. */
export async function copyVitalPages(
  path: string,
  { reader, raw }: VaultDatabase,
  pages: PageFile,
  cipher: PageCipher,
): Promise<void> {
  // What is still in the log is not in the file.
  raw.pragma('wal_checkpoint(TRUNCATE)')
  const vital = new Map<number, Buffer>()
  const waiting = [schemaRoot, ...rootPages(reader, vitalTables)]
  for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
    const page = pages.read(number)
    if (!page || vital.has(number) || !cipher.isAuthentic(page, number)) continue
    vital.set(number, page)
    waiting.push(...(readTreePage(cipher.decrypted(page, number), number)?.children ?? []))
  }
  await writeVitalPages(path, new Map([...vital].sort(([a], [b]) => a - b)))
}

/** The same for a database that is being made: nobody else knows of its folder, so its handle may go at any time. */
export async function keepVitalPages(
  files: VaultFiles,
  database: VaultDatabase,
  key: Uint8Array,
): Promise<void> {
  const pages = openPages(files.database)
  try {
    await copyVitalPages(files.firstPage, database, pages, pageCipher(key, pages.salt))
  } finally {
    pages.close()
  }
}
