import type { JournalAction } from '../../shared/journal/actions.ts'
import { actionsOf, type JournalTopic } from '../../shared/journal/actions.ts'
import type { Reader, Writer } from '../vault/database.ts'
import { type ChainedLine, chainStart, hashOfLine } from './chain.ts'

/** What was done, to what, and what else is known of it: ids, codes, counts and names of fields. */
export interface Line {
  readonly action: JournalAction
  /** An id, a fingerprint or the name of a backup; never a word of a case. */
  readonly subject: string | null
  readonly details: Readonly<Record<string, string | number>>
}

/** A line, by whom and when. */
export interface SignedLine extends Line {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Fingerprint of the vault's owner. */
  readonly who: string
}

/** The end of the journal: everything before it follows from its hash. */
export interface JournalHead {
  readonly seq: number
  readonly hash: Uint8Array
}

/** Ids, codes, days, counts, and lists of field names with commas; no sentence is one (no space, no accent). */
const token = /^[A-Za-z0-9._:,-]{1,500}$/

/**
 * Adds a line at the end. To be called in the transaction of the change itself: both are kept or neither.
 * What is neither a number nor a short token is dropped rather than written down for good.
 */
export function appendLine(db: Writer, { at, who, action, subject, details }: SignedLine): void {
  db.transaction(() => {
    const head = journalHead(db)
    const line: ChainedLine = {
      seq: (head?.seq ?? 0) + 1,
      // A clock before 1970 has nothing to say.
      at: Math.max(0, Math.trunc(at)),
      who,
      action,
      subject: subject !== null && token.test(subject) ? subject : null,
      details: JSON.stringify(Object.fromEntries(Object.entries(details).filter(isToken))),
    }
    db.run(
      'INSERT INTO journal (seq, at, who, action, subject, details, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
      line.seq,
      line.at,
      line.who,
      line.action,
      line.subject,
      line.details,
      hashOfLine(head?.hash ?? chainStart, line),
    )
  })
}

const isToken = ([name, value]: [string, string | number]): boolean =>
  token.test(name) && (typeof value === 'number' || token.test(value))

export const journalHead = (db: Reader): JournalHead | null =>
  db.get<JournalHead>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1') ?? null

/** A line as it is kept. */
export interface KeptLine extends ChainedLine {
  readonly hash: Uint8Array
}

const columns = 'seq, at, who, action, subject, details, hash'

/** At most `limit` lines with the numbers above `after` up to `last`, in order: the whole chain, piece by piece. */
export const linesAfter = (db: Reader, after: number, last: number, limit: number): KeptLine[] =>
  db.all<KeptLine>(
    `SELECT ${columns} FROM journal WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
    after,
    last,
    limit,
  )

export const hashAt = (db: Reader, seq: number): Uint8Array | undefined =>
  db.get<{ hash: Uint8Array }>('SELECT hash FROM journal WHERE seq = ?', seq)?.hash

/** The last line that says one of these. */
export const latestOf = (db: Reader, actions: readonly JournalAction[]): KeptLine | undefined =>
  db.get<KeptLine>(
    `SELECT ${columns} FROM journal WHERE action IN (${actions.map(() => '?').join(', ')}) ORDER BY seq DESC LIMIT 1`,
    ...actions,
  )

export interface LineQuery {
  readonly topics: readonly JournalTopic[]
  readonly caseId: string | null
  /** Milliseconds since 1970, the end not included; null: open. */
  readonly from: number | null
  readonly to: number | null
  /** Only lines before this one. */
  readonly before: number | null
}

/** At most `limit` lines, newest first. */
export function findLines(db: Reader, query: LineQuery, limit: number): KeptLine[] {
  const parts: string[] = []
  const values: (string | number)[] = []
  const add = (part: string, ...given: readonly (string | number)[]): void => {
    parts.push(part)
    values.push(...given)
  }
  const { topics, caseId, from, to, before } = query
  const actions = topics.flatMap(actionsOf)
  if (before !== null) add('seq < ?', before)
  if (actions.length > 0) add(`action IN (${actions.map(() => '?').join(', ')})`, ...actions)
  // A packet's line is about the packet, and names the case that was in it.
  if (caseId !== null) add("(subject = ? OR json_extract(details, '$.case') = ?)", caseId, caseId)
  if (from !== null) add('at >= ?', from)
  if (to !== null) add('at < ?', to)
  const where = parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : ''
  return db.all<KeptLine>(
    `SELECT ${columns} FROM journal ${where} ORDER BY seq DESC LIMIT ?`,
    ...values,
    limit,
  )
}
