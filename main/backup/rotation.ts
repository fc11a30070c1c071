import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { dayOf, type PlainDate } from '../../shared/dates.ts'
import { findBackups } from './list-backups.ts'
import { type BackupKind, isOwnName } from './names.ts'

/** A week of days, and the month before them by weeks: a loss that is noticed late must still find a copy from before it. */
const daysKept = 7
const weeksKept = 4

/** What decides whether a backup stays. */
export interface Dated {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
}

/**
 * The automatic backups that may go: all but the newest of each of the last seven days that have one, and the newest of
 * each of the four weeks before these.
 *
 * The clock may have been wrong when one was made, or be wrong now. What seems to be made later than now therefore
 * stays, and counts for nothing, until the clock is past it: the last one before the clock was set back is among them.
 * The one just made is the newest that is not.
 */
export function outlived<T extends Dated>(backups: readonly T[], now: number): T[] {
  const past = newestFirst(backups.filter(({ madeAt }) => madeAt <= now))
  const daily = newestOfEach(past, ({ madeAt }) => dayOf(madeAt)).slice(0, daysKept)
  const oldestDay = dayOf(daily.at(-1)?.madeAt ?? now)
  const before = past.filter(({ madeAt }) => dayOf(madeAt) < oldestDay)
  const weekly = newestOfEach(before, ({ madeAt }) => weekOf(dayOf(madeAt))).slice(0, weeksKept)
  const kept = new Set([...daily, ...weekly])
  return past.filter((backup) => !kept.has(backup))
}

const newestFirst = <T extends Dated>(backups: readonly T[]): T[] =>
  backups.toSorted((a, b) => b.madeAt - a.madeAt || (a.name < b.name ? 1 : -1))

const newestOfEach = <T>(newestFirst: readonly T[], periodOf: (item: T) => string): T[] => [
  ...Map.groupBy(newestFirst, periodOf)
    .values()
    .flatMap(([first]) => (first ? [first] : [])),
]

/** The Monday that its week begins with. */
function weekOf(day: PlainDate): string {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

/**
 * Removes the automatic backups of this vault that outlived their turn.
 * @param made the names of those that this very vault made: a vault that was restored or salvaged bears the id of the one it
 *   comes from, whose newer backups it must not push out. One that a person renamed is hers to keep.
 */
export async function rotate(
  folder: string,
  vaultId: string,
  now: number,
  made: () => ReadonlySet<string>,
): Promise<void> {
  const found = await backupsOf(folder, vaultId, 'automatic')
  // Asked for once the folder was read, in which time another one may have been made.
  const ours = made()
  await removeAll(
    folder,
    outlived(
      found.filter(({ name }) => ours.has(name)),
      now,
    ),
  )
}

/**
 * Keeps the `count` newest backups of one kind of this vault, and those that seem to be made later than `now`, or that a
 * person gave another name.
 * @param now milliseconds since 1970
 */
export async function keepNewest(
  folder: string,
  vaultId: string,
  kind: BackupKind,
  count: number,
  now = Date.now(),
): Promise<void> {
  const past = (await backupsOf(folder, vaultId, kind)).filter(({ madeAt }) => madeAt <= now)
  await removeAll(folder, newestFirst(past).slice(count))
}

/**
 * By its head: a file that is cut short or unreadable is nobody's to remove, and does not stand for a whole one. Nor is a
 * copy that a person made and named.
 */
async function backupsOf(folder: string, vaultId: string, kind: BackupKind): Promise<Dated[]> {
  const found = await findBackups(folder)
  return found.filter(
    ({ name, head }) => isOwnName(name, kind) && head?.vaultId === vaultId && head.kind === kind,
  )
}

/** One that can't be removed, on a stick that is locked say, is tried again next time. */
async function removeAll(folder: string, backups: readonly Dated[]): Promise<void> {
  for (const { name } of backups) await rm(join(folder, name), { force: true }).catch(() => undefined)
}
