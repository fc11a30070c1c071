import { setImmediate } from 'node:timers/promises'
import { type CsvPreview, csvFileLimit } from '../../../shared/directory/directory.contract.ts'
import { RelaisError } from '../../../shared/errors.ts'
import type { Job, VaultContext } from '../../vault/handler.ts'
import { demandOpen, type OpenVault } from '../../vault/open-vault.ts'
import { allEntries, directoryStamp } from '../directory.store.ts'
import { decodeSheet } from './decode.ts'
import { type Change, type MatchedLine, matchLines } from './match.ts'
import { type ReadLine, readLine } from './read-line.ts'
import { readSheet } from './sheet.ts'

/** A file that was looked at and may be imported. */
export interface KeptPreview {
  readonly id: string
  readonly changes: readonly Change[]
  /** The directory as it was when the file was held against it. */
  readonly stamp: string
}

/** The last one looked at, by vault: in memory only, gone with the process. */
const previews = new WeakMap<OpenVault, KeptPreview>()

/** @throws directory.csv_forgotten */
export function demandPreview(vault: OpenVault, id: string): KeptPreview {
  const kept = previews.get(vault)
  if (kept?.id !== id) throw new RelaisError('directory.csv_forgotten')
  return kept
}

export const forgetPreview = (vault: OpenVault): void => void previews.delete(vault)

/** Lines read between two looks at whether the person wants to stop. */
const linesAtOnce = 250
/** Lines, and unknown columns, that are shown. */
const shownLines = 500
const shownColumns = 100

/**
 * Reads a sheet line by line and says what importing it would do. Nothing is kept but in memory.
 * @throws directory.csv_too_large, csv_workbook, csv_not_text, csv_no_header, csv_too_many_lines; app.cancelled
 */
export async function previewCsv(
  { vault, today }: VaultContext,
  bytes: Uint8Array,
  job: Job,
): Promise<CsvPreview> {
  forgetPreview(vault)
  if (bytes.length > csvFileLimit) throw new RelaisError('directory.csv_too_large')
  const { encoding, text } = decodeSheet(bytes)
  const sheet = readSheet(text)
  const read: ReadLine[] = []
  await inPieces(sheet.rows, job, (row) => read.push(readLine(sheet, row, today())))
  demandOpen(vault)
  const lines = matchLines(read, allEntries(vault.reader), () => crypto.randomUUID())
  const preview = crypto.randomUUID()
  const changes = lines.flatMap(({ change }) => change ?? [])
  previews.set(vault, { id: preview, changes, stamp: directoryStamp(vault.reader) })
  return {
    preview,
    counts: countsOf(lines),
    unknownColumns: sheet.unknownColumns.slice(0, shownColumns).map((name) => name.slice(0, 80)),
    encoding,
    lines: [...lines]
      .sort((a, b) => rank(a) - rank(b) || a.line - b.line)
      .slice(0, shownLines)
      .map(({ change: _, ...line }) => ({ ...line, problems: [...line.problems] })),
  }
}

/** What is wrong comes first: it is what somebody has to do something about. */
const rank = ({ effect }: MatchedLine): number => ['problem', 'update', 'new', 'same'].indexOf(effect)

function countsOf(lines: readonly MatchedLine[]): CsvPreview['counts'] {
  const counts = { new: 0, update: 0, same: 0, problem: 0 }
  for (const { effect } of lines) counts[effect] += 1
  return counts
}

/** Works through a list, and lets the process hear in between that it is to stop. @throws app.cancelled */
export async function inPieces<T>(
  items: readonly T[],
  { signal, onProgress }: Job,
  work: (item: T) => void,
): Promise<void> {
  for (let at = 0; at < items.length; at += linesAtOnce) {
    onProgress(at, items.length)
    await setImmediate()
    if (signal.aborted) throw new RelaisError('app.cancelled')
    for (const item of items.slice(at, at + linesAtOnce)) work(item)
  }
}
