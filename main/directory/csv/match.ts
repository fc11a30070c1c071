import type { VersionVector } from '../../../shared/cases/version.ts'
import { type EntryDetails, entryDetails } from '../../../shared/directory/directory.contract.ts'
import { isCodeOf } from '../../../shared/vocab/code-list.ts'
import type { EntryRecord } from '../directory.store.ts'
import { type CodedField, codedFields, codesIn, detailsOf, saysTheSame, tidyDetails } from '../entry.ts'
import { foldedName } from '../words.ts'
import type { Problem, ReadLine } from './read-line.ts'

/** What a line is to change: the entry that it is about, or a new one. */
export interface Change {
  readonly id: string
  readonly details: EntryDetails
  /** The version it replaces, null for a new entry. */
  readonly replaces: VersionVector | null
}

export interface MatchedLine {
  readonly line: number
  readonly organisation: string
  readonly effect: 'new' | 'update' | 'same' | 'problem'
  readonly problems: readonly Problem[]
  /** Set when the line is new or an update. */
  readonly change: Change | null
}

/**
 * Finds the entry that each line is about: by its id, else the one that bears the same name and offers the same in the
 * same regions, else the only one of that name. Where none of this decides, a person has to.
 */
export function matchLines(
  lines: readonly ReadLine[],
  here: readonly EntryRecord[],
  newId: () => string,
): MatchedLine[] {
  const byId = new Map(here.map((record) => [record.entry.id, record]))
  const byName = Map.groupBy(here, ({ entry }) => foldedName(entry.organisation))
  const claimed = new Map<ReadLine, EntryRecord>()
  const taken = new Set<EntryRecord>()
  const claim = (line: ReadLine, record: EntryRecord | undefined): void => {
    if (!record) return
    claimed.set(line, record)
    taken.add(record)
  }
  const duplicates = duplicatesAmong(lines)
  const good = lines.filter((line) => line.problems.length === 0 && !duplicates.has(line))
  for (const line of good) if (line.id !== null) claim(line, byId.get(line.id))
  const byThemselves = good.filter(({ id }) => id === null)
  for (const line of byThemselves)
    claim(
      line,
      unclaimed(line).find((record) => sameOffer(line, record)),
    )
  const undecided = Map.groupBy(
    byThemselves.filter((line) => !claimed.has(line)),
    nameOf,
  )
  const ambiguous = new Set<ReadLine>()
  for (const group of undecided.values()) {
    const [first] = group
    const left = first ? unclaimed(first) : []
    if (first && left.length === 1 && group.length === 1) claim(first, left[0])
    else if (left.length > 0) for (const line of group) ambiguous.add(line)
  }

  return lines.map((line) => {
    if (line.problems.length > 0) return problem(line, [...line.problems, ...invented(line)])
    const name = line.details.organisation ?? ''
    if (duplicates.has(line)) return problem(line, [{ problem: 'duplicate', column: '', value: '' }])
    if (ambiguous.has(line))
      return problem(line, [{ problem: 'ambiguous', column: 'organisation', value: name.slice(0, 80) }])
    return matched(line, claimed.get(line), newId)
  })

  /** With the other problems of a line at once, so that it is put right in one go: codes that no list and no entry has. */
  function invented(line: ReadLine): Problem[] {
    const named = byName.get(nameOf(line)) ?? []
    const record = line.id === null ? undefined : byId.get(line.id)
    const known = [...named, ...(record ? [record] : [])].map(({ entry }) => detailsOf(entry))
    return unknownCodes(line.details, known)
  }

  function unclaimed(line: ReadLine): EntryRecord[] {
    return (byName.get(nameOf(line)) ?? []).filter((record) => !taken.has(record))
  }
}

function matched(line: ReadLine, record: EntryRecord | undefined, newId: () => string): MatchedLine {
  const before = record && detailsOf(record.entry)
  // A column that the sheet does not have changes nothing.
  const details = tidyDetails(entryDetails.parse({ ...before, ...line.details }))
  const unknown = unknownCodes(details, before ? [before] : [])
  if (unknown.length > 0) return problem(line, unknown)
  const { organisation } = details
  if (record && before && saysTheSame(before, details))
    return { line: line.line, organisation, effect: 'same', problems: [], change: null }
  const change = {
    id: record?.entry.id ?? line.id ?? newId(),
    details,
    replaces: record?.entry.version ?? null,
  }
  return { line: line.line, organisation, effect: record ? 'update' : 'new', problems: [], change }
}

/** Each term that its list does not know and that none of the entries has. */
const unknownCodes = (details: Partial<EntryDetails>, known: readonly EntryDetails[]): Problem[] =>
  codedFieldNames.flatMap((field) =>
    codesIn(details, field)
      .filter((code): boolean => code !== '' && !isCodeOf(codedFields[field], code))
      .filter((code) => !known.some((one) => codesIn(one, field).includes(code)))
      .map((code) => ({ problem: 'unknown_code', column: field, value: code.slice(0, 80) })),
  )
const codedFieldNames = Object.keys(codedFields) as CodedField[]

const problem = (line: ReadLine, problems: readonly Problem[]): MatchedLine => ({
  line: line.line,
  organisation: (line.details.organisation ?? '').slice(0, 200),
  effect: 'problem',
  problems: problems.slice(0, 50),
  change: null,
})

const nameOf = ({ details }: ReadLine): string => foldedName(details.organisation ?? '')

const offerOf = (details: Partial<EntryDetails>): string =>
  JSON.stringify([[...(details.services ?? [])].sort(), [...(details.regions ?? [])].sort()])

const sameOffer = ({ details }: ReadLine, { entry }: EntryRecord): boolean =>
  offerOf(details) === offerOf(entry)

/** Lines that say again what an earlier one says: the same id, or the same name with the same offer. */
function duplicatesAmong(lines: readonly ReadLine[]): ReadonlySet<ReadLine> {
  const seen = new Set<string>()
  const duplicates = new Set<ReadLine>()
  for (const line of lines) {
    if (line.problems.length > 0) continue
    const key = line.id ?? `${nameOf(line)} ${offerOf(line.details)}`
    if (seen.has(key)) duplicates.add(line)
    seen.add(key)
  }
  return duplicates
}
