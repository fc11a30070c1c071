import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { Answer, SharedCase } from '../../shared/exchange/payload.ts'
import { type CaseRecord, caseById } from '../cases/cases.store.ts'
import { demandCase } from '../cases/demand-case.ts'
import { handoverOf, putHandover, removeHandover } from '../cases/handovers.store.ts'
import { addTurn } from '../cases/turns.store.ts'
import { refreshCase } from '../cases/write-case.ts'
import { record } from '../journal/record.ts'
import type { Reader, Writer } from '../vault/database.ts'
import type { VaultContext } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { holdsMyCase, isPending, setOwner } from './ownership.store.ts'
import { takeInCase } from './take-in.ts'

/** The case is on its way: from here on nothing changes in it until the recipient has answered or it is called off. */
export function startHandover(
  db: Writer,
  caseId: string,
  handover: { readonly packetId: string; readonly recipient: string; readonly since: PlainDate },
): void {
  putHandover(db, demandCase(db, caseId).n, handover)
}

/** @throws cases.not_found, packet.no_handover when nobody is being asked, or she has answered already */
export function callOffHandover(context: VaultContext, caseId: string): void {
  const { vault, today } = context
  const { writer } = vault
  writer.transaction(() => {
    const found = demandCase(writer, caseId)
    const handover = handoverOf(writer, found.n)
    if (!handover || !removeHandover(writer, found.n)) throw new RelaisError('packet.no_handover')
    refreshCase(writer, found, today())
    const { packetId: packet, recipient: to } = handover
    record(context, { action: 'exchange.handover_called_off', subject: caseId, details: { packet, to } })
  })
}

/**
 * Who may make me responsible for a case: only the one whose it is. If it is mine: only somebody whom I had given it to and
 * who took it after I had called that off, since otherwise two would hold it for ever.
 * Never while it is on its way to somebody else: what came in would be in nobody's copy once she has it.
 * @throws packet.not_owner, cases.handover_pending
 */
export function demandGiver(
  db: Reader,
  { id, owner: giver }: SharedCase,
  me: string,
): CaseRecord | undefined {
  const here = caseById(db, id)
  if (!here || here.owner === giver) return here
  if (handoverOf(db, here.n)) throw new RelaisError('cases.handover_pending')
  if (here.owner === me && holdsMyCase(db, id, giver)) return here
  throw new RelaisError('packet.not_owner')
}

/** The case becomes mine, with all that came with it and all that I had of it. @throws packet.not_owner */
export function takeOver({ writer, me }: OpenVault, content: SharedCase, today: PlainDate): CaseRecord {
  demandGiver(writer, content, me.fingerprint)
  const { n } = takeInCase(writer, content, today)
  setOwner(writer, n, me.fingerprint, content.status, today)
  const mine = demandCase(writer, content.id)
  refreshCase(writer, mine, today)
  return mine
}

/**
 * The answer to a hand-over has come home. Accepted: the case is hers, and what stays here is a copy. Refused: it is mine to
 * change again. To one that I had called off nothing happens here, whatever she answers: the screen says that she
 * may hold it too, and whoever of us two hands it to the other settles it.
 */
export function settleHandover(
  db: Writer,
  { caseId, from }: { readonly caseId: string; readonly from: string },
  { packetId, outcome }: Answer,
  today: PlainDate,
): void {
  const found = caseById(db, caseId)
  if (!found || !isPending(db, packetId, from)) return
  removeHandover(db, found.n)
  if (outcome === 'accepted') {
    setOwner(db, found.n, from, 'transferred', today)
    addTurn(db, found.n, { to: 'transferred', on: today, reasons: [], checklist: [], note: '' })
  }
  refreshCase(db, demandCase(db, caseId), today)
}
