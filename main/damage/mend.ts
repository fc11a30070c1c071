import { randomUUID } from 'node:crypto'
import type { PlainDate } from '../../shared/dates.ts'
import { freeCaseCode } from '../cases/write-case.ts'
import type { Writer } from '../vault/database.ts'
import type { Collected } from './collect.ts'
import { dropRecipientsAlone, headlessCases, insertRebuiltCase } from './salvage.store.ts'

/** Whose vault it is and when, for what has to be made up. */
export interface Now {
  readonly fingerprint: string
  readonly today: PlainDate
}

/**
 * Makes the references whole again. Sections or steps whose case is gone are kept under a case made anew: with its own
 * id and code when an index still has them, otherwise with new ones. Its status is “open”, as someone has to look at it.
 * @returns the row numbers of these cases
 */
export function mendReferences(
  db: Writer,
  { caseIndex }: Pick<Collected, 'caseIndex'>,
  now: Now,
): Set<number> {
  const rebuilt = new Set<number>()
  for (const { n, author, firstSaved, lastSaved } of headlessCases(db)) {
    const known = caseIndex.get(n) ?? {}
    insertRebuiltCase(db, {
      n,
      id: known.id ?? randomUUID(),
      code: known.code ?? freeCaseCode(db),
      owner: author ?? now.fingerprint,
      createdOn: firstSaved ?? now.today,
      updatedOn: known.updated_on ?? lastSaved ?? now.today,
    })
    rebuilt.add(n)
  }
  dropRecipientsAlone(db)
  return rebuilt
}
