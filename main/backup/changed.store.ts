import type { JournalAction } from '../../shared/journal/actions.ts'
import type { Reader } from '../vault/database.ts'
import { lastBackup } from './memory.store.ts'

/** What is journaled and yet leaves nothing to lose. The making of a backup above all: it would call for another. */
const idle: readonly JournalAction[] = [
  'vault.unlocked',
  'vault.checked',
  'recovery.kit_checked',
  'backup.made',
  'cases.viewed',
  'exchange.opened',
  'journal.verified',
]

/** When the first change was recorded that the last backup does not hold (milliseconds since 1970), or null. */
export function changedSince(db: Reader): number | null {
  const line = db.get<{ at: number }>(
    `SELECT at FROM journal WHERE seq > ? AND action NOT IN (${idle.map(() => '?').join()}) ORDER BY seq LIMIT 1`,
    lastBackup(db)?.seq ?? 0,
    ...idle,
  )
  return line?.at ?? null
}

/**
 * Whether there is anything that the last backup does not hold: by the journal, in which every change has its line, and
 * by the words being typed, which have none.
 */
export const hasChanged = (db: Reader): boolean =>
  changedSince(db) !== null || draftsMark(db) !== (lastBackup(db)?.drafts ?? noDrafts)

const noDrafts = '0:0'

/** How many drafts there are and how long they are together: enough to see most changes, and nothing of what they say. */
export function draftsMark(db: Reader): string {
  const { drafts, length } = db.get<{ drafts: number; length: number }>(
    'SELECT count(*) AS drafts, coalesce(sum(length(body)), 0) AS length FROM drafts',
  ) ?? { drafts: 0, length: 0 }
  return `${drafts}:${length}`
}

/**
 * The backups that this vault made, by its journal: since it was itself restored or salvaged, if it was. The vault that it
 * comes from may still live, with the same id and the same folder for backups, and what that one made is not its to remove.
 */
export const madeHere = (db: Reader): ReadonlySet<string> =>
  new Set(
    db
      .all<{ name: string }>(
        `SELECT subject AS name FROM journal WHERE action = 'backup.made' AND seq >
          coalesce((SELECT max(seq) FROM journal WHERE action IN ('backup.restored', 'vault.salvaged')), 0)`,
      )
      .map(({ name }) => name),
  )
