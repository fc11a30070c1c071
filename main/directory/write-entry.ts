import { compareVersions, nextVersion, type VersionVector } from '../../shared/cases/version.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { isStale } from '../../shared/directory/checked.ts'
import type { DirectoryEntry, EntryDetails, EntryView } from '../../shared/directory/directory.contract.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { Reader } from '../vault/database.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type EntryRecord, entryById, putEntry } from './directory.store.ts'
import { detailsOf, fieldOfUnknownCode, saysTheSame, tidyDetails } from './entry.ts'

/** @throws directory.not_found */
export function demandEntry(db: Reader, id: string): EntryRecord {
  const record = entryById(db, id)
  if (!record) throw new RelaisError('directory.not_found')
  return record
}

/** As it is shown. Of several rivals one at a time: settling it brings the next. */
export const viewOf = ({ entry, rivals }: EntryRecord, today: PlainDate): EntryView => ({
  ...entry,
  rival: rivals[0] ?? null,
  stale: isStale(entry.checkedOn, today),
})

/**
 * Saves what was written of an entry, in the place of all that its writer has seen of it.
 * @param seen the version that was before her eyes, null for a new entry
 * @returns what was there before; null when it says the same already, and nothing is changed
 * @throws directory.stale_version, directory.not_found, directory.unknown_code, directory.future_date
 */
export function saveEntry(
  { writer, me }: OpenVault,
  id: string,
  given: EntryDetails,
  seen: VersionVector | null,
  today: PlainDate,
): { readonly before: readonly DirectoryEntry[] } | null {
  const details = tidyDetails(given)
  const here = entryById(writer, id)
  const known = here ? [here.entry, ...here.rivals] : []
  refuseUnfit(details, known, today)
  if (!here) {
    if (seen !== null) throw new RelaisError('directory.not_found')
    putEntry(writer, newEntry(id, details, me.fingerprint, today))
    return { before: [] }
  }
  const replaced = known.filter((one) => seen !== null && isSeen(one, seen))
  const settles = replaced.length > 1
  // Saved twice, as after an answer that was lost: the second save finds its own words.
  if (!settles && saysTheSame(detailsOf(here.entry), details)) return null
  if (!replaced.includes(here.entry)) throw new RelaisError('directory.stale_version')
  const version = nextVersion(
    replaced.map((one) => one.version),
    me.fingerprint,
  )
  const rivals = known.filter((one) => !replaced.includes(one))
  putEntry(writer, { ...details, id, author: me.fingerprint, version, updatedOn: today }, rivals)
  return { before: replaced }
}

/** @returns whether it was not yet noted today */
export function markEntryChecked({ writer, me }: OpenVault, id: string, today: PlainDate): boolean {
  const { entry, rivals } = demandEntry(writer, id)
  if (entry.checkedOn === today) return false
  const version = nextVersion([entry.version], me.fingerprint)
  putEntry(writer, { ...entry, checkedOn: today, author: me.fingerprint, version, updatedOn: today }, rivals)
  return true
}

export const newEntry = (
  id: string,
  details: EntryDetails,
  author: string,
  today: PlainDate,
): DirectoryEntry => ({ ...details, id, author, version: nextVersion([], author), updatedOn: today })

function refuseUnfit(details: EntryDetails, known: readonly DirectoryEntry[], today: PlainDate): void {
  const field = fieldOfUnknownCode(details, known.map(detailsOf))
  if (field) throw new RelaisError('directory.unknown_code', { field })
  if (details.organisation === '') throw new RelaisError('directory.no_organisation')
  if (details.checkedOn !== null && details.checkedOn > today) throw new RelaisError('directory.future_date')
}

/** Whether a version is part of what somebody has seen. */
const isSeen = (one: DirectoryEntry, seen: VersionVector): boolean =>
  ['same', 'older'].includes(compareVersions(one.version, seen))
