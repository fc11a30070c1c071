import { stepDetails } from '../../shared/referrals/referrals.contract.ts'
import { reasonsFor } from '../../shared/vocab/transitions.ts'
import { stepById } from '../referrals/referrals.store.ts'
import type { Reader } from '../vault/database.ts'
import { changedFields } from './changed-fields.ts'
import type { Telling } from './telling.ts'

type ReferralChannel =
  | 'referrals.list'
  | 'referrals.save'
  | 'referrals.order'
  | 'referrals.move'
  | 'referrals.remove'
  | 'referrals.remind'

/** Asked before the change: a step that was removed no longer tells whose it was. */
const caseOf = (db: Reader, stepId: string): string | null => stepById(db, stepId)?.caseId ?? null

/** Lines about a step are lines of its case. */
export const referralLines: { readonly [K in ReferralChannel]: Telling<K> } = {
  'referrals.list': { view: ({ caseId }) => caseId },

  'referrals.save': {
    change: ({ caseId, id, details }, { vault: { reader } }) => {
      const known = stepById(reader, id)?.step
      const before = known ? [stepDetails.strip().parse(known)] : []
      const fields = changedFields(details, before).join(',')
      return () => [{ action: 'referrals.saved', subject: caseId, details: { step: id, fields } }]
    },
  },

  'referrals.order': {
    change: ({ id, position }, { vault: { reader } }) => {
      const subject = caseOf(reader, id)
      return () => [{ action: 'referrals.ordered', subject, details: { step: id, position } }]
    },
  },

  'referrals.move': {
    change: ({ id, move }, { vault: { reader } }) => {
      const subject = caseOf(reader, id)
      const { to } = move
      // Only one that the step keeps: a line can't be taken out again.
      const reason = reasonsFor(to) ? move.reason : null
      const details = { step: id, to, ...(reason !== null && { reason }) }
      return () => [{ action: 'referrals.moved', subject, details }]
    },
  },

  'referrals.remind': {
    change: ({ id }, { vault: { reader } }) => {
      const subject = caseOf(reader, id)
      return () => [{ action: 'referrals.reminded', subject, details: { step: id } }]
    },
  },

  'referrals.remove': {
    change: ({ id }, { vault: { reader } }) => {
      const subject = caseOf(reader, id)
      return () => [{ action: 'referrals.removed', subject, details: { step: id } }]
    },
  },
}
