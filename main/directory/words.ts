import type { DirectoryEntry } from '../../shared/directory/directory.contract.ts'
import { labelOf } from '../../shared/vocab/code-list.ts'
import { foldLigatures } from '../cases/search.ts'
import { type CodedField, codedFields, codesIn } from './entry.ts'

/** A name without accents, case or ligatures: what it is sorted by, and known again by. */
export const foldedName = (name: string): string =>
  foldLigatures(name.normalize('NFC'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The words that a search looks through: all that was written, and the labels of its terms in both languages. */
export function wordsOf(entry: DirectoryEntry): string {
  const labels = (Object.keys(codedFields) as CodedField[])
    // Whether there is room changes by the day; nobody looks for an organisation by it.
    .filter((field) => field !== 'capacity')
    .flatMap((field) =>
      codesIn(entry, field).flatMap((code) => [
        labelOf(codedFields[field], code, 'fr'),
        labelOf(codedFields[field], code, 'en'),
      ]),
    )
  const { organisation, conditions, hours, phone, email, website, contact, note } = entry
  const written = [organisation, conditions, hours, phone, email, website, contact, note]
  return foldLigatures([...written, ...labels].filter(Boolean).join('\n').normalize('NFC'))
}
