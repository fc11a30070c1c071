import type { JournalAction } from '../../shared/journal/actions.ts'
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
