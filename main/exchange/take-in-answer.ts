import { nextVersion } from '../../shared/cases/version.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { Answer } from '../../shared/exchange/payload.ts'
import { movesLimit } from '../../shared/referrals/referrals.contract.ts'
import { earliestMove, moved, stateOf } from '../../shared/referrals/trajectory.ts'
import { caseById } from '../cases/cases.store.ts'
import { refreshCase } from '../cases/write-case.ts'
import { putStep, stepById } from '../referrals/referrals.store.ts'
import type { Writer } from '../vault/database.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { recordAnswer, sentPacketBy } from './exchange.store.ts'
import { settleHandover } from './hand-over.ts'

/** Takes in a recipient's answer: the packet shows it, and what waited for it moves on. */
export function takeInAnswer(
  { writer, me }: OpenVault,
  from: string,
  answer: Answer,
  today: PlainDate,
): void {
  recordAnswer(writer, from, answer, today)
  const sent = sentPacketBy(writer, answer.packetId)
  if (!sent?.caseId) return
  const { caseId, stepIds, kind } = sent
  if (kind === 'hand-over') settleHandover(writer, { caseId, from }, answer, today)
  else if (answer.outcome === 'accepted') receiveSteps(writer, me.fingerprint, { caseId, stepIds }, today)
}

/** Steps that waited for a sign of life are received. */
function receiveSteps(
  db: Writer,
  me: string,
  { caseId, stepIds }: { readonly caseId: string; readonly stepIds: readonly string[] },
  today: PlainDate,
): void {
  const record = caseById(db, caseId)
  // What I have handed over since is not mine to move.
  if (record?.owner !== me) return
  for (const id of stepIds) {
    const found = stepById(db, id)
    // A step that can't note one move more is left as it is: the answer counts all the same.
    if (!found || stateOf(found.step) !== 'sent' || found.step.moves.length >= movesLimit) continue
    // The clock may have been put right since it was sent.
    const sentOn = earliestMove(found.step) ?? today
    const on = today < sentOn ? sentOn : today
    const step = moved(found.step, { to: 'received', on, reason: null })
    putStep(db, record.n, { ...step, author: me, version: nextVersion([step.version], me) })
  }
  refreshCase(db, record, today)
}
