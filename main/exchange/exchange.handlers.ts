import type { Out } from '../../shared/contract.ts'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { ReceivedPacket, SentPacket } from '../../shared/exchange/exchange.contract.ts'
import type { Answer } from '../../shared/exchange/payload.ts'
import type { CaseRecord } from '../cases/cases.store.ts'
import { demandOwnCase } from '../cases/demand-case.ts'
import { directoryEffect, takeInDirectory } from '../directory/take-in.ts'
import type { Line } from '../journal/journal.store.ts'
import { record, recordIfPossible } from '../journal/record.ts'
import type { MemberRecord } from '../members/members.store.ts'
import type { Reader } from '../vault/database.ts'
import type { Job, VaultContext, VaultHandlers } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type Choice, composeShare, recipientsOf } from './compose.ts'
import { subjectOf } from './content.ts'
import {
  insertReceived,
  markSaved,
  receivedPacketBy,
  receivedPackets,
  sentFile,
  sentPacketBy,
  sentPackets,
} from './exchange.store.ts'
import { coverageOf, demandCovered, demandNoDrafts, demandStillCovered, gapsOf } from './gate.ts'
import { callOffHandover, demandGiver, startHandover, takeOver } from './hand-over.ts'
import { type Incoming, openIncoming, verifiedSender } from './open.ts'
import { isPending } from './ownership.store.ts'
import { answerDays, keepSealed, sealOutgoing } from './seal.ts'
import { demandSharer, effectOf, takeInShare } from './take-in.ts'
import { takeInAnswer } from './take-in-answer.ts'

/** Packets opened and not yet settled, by vault: in memory only, gone with the process. */
const previews = new WeakMap<OpenVault, Map<string, Incoming>>()

/** The page shows one at a time and closes it; each may hold 64 MiB, and a page gone wrong must not fill the memory. */
const openPackets = 8

function previewsOf(vault: OpenVault): Map<string, Incoming> {
  const known = previews.get(vault) ?? new Map<string, Incoming>()
  previews.set(vault, known)
  return known
}

/** @throws packet.not_found, packet.already_settled */
function unsettled(vault: OpenVault, packetId: string): Incoming {
  const incoming = previewsOf(vault).get(packetId)
  if (!incoming) throw new RelaisError('packet.not_found')
  refuseSettled(vault.reader, incoming)
  return incoming
}

/** @throws packet.already_settled */
function refuseSettled(db: Reader, { sender, packetId }: Incoming): void {
  if (receivedPacketBy(db, sender.fingerprint, packetId)) throw new RelaisError('packet.already_settled')
}

const person = ({ fingerprint, name, organisation }: MemberRecord) => ({ fingerprint, name, organisation })

/** @throws packet.not_owner when the sender may not speak of the case, packet.malformed */
function preview({ reader, me }: OpenVault, incoming: Incoming): Out<'exchange.open'> {
  const { packetId, createdOn, expiresOn, settled, sender } = incoming
  const head = { packetId, createdOn, expiresOn, settled, sender: person(sender) }
  switch (incoming.kind) {
    case 'answer': {
      const { kind, content, caseId, caseCode } = incoming
      const answers = sentPacketBy(reader, content.packetId)?.kind ?? 'case-share'
      const calledOff = answers === 'hand-over' && !isPending(reader, content.packetId, sender.fingerprint)
      return { ...head, kind, content, caseId, caseCode, answers, calledOff }
    }
    case 'directory':
      return { ...head, kind: incoming.kind, ...directoryEffect(reader, incoming.content) }
    case 'case-share':
    case 'hand-over': {
      const { kind, content } = incoming
      // Once it is settled it may well be somebody else's, and there is nothing left to ask.
      if (!settled) {
        if (kind === 'hand-over') demandGiver(reader, content, me.fingerprint)
        else demandSharer(reader, content)
      }
      return { ...head, kind, content, effect: effectOf(reader, content) }
    }
  }
}

/** Seals the answer that goes back, takes the packet in or not, and keeps what was decided: all or nothing. */
async function settle(
  context: VaultContext,
  packetId: string,
  decision: Pick<Answer, 'outcome' | 'reason'>,
): Promise<ReceivedPacket> {
  const opened = previewsOf(context.vault)
  const incoming = unsettled(context.vault, packetId)
  // Out of reach while the answer is being sealed: a second click must not settle it twice.
  opened.delete(packetId)
  try {
    return await settleOnce(context, incoming, decision)
  } catch (error) {
    opened.set(packetId, incoming)
    throw error
  }
}

async function settleOnce(
  context: VaultContext,
  incoming: Incoming,
  decision: Pick<Answer, 'outcome' | 'reason'>,
): Promise<ReceivedPacket> {
  const { vault, today } = context
  const { writer } = vault
  const { packetId, kind } = incoming
  // She may have been removed, or have renewed her card, since the packet was opened.
  const sender = verifiedSender(vault.reader, incoming.sender.fingerprint, today())
  const accepted = decision.outcome === 'accepted'
  // Of a refused packet nothing of the content remains, not even which case it was about.
  const { caseId, caseCode } = accepted ? subjectOf(incoming) : { caseId: null, caseCode: null }
  const answered =
    incoming.kind === 'answer'
      ? null
      : await sealOutgoing(vault, {
          kind: 'answer',
          content: { packetId, ...decision },
          caseId,
          caseCode,
          recipients: [sender],
          createdOn: today(),
          expiresOn: addDays(today(), answerDays),
        })
  const settled = writer.transaction((): ReceivedPacket => {
    // The same file may have been opened again while this answer, or the other one, was being sealed.
    refuseSettled(writer, incoming)
    const taken = accepted ? takeIn(vault, incoming, today()) : null
    if (answered) keepSealed(context, answered)
    const received: ReceivedPacket = {
      packetId,
      kind,
      sender: person(sender),
      caseId,
      caseCode: taken?.code ?? caseCode,
      ...decision,
      settledOn: today(),
      answerPacketId: answered?.packet.packetId ?? null,
    }
    insertReceived(writer, received, incoming)
    record(context, settledLine(received))
    return received
  })
  vault.sweepSoon()
  return settled
}

/** @returns the case that came with it, if one did */
function takeIn(vault: OpenVault, incoming: Incoming, today: PlainDate): CaseRecord | null {
  const { writer } = vault
  switch (incoming.kind) {
    case 'answer':
      takeInAnswer(vault, incoming.sender.fingerprint, incoming.content, today)
      return null
    case 'directory':
      takeInDirectory(writer, incoming.content, today)
      return null
    case 'case-share':
      return takeInShare(writer, incoming.content, today)
    case 'hand-over':
      return takeOver(vault, incoming.content, today)
  }
}

/** Of a refused packet the journal says no more than the vault keeps: not which case it was about. */
const settledLine = ({ packetId, kind, sender, caseId, outcome, reason }: ReceivedPacket): Line => ({
  action: outcome === 'accepted' ? 'exchange.accepted' : 'exchange.refused',
  subject: packetId,
  details: {
    kind,
    sender: sender.fingerprint,
    ...(caseId !== null && { case: caseId }),
    ...(reason !== null && { reason }),
  },
})

/** The consents are asked before anything is sealed, and once more when it is kept: one may be withdrawn meanwhile. */
async function sealCase(
  context: VaultContext,
  choice: Choice,
  expiresOn: PlainDate,
  job: Job,
): Promise<SentPacket> {
  const { vault, today } = context
  const { reader } = vault
  const content = composeShare(vault, choice)
  const recipients = recipientsOf(reader, choice.recipients, today())
  const [recipient] = recipients
  if (choice.handover && recipients.length !== 1) throw new RelaisError('packet.one_recipient')
  if (choice.handover) demandNoDrafts(vault, choice.caseId)
  demandCovered(reader, choice, content, recipients, today())
  const kind = choice.handover ? 'hand-over' : 'case-share'
  const sealed = await sealOutgoing(
    vault,
    { kind, content, recipients, createdOn: today(), expiresOn, purpose: choice.purpose },
    job,
  )
  return keepSealed(context, sealed, (writer, packetId) => {
    demandOwnCase(vault, choice.caseId)
    demandCovered(writer, choice, content, recipients, today())
    // What was saved while it was being sealed would be in nobody's case once she has it.
    if (choice.handover) demandNoDrafts(vault, choice.caseId)
    if (choice.handover && JSON.stringify(composeShare(vault, choice)) !== JSON.stringify(content))
      throw new RelaisError('packet.case_changed')
    if (choice.handover && recipient)
      startHandover(writer, choice.caseId, { packetId, recipient: recipient.fingerprint, since: today() })
  })
}

export const exchangeHandlers: VaultHandlers<'exchange'> = {
  'exchange.compose': (choice, { vault, today }) => {
    const content = composeShare(vault, choice)
    return { content, gaps: gapsOf(vault.reader, choice, content, today()) }
  },

  'exchange.coverage': (choice, { vault, today }) => coverageOf(vault, choice, today()),

  'exchange.seal': ({ jobId, expiresOn, ...choice }, context) =>
    context.runJob(jobId, (job) => sealCase(context, choice, expiresOn, job)),

  'exchange.callOffHandover': ({ caseId }, context) => {
    callOffHandover(context, caseId)
    return {}
  },

  'exchange.file': ({ packetId }, { vault, today }) => {
    demandStillCovered(vault, packetId, today())
    const file = sentFile(vault.reader, packetId)
    if (!file) throw new RelaisError('packet.not_found')
    return file
  },

  'exchange.markSaved': ({ packetId }, { vault, today }) => {
    markSaved(vault.writer, packetId, today())
    return {}
  },

  'exchange.open': ({ bytes, jobId }, context) =>
    context.runJob(jobId, async (job) => {
      const { vault, today } = context
      const incoming = await openIncoming(vault, bytes, today(), job)
      const opened = previewsOf(vault)
      const waiting = opened.get(incoming.packetId)
      // Another's packet under the same id must not take the place of the one that is being looked at.
      if (waiting && waiting.contentHash !== incoming.contentHash) throw new RelaisError('packet.id_reused')
      if (!waiting && opened.size >= openPackets) throw new RelaisError('packet.too_many_open')
      const shown = preview(vault, incoming)
      recordIfPossible(context, {
        action: 'exchange.opened',
        subject: incoming.packetId,
        details: { kind: incoming.kind, sender: incoming.sender.fingerprint },
      })
      opened.set(incoming.packetId, incoming)
      return shown
    }),

  'exchange.accept': ({ packetId }, context) =>
    settle(context, packetId, { outcome: 'accepted', reason: null }),

  'exchange.refuse': ({ packetId, reason }, context) =>
    settle(context, packetId, { outcome: 'refused', reason }),

  'exchange.forget': ({ packetId }, { vault }) => {
    previewsOf(vault).delete(packetId)
    return {}
  },

  'exchange.sent': (_, { vault }) => ({ packets: sentPackets(vault.reader) }),

  'exchange.received': (_, { vault }) => ({ packets: receivedPackets(vault.reader) }),
}
