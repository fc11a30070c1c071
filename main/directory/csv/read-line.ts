import { plainDate } from '../../../shared/dates.ts'
import {
  type CsvLine,
  type EntryDetails,
  entryDetails,
} from '../../../shared/directory/directory.contract.ts'
import { id as idSchema } from '../../../shared/fields.ts'
import { codesOf, labelOf } from '../../../shared/vocab/code-list.ts'
import { type CodedField, codedFields } from '../entry.ts'
import { foldedName } from '../words.ts'
import type { Column } from './columns.ts'
import { unreadable } from './decode.ts'
import { isFormula, unmask } from './formulas.ts'
import type { Sheet, SheetRow } from './sheet.ts'

export type Problem = CsvLine['problems'][number]

/** What a line says, and what is wrong with it. Columns that the sheet does not have are left out. */
export interface ReadLine {
  readonly line: number
  readonly id: string | null
  readonly details: Partial<EntryDetails>
  readonly problems: readonly Problem[]
}

/** Between several terms of one cell. */
export const separator = '|'

/** Longest value that is shown with a problem: enough to recognise it. */
const shownLength = 80
const several: ReadonlySet<Column> = new Set(['services', 'regions', 'languages'])
const longTexts: ReadonlySet<Column> = new Set(['conditions', 'note'])

export function readLine(sheet: Sheet, { line, cells, quoteOpen }: SheetRow, today: string): ReadLine {
  const problems: Problem[] = []
  const note = (problem: string, column: string, value: string): void => {
    problems.push({ problem, column, value: value.slice(0, shownLength) })
  }
  if (quoteOpen) {
    note('quote_open', '', '')
    return { line, id: null, details: {}, problems }
  }
  const details: Record<string, unknown> = {}
  let id: string | null = null
  sheet.columns.forEach((column, index) => {
    const raw = (cells[index] ?? '').trim()
    const cell = raw === '-' ? '' : unmask(raw)
    const wrong = column && (wrongWith(column, raw) ?? wrongText(column, cell))
    if (!column) return
    if (wrong) note(wrong, column, raw)
    else if (column === 'id') id = cell === '' ? null : readId(cell, note)
    else if (column === 'checkedOn') details[column] = readDay(cell, today, note)
    else if (isCoded(column)) details[column] = readCodes(column, cell, note)
    else details[column] = cell
  })
  const beyond = cells.slice(sheet.columns.length).find((cell) => cell.trim() !== '')
  if (beyond !== undefined) note('extra_cells', '', beyond.trim())
  if (details.organisation === '') note('missing_organisation', 'organisation', '')
  return { line, id, details: details as Partial<EntryDetails>, problems }
}

type Note = (problem: string, column: string, value: string) => void

const isCoded = (column: Column): column is CodedField => Object.hasOwn(codedFields, column)

/** What no cell may be, whatever its column. */
function wrongWith(column: Column, raw: string): string | undefined {
  if (raw.includes(unreadable)) return 'undecodable'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(raw)) return 'control'
  if (isFormula(column, raw)) return 'formula'
  return undefined
}

function wrongText(column: Column, cell: string): string | undefined {
  // A line break in a name is most often a quote that was never closed, with other lines swallowed behind it.
  if (!longTexts.has(column) && /[\r\n]/.test(cell)) return 'line_break'
  if (column === 'id' || column === 'checkedOn' || isCoded(column) || cell === '') return undefined
  return entryDetails.shape[column].safeParse(cell).success ? undefined : 'too_long'
}

function readId(cell: string, note: Note): string | null {
  const parsed = idSchema.safeParse(cell.toLowerCase())
  if (parsed.success) return parsed.data
  note('bad_id', 'id', cell)
  return null
}

/** Only days that nobody can read in two ways: 03/04 is April here and March elsewhere. */
function readDay(cell: string, today: string, note: Note): string | null {
  if (cell === '') return null
  const parsed = plainDate.safeParse(cell.replaceAll('/', '-'))
  if (!parsed.success) note('bad_date', 'checkedOn', cell)
  else if (parsed.data > today) note('future_date', 'checkedOn', cell)
  return parsed.success ? parsed.data : null
}

function readCodes(column: CodedField, cell: string, note: Note): string | null | string[] {
  const terms = cell
    .split(separator)
    .map((term) => term.trim())
    .filter((term) => term !== '')
  const codes = terms.map((term) => {
    const code = codeFor(column, term)
    if (code === undefined) note('unknown_code', column, term)
    return code ?? ''
  })
  if (several.has(column)) return codes
  if (codes.length > 1) note('one_term', column, cell)
  return codes[0] ?? null
}

const codesByLabel = new Map<CodedField, ReadonlyMap<string, string>>()

/** The code, or the label in either language; the code of a newer version as it is, for whoever has it already. */
function codeFor(column: CodedField, term: string): string | undefined {
  const list = codedFields[column]
  const known =
    codesByLabel.get(column) ??
    new Map(
      codesOf(list).flatMap((code) => [
        [code, code],
        [foldedName(labelOf(list, code, 'fr')), code],
        [foldedName(labelOf(list, code, 'en')), code],
      ]),
    )
  codesByLabel.set(column, known)
  // A spreadsheet takes 06 for a number, and drops its zero.
  const padded = column === 'regions' && /^\d$/.test(term) ? `0${term}` : term
  const found = known.get(padded) ?? known.get(foldedName(padded))
  if (found !== undefined) return found
  return /^[a-z0-9_]{1,64}$/.test(padded) ? padded : undefined
}
