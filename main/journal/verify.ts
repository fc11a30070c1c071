import { equalBytes } from '../../shared/packet/bytes.ts'
import { breathe } from '../../shared/packet/pause.ts'
import type { Reader } from '../vault/database.ts'
import type { Job } from '../vault/handler.ts'
import { chainStart, hashOfLine } from './chain.ts'
import { hashAt, type JournalHead, journalHead, linesAfter } from './journal.store.ts'
import { type HeldHead, isHeadOf } from './journal-heads.store.ts'

/** Some 10 ms of reading and hashing: short enough for other calls to be answered in between. */
const batch = 2000

/** How far the chain holds. */
export interface Walk {
  readonly lines: number
  /** Number of the first line that does not follow from the one before it, or null. */
  readonly firstBroken: number | null
}

/**
 * Walks the journal from its first line to the one that is last now.
 * @throws app.cancelled
 */
export async function walkChain(db: Reader, job: Job): Promise<Walk> {
  const last = journalHead(db)?.seq ?? 0
  let before: JournalHead = { seq: 0, hash: chainStart }
  for (;;) {
    await breathe(job)
    const lines = linesAfter(db, before.seq, last, batch)
    for (const line of lines) {
      const follows = line.seq === before.seq + 1 && equalBytes(line.hash, hashOfLine(before.hash, line))
      if (!follows) return { lines: before.seq, firstBroken: line.seq }
      before = line
    }
    job.onProgress(before.seq, last)
    if (lines.length < batch) return { lines: before.seq, firstBroken: null }
  }
}

/** A head, from wherever it was kept. A backup made before there was an identity has one that nobody signed. */
export type FoundHead = Omit<HeldHead, 'signature'> & { readonly signature: Uint8Array | null }

/**
 * The earliest line that a head vouches for and that is not there, or is another; null when all are there. A head whose
 * signature is not the owner's counts as such: somebody changed it.
 */
export function firstMissing(
  db: Reader,
  heads: readonly FoundHead[],
  owner: { readonly vaultId: string; readonly publicKey: Uint8Array },
): number | null {
  const holds = ({ seq, hash, signature }: FoundHead): boolean => {
    const there = hashAt(db, seq)
    return (
      there !== undefined &&
      equalBytes(there, hash) &&
      (signature === null || isHeadOf(owner.vaultId, { seq, hash, signature }, owner.publicKey))
    )
  }
  const broken = heads.filter((head) => !holds(head)).map(({ seq }) => seq)
  return broken.length > 0 ? Math.min(...broken) : null
}
