import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { Step, StepDetails } from '../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import { type CaseRecord, caseById } from '../cases/cases.store.ts'
import { demandOwnCase } from '../cases/demand-case.ts'
import { refreshCase } from '../cases/write-case.ts'
import { discardDraft } from '../drafts/drafts.store.ts'
import type { VaultContext, VaultHandlers } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { deleteStep, lastPosition, putStep, stepById, stepsOf } from './referrals.store.ts'
import { demandKnownCodes, movedOn, reminded, rewritten, signed } from './write-step.ts'

/** @throws referrals.not_found, cases.not_owner */
function ownStep(vault: OpenVault, id: string): { step: Step; record: CaseRecord } {
  const found = stepById(vault.reader, id)
  if (!found) throw new RelaisError('referrals.not_found')
  return { step: found.step, record: demandOwnCase(vault, found.caseId) }
}

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

/** A new step, after the last one. By its position, not by their number: one may have been removed. */
function drafted(
  vault: OpenVault,
  record: CaseRecord,
  { id, details, today }: { id: string; details: StepDetails; today: PlainDate },
): Step {
  demandKnownCodes(details, null)
  return {
    ...details,
    id,
    position: lastPosition(vault.reader, record.n) + 1,
    moves: [{ to: 'draft', on: today, reason: null }],
    remindedOn: [],
    author: vault.me.fingerprint,
    version: {},
  }
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
      const step = known
        ? rewritten(vault.writer, record, { step: known.step, details, today })
        : drafted(vault, record, { id, details, today })
      putStep(vault.writer, record.n, signed(vault, step))
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

  'referrals.move': ({ id, move, dueOn }, context) => {
    const { vault } = context
    const { step, record } = ownStep(vault, id)
    return change(context, record, (today) => {
      const next = movedOn(vault.writer, record, { step, move, dueOn, today })
      putStep(vault.writer, record.n, signed(vault, next))
    })
  },

  'referrals.remind': ({ id }, context) => {
    const { vault } = context
    const { step, record } = ownStep(vault, id)
    return change(context, record, (today) => {
      const next = reminded(step, today)
      if (next !== step) putStep(vault.writer, record.n, signed(vault, next))
    })
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
