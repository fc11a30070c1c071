import { cleanText } from '../../shared/clean-text.ts'
import {
  type DirectoryEntry,
  type EntryDetails,
  entryDetails,
} from '../../shared/directory/directory.contract.ts'
import { type CodeList, isCodeOf } from '../../shared/vocab/code-list.ts'
import { capacities } from '../../shared/vocab/directory.ts'
import { languages } from '../../shared/vocab/languages.ts'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { services } from '../../shared/vocab/services.ts'

export type CodedField = 'sector' | 'services' | 'regions' | 'languages' | 'capacity'

/** The list behind each coded field of an entry. */
export const codedFields: Readonly<Record<CodedField, CodeList>> = {
  sector: coalitionSectors,
  services,
  regions,
  languages,
  capacity: capacities,
}

/** What a person wrote of an entry, without who, when and which version. */
export const detailsOf = (entry: DirectoryEntry): EntryDetails => onlyDetails.parse(entry)
const onlyDetails = entryDetails.strip()

/** The codes of a field, whether it holds one or several. */
export function codesIn(details: Partial<EntryDetails>, field: CodedField): readonly string[] {
  const value = details[field] ?? null
  if (value === null) return []
  return typeof value === 'string' ? [value] : value
}

/**
 * The first coded field that holds a term which its list does not know and which was not there before: a term of a newer
 * version, once taken in, can be kept but not invented here.
 */
export function fieldOfUnknownCode(
  details: EntryDetails,
  before: readonly EntryDetails[],
): CodedField | undefined {
  return (Object.keys(codedFields) as CodedField[]).find((field) => {
    const known = new Set(before.flatMap((one) => codesIn(one, field)))
    return codesIn(details, field).some((code) => !isCodeOf(codedFields[field], code) && !known.has(code))
  })
}

/** A sheet may bear the mark of its encoding before any of its cells, where nobody sees it. */
const unmarked = (text: string): string => cleanText(text).replaceAll('\ufeff', '')
const onOneLine = (text: string): string => unmarked(text).replace(/\s+/g, ' ').trim()
const onLines = (text: string): string => unmarked(text).trim()

const sorted = (codes: readonly string[]): string[] => [...new Set(codes)].sort()

/** One spelling for what reads the same, so that a sheet which comes back unchanged changes nothing. */
export function tidyDetails(details: EntryDetails): EntryDetails {
  return {
    ...details,
    organisation: onOneLine(details.organisation),
    services: sorted(details.services),
    regions: sorted(details.regions),
    languages: sorted(details.languages),
    conditions: onLines(details.conditions),
    hours: onOneLine(details.hours),
    phone: onOneLine(details.phone),
    email: onOneLine(details.email),
    website: onOneLine(details.website),
    contact: onOneLine(details.contact),
    note: onLines(details.note),
  }
}

/** Whether two entries say the same, however it is spelled. */
export const saysTheSame = (a: EntryDetails, b: EntryDetails): boolean => spelled(a) === spelled(b)
const fieldNames = Object.keys(entryDetails.shape) as (keyof EntryDetails)[]

function spelled(details: EntryDetails): string {
  const tidy = tidyDetails(details)
  return JSON.stringify(fieldNames.map((name) => tidy[name]))
}
