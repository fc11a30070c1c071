import type { Out } from '../../shared/contract.ts'
import { addDays } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import type { Answer } from '../../shared/exchange/payload.ts'
import type { Line } from '../journal/journal.store.ts'
import { record, recordIfPossible } from '../journal/record.ts'
import type { MemberRecord } from '../members/members.store.ts'
import type { Reader } from '../vault/database.ts'
import type { VaultContext, VaultHandlers } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { composeShare, recipientsOf } from './compose.ts'
import {
  insertReceived,
  markSaved,
  receivedPacketBy,
  receivedPackets,
  sentFile,
  sentPackets,
} from './exchange.store.ts'
import { type Incoming, openIncoming, verifiedSender } from './open.ts'
import { answerDays, keepSealed, sealOutgoing } from './seal.ts'
import { effectOf, takeInAnswer, takeInShare } from './take-in.ts'

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

function preview(vault: OpenVault, incoming: Incoming): Out<'exchange.open'> {
  const { packetId, createdOn, expiresOn, settled } = incoming
  const head = { packetId, createdOn, expiresOn, settled, sender: person(incoming.sender) }
  if (incoming.kind === 'answer') {
    const { kind, content, caseId, caseCode } = incoming
    return { ...head, kind, content, caseId, caseCode }
  }
  return {
    ...head,
    kind: incoming.kind,
    content: incoming.content,
    effect: effectOf(vault.reader, incoming.content),
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
    const taken =
      accepted && incoming.kind === 'case-share' ? takeInShare(writer, incoming.content, today()) : null
    if (accepted && incoming.kind === 'answer')
      takeInAnswer(vault, sender.fingerprint, incoming.content, today())
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

const subjectOf = (incoming: Incoming): { caseId: string | null; caseCode: string | null } =>
  incoming.kind === 'answer' ? incoming : { caseId: incoming.content.id, caseCode: incoming.content.code }

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

export const exchangeHandlers: VaultHandlers<'exchange'> = {
  'exchange.compose': (choice, { vault }) => ({ content: composeShare(vault, choice), gaps: [] }),

  'exchange.callOffHandover': () => {
    throw new RelaisError('app.unexpected')
  },

  'exchange.seal': ({ jobId, expiresOn, ...choice }, context) =>
    context.runJob(jobId, async (job) => {
      const { vault, today } = context
      const content = composeShare(vault, choice)
      const recipients = recipientsOf(vault.reader, choice.recipients, today())
      const outgoing = { kind: 'case-share', content, recipients, createdOn: today(), expiresOn } as const
      return keepSealed(context, await sealOutgoing(vault, outgoing, job))
    }),

  'exchange.file': ({ packetId }, { vault }) => {
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
