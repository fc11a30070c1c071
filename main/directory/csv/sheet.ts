import { CsvError, parse } from 'csv-parse/sync'
import { csvLineLimit } from '../../../shared/directory/directory.contract.ts'
import { RelaisError } from '../../../shared/errors.ts'
import { type Column, columnOf } from './columns.ts'

export interface SheetRow {
  /** Counted as a spreadsheet does, the header being 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** Its last cell begins with a quote that nothing closes: what follows is in it, to the end of the file. */
  readonly quoteOpen: boolean
}

export interface Sheet {
  /** What each column means here, if anything. */
  readonly columns: readonly (Column | undefined)[]
  readonly unknownColumns: readonly string[]
  readonly rows: readonly SheetRow[]
}

const delimiters = [';', ',', '\t']

/** Far enough to meet what no text begins with. */
const headLength = 4096

/**
 * The cells of a sheet, whatever its columns are parted with.
 * @throws directory.csv_not_text, directory.csv_no_header, directory.csv_too_many_lines
 */
export function readSheet(text: string): Sheet {
  // Excel’s own way to say which delimiter follows. It is a line of the file, and none of the sheet.
  const body = text.replace(/^sep=.\r?\n/i, '')
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, ...header(body, delimiter) }))
    .sort((a, b) => b.known - a.known)
  if (!best?.columns.includes('organisation')) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a picture or a program is full of them
    const isText = !/[\u0000-\u0008\u000e-\u001f]/.test(body.slice(0, headLength))
    throw new RelaisError(isText ? 'directory.csv_no_header' : 'directory.csv_not_text')
  }
  // One line too many is enough to know, and the last to be read.
  const [, ...rows] = records(body, best.delimiter, csvLineLimit + 2)
  if (rows.length > csvLineLimit) throw new RelaisError('directory.csv_too_many_lines')
  const filled = rows.filter(({ cells, quoteOpen }) => quoteOpen || cells.some((cell) => cell.trim() !== ''))
  return { columns: best.columns, unknownColumns: best.unknown, rows: filled }
}

function header(body: string, delimiter: string) {
  const [first] = records(body, delimiter, 1)
  const columns: (Column | undefined)[] = []
  const unknown: string[] = []
  for (const name of first?.cells ?? []) {
    const column = columnOf(name)
    // A second column of the same name is none: nobody could say which of the two counts.
    const means = column && !columns.includes(column) ? column : undefined
    columns.push(means)
    if (!means && name.trim() !== '') unknown.push(name.trim())
  }
  return { columns, unknown, known: columns.filter(Boolean).length }
}

function records(body: string, delimiter: string, to: number): SheetRow[] {
  let quoteOpen = false
  const read = parse(body, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error instanceof CsvError) quoteOpen = error.code === 'CSV_QUOTE_NOT_CLOSED'
      return undefined
    },
    to,
  }) as string[][]
  const rows = read.map((cells, index) => ({ line: index + 1, cells, quoteOpen: false }))
  return quoteOpen ? [...rows, { line: rows.length + 1, cells: [], quoteOpen }] : rows
}
