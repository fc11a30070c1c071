import { RelaisError } from '../../shared/errors.ts'
import type { Reader } from '../vault/database.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type CaseRecord, caseById } from './cases.store.ts'
import { handoverOf } from './handovers.store.ts'

/** @throws cases.not_found */
export function demandCase(db: Reader, id: string): CaseRecord {
  const record = caseById(db, id)
  if (!record) throw new RelaisError('cases.not_found')
  return record
}

/**
 * A case that is mine to change and to share. On its way to someone else it is neither: what was written now would be in
 * nobody's copy once she has it. @throws cases.not_found, cases.not_owner, cases.handover_pending
 */
export function demandOwnCase({ reader, me }: Pick<OpenVault, 'reader' | 'me'>, id: string): CaseRecord {
  const record = demandCase(reader, id)
  if (record.owner !== me.fingerprint) throw new RelaisError('cases.not_owner')
  if (handoverOf(reader, record.n)) throw new RelaisError('cases.handover_pending')
  return record
}
