import type { PagesLeft } from './pages-left.ts'
import { treeRows } from './rows-left.ts'
import type { Shape } from './shapes.store.ts'

/** `sqlite_schema`, whose tree begins in the first page. */
const schemaShape: Shape = {
  name: 'sqlite_schema',
  table: 'sqlite_schema',
  isIndex: false,
  tree: 'table',
  columns: ['type', 'name', 'tbl_name', 'rootpage', 'sql'].map((name) => ({
    name,
    type: name === 'rootpage' ? 'INTEGER' : 'TEXT',
    required: name !== 'sql',
    isDay: false,
  })),
  rowidAt: -1,
  everyRow: true,
  ours: false,
}
const firstPage = 1
/** Where the first page keeps `user_version` (sqlite.org/fileformat2.html#the_database_header). */
const versionAt = 60

/** Where each table and index begins, as far as the database still says so. */
export function rootsLeft(left: PagesLeft, seen: Set<number>): Map<string, number> {
  const roots = new Map<string, number>()
  for (const { rows } of treeRows(left, schemaShape, firstPage, seen)) {
    for (const [, name, , root] of rows) {
      if (typeof name === 'string' && typeof root === 'number' && root > 0) roots.set(name, root)
    }
  }
  return roots
}

/** The schema version, or null when neither the first page nor its copy can be read. */
export const versionLeft = (left: PagesLeft): number | null =>
  left.read(firstPage)?.readUInt32BE(versionAt) ?? null
