import { nextVersion } from '../../shared/cases/version.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { moved, stateOf } from '../../shared/referrals/trajectory.ts'
import { type CaseRecord, caseById } from '../cases/cases.store.ts'
import { demandOwnCase } from '../cases/demand-case.ts'
import { refreshCase } from '../cases/write-case.ts'
import { discardDraft } from '../drafts/drafts.store.ts'
import type { VaultContext, VaultHandlers } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { deleteStep, putStep, stepById, stepsOf } from './referrals.store.ts'

/** @throws referrals.not_found, cases.not_owner */
function ownStep(vault: OpenVault, id: string): { step: Step; record: CaseRecord } {
  const found = stepById(vault.reader, id)
  if (!found) throw new RelaisError('referrals.not_found')
  return { step: found.step, record: demandOwnCase(vault, found.caseId) }
}

/** The step as I have now written it. */
const signed = (vault: OpenVault, step: Step): Step => ({
  ...step,
  author: vault.me.fingerprint,
  version: nextVersion([step.version], vault.me.fingerprint),
})

function change(
  context: VaultContext,
  record: CaseRecord,
  work: (today: PlainDate) => void,
): Record<string, never> {
  const { writer } = context.vault
  writer.transaction(() => {
    work(context.today())
    refreshCase(writer, record, context.today())
  })
  context.vault.sweepSoon()
  return {}
}

export const referralsHandlers: VaultHandlers<'referrals'> = {
  'referrals.list': ({ caseId }, { vault }) => {
    const record = caseById(vault.reader, caseId)
    return { steps: record ? stepsOf(vault.reader, record.n) : [] }
  },

  'referrals.save': ({ caseId, id, details }, context) => {
    const { vault } = context
    const record = demandOwnCase(vault, caseId)
    const known = stepById(vault.reader, id)
    if (known && known.caseId !== caseId) throw new RelaisError('referrals.not_found')
    return change(context, record, (today) => {
      const step: Step = known?.step ?? {
        ...details,
        id,
        // After the last one, not by their number: one may have been removed.
        position: (stepsOf(vault.reader, record.n).at(-1)?.position ?? -1) + 1,
        moves: [{ to: 'draft', on: today, reason: null }],
        author: vault.me.fingerprint,
        version: {},
      }
      putStep(vault.writer, record.n, signed(vault, { ...step, ...details }))
      discardDraft(vault.writer, { caseId, form: 'step', itemId: id })
    })
  },

  'referrals.order': ({ id, position }, context) => {
    const { vault } = context
    const { step, record } = ownStep(vault, id)
    return change(context, record, () => {
      const others = stepsOf(vault.reader, record.n).filter((other) => other.id !== id)
      others.toSpliced(position, 0, step).forEach((one, index) => {
        // A new version, so that the order reaches those who have the steps already.
        if (one.position !== index)
          putStep(vault.writer, record.n, signed(vault, { ...one, position: index }))
      })
    })
  },

  'referrals.move': ({ id, move }, context) => {
    const { vault } = context
    const { step, record } = ownStep(vault, id)
    return change(context, record, () => {
      putStep(vault.writer, record.n, signed(vault, moved(step, move)))
    })
  },

  'referrals.remind': () => {
    throw new RelaisError('app.unexpected')
  },

  'referrals.remove': ({ id }, context) => {
    const { vault } = context
    const { step, record } = ownStep(vault, id)
    if (stateOf(step) !== 'draft' || step.moves.length > 1)
      throw new RelaisError('referrals.illegal_transition')
    return change(context, record, () => {
      deleteStep(vault.writer, id)
      discardDraft(vault.writer, { caseId: record.id, form: 'step', itemId: id })
    })
  },
}
