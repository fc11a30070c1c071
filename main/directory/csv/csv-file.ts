import type { Out } from '../../../shared/contract.ts'
import type { DirectoryEntry } from '../../../shared/directory/directory.contract.ts'
import { labelOf } from '../../../shared/vocab/code-list.ts'
import { record } from '../../journal/record.ts'
import type { VaultContext } from '../../vault/handler.ts'
import { allEntries } from '../directory.store.ts'
import { codedFields, codesIn, tidyDetails } from '../entry.ts'
import { type Column, columnNames, columns } from './columns.ts'
import { mask } from './formulas.ts'
import { separator } from './read-line.ts'

/** The whole directory for a spreadsheet: UTF-8 with its mark, semicolons and Windows line ends, as Excel wants them here. */
export function csvFileOf(context: VaultContext): Out<'directory.csvFile'> {
  const { vault, today } = context
  const entries = allEntries(vault.reader).map(({ entry }) => entry)
  const bytes = new TextEncoder().encode(writeSheet(entries))
  record(context, { action: 'directory.exported', subject: null, details: { entries: entries.length } })
  return { name: `ressources-${today()}.csv`, bytes }
}

function writeSheet(entries: readonly DirectoryEntry[]): string {
  const header = columnNames.map((column) => columns[column].fr)
  const rows = entries.map((entry) => columnNames.map((column) => mask(cellOf(entry, column))))
  return `\ufeff${[header, ...rows].map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('')}`
}

const quoted = (cell: string): string =>
  /[";,|\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

function cellOf(entry: DirectoryEntry, column: Column): string {
  if (column === 'id') return entry.id
  const details = tidyDetails(entry)
  switch (column) {
    case 'sector':
    case 'services':
    case 'regions':
    case 'languages':
    case 'capacity':
      return codesIn(details, column)
        .map((code) => labelOf(codedFields[column], code, 'fr'))
        .join(separator)
    case 'checkedOn':
      return details.checkedOn ?? ''
    default:
      return details[column]
  }
}
