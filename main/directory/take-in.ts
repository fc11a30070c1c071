import { foldName } from '../../shared/cases/consent.ts'
import { compareVersions } from '../../shared/cases/version.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { DirectoryEntry } from '../../shared/directory/directory.contract.ts'
import type { DirectoryPayload } from '../../shared/directory/payload.ts'
import { mergedVersion } from '../../shared/directory/seen.ts'
import type { Reader, Writer } from '../vault/database.ts'
import { allEntries, type EntryRecord, entryById, putEntry } from './directory.store.ts'
import { detailsOf, saysTheSame } from './entry.ts'

/** What taking an entry in would do: nothing, replace what is here, or stand beside it until somebody settles it. */
type EntryEffect = 'new' | 'update' | 'same' | 'conflict'

/** Organisations named in a preview. */
const namedLimit = 100

/** The whole directory as it travels. A rival stays here: whoever receives has not to settle what I have not. */
export const directoryContent = (db: Reader): DirectoryPayload => ({
  entries: allEntries(db).map(({ entry }) => entry),
})

/** What taking the directory in would do, by entry; nothing is changed. */
export function directoryEffect(db: Reader, { entries }: DirectoryPayload) {
  const counts: Record<EntryEffect, number> = { new: 0, update: 0, same: 0, conflict: 0 }
  const organisations: { organisation: string; effect: EntryEffect }[] = []
  for (const entry of entries) {
    const { effect } = meeting(entryById(db, entry.id), entry)
    counts[effect] += 1
    if (effect !== 'same' && organisations.length < namedLimit)
      organisations.push({ organisation: entry.organisation, effect })
  }
  return { counts, organisations }
}

/**
 * Takes in the entries of a packet: what is newer replaces, what is older or the same does nothing, and what was written
 * at the same time is kept beside. What is not in the packet stays as it is, and an entry that was removed here comes back.
 */
export function takeInDirectory(db: Writer, { entries }: DirectoryPayload, today: PlainDate): void {
  for (const entry of entries) {
    const { put } = meeting(entryById(db, entry.id), checkedBy(today, entry))
    if (put) putEntry(db, put.entry, put.rivals)
  }
}

/** Nobody made sure of anything on a day to come: such an entry would never be one to be checked again. */
const checkedBy = (today: PlainDate, entry: DirectoryEntry): DirectoryEntry =>
  entry.checkedOn !== null && entry.checkedOn > today ? { ...entry, checkedOn: today } : entry

interface Meeting {
  readonly effect: EntryEffect
  /** What is to be kept; null when nothing changes. */
  readonly put: Pick<EntryRecord, 'entry' | 'rivals'> | null
}

/** An entry that comes in meets what is here under its id. */
function meeting(here: EntryRecord | undefined, coming: DirectoryEntry): Meeting {
  if (!here) return { effect: 'new', put: { entry: coming, rivals: [] } }
  const known = [here.entry, ...here.rivals]
  const orders = known.map(({ version }) => compareVersions(coming.version, version))
  if (orders.includes('same') || orders.includes('older')) return { effect: 'same', put: null }
  const twin = known.find((one) => saysTheSame(detailsOf(one), detailsOf(coming)))
  // Two people who wrote the same have nothing to settle: from now on it has seen both.
  const arrived = twin ? { ...twin, version: mergedVersion([twin.version, coming.version]) } : coming
  // Consents and steps name an entry by its id: that it is somebody else from now on is for a person to say.
  const isRenamed = (one: DirectoryEntry): boolean =>
    one === here.entry && foldName(one.organisation) !== foldName(arrived.organisation)
  const left = known.filter((one) => one !== twin && (!isReplaced(one, arrived) || isRenamed(one)))
  if (left.length === 0) return { effect: twin ? 'same' : 'update', put: { entry: arrived, rivals: [] } }
  // What stood first stays first: nothing that came in takes its place unseen.
  const [first, ...rest] = left.includes(here.entry) ? [...left, arrived] : [arrived, ...left]
  return {
    effect: twin ? 'same' : 'conflict',
    put: { entry: first ?? arrived, rivals: rest },
  }
}

const isReplaced = (one: DirectoryEntry, by: DirectoryEntry): boolean =>
  compareVersions(one.version, by.version) === 'older'
