import { randomBytes } from 'node:crypto'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import type { Answer, SharedCase } from '../../shared/exchange/payload.ts'
import { sealPacket } from '../../shared/packet/packet.ts'
import { headInPacket, keepHead, type SignedHead, signedHead } from '../journal/journal-heads.store.ts'
import { record } from '../journal/record.ts'
import { type MemberRecord, nextSequence, returnSequence } from '../members/members.store.ts'
import type { Job, VaultContext } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { insertSent, type SealedRecord, sentPacketBy } from './exchange.store.ts'

/** The parts of a packet, by kind. */
export const casePart = 'case.json'
export const answerPart = 'answer.json'

/** No packet is good for longer: box keys are renewed, and old ones destroyed once nothing in flight needs them. */
const longestDays = 90
/** An answer travels by the same stick or mail as what it answers, often weeks later. */
export const answerDays = 90

/** What a packet says, by kind, whichever way it goes. An answer names the case only where it may be named. */
export type PacketContent =
  | { readonly kind: 'case-share'; readonly content: SharedCase }
  | {
      readonly kind: 'answer'
      readonly content: Answer
      readonly caseId: string | null
      readonly caseCode: string | null
    }

/** What is sealed, and what the list of sent packets keeps of it. */
export type Outgoing = PacketContent & {
  readonly recipients: readonly MemberRecord[]
  readonly createdOn: PlainDate
  readonly expiresOn: PlainDate
}

/** A sealed packet, and the end of the journal that it holds. */
export interface Sealed {
  readonly packet: SealedRecord
  readonly head: SignedHead | null
}

/**
 * Seals a packet; `keepSealed` then puts it with the packets sent.
 * @throws packet.bad_expiry, app.cancelled
 */
export async function sealOutgoing(vault: OpenVault, outgoing: Outgoing, job?: Job): Promise<Sealed> {
  const { writer, me } = vault
  const { kind, createdOn, expiresOn } = outgoing
  if (expiresOn < createdOn || expiresOn > addDays(createdOn, longestDays))
    throw new RelaisError('packet.bad_expiry')
  const part = {
    name: kind === 'answer' ? answerPart : casePart,
    bytes: new TextEncoder().encode(JSON.stringify(outgoing.content)),
  }
  const recipients = outgoing.recipients.map(({ fingerprint, boxPublic }) => ({
    fingerprint,
    boxPublicKey: boxPublic,
    sequence: nextSequence(writer, fingerprint),
  }))
  const head = signedHead(vault)
  try {
    const { packetId, bytes } = await sealPacket(
      {
        sender: { signKeys: me.sign },
        recipients,
        kind,
        created: createdOn,
        expires: expiresOn,
        directoryNumber: 0,
        parts: [part],
        ...(head && { journalHead: headInPacket(head) }),
      },
      job,
    )
    const fileName = `${randomBytes(8).toString('hex')}.relais`
    const { recipients: members } = outgoing
    const packet = {
      packetId,
      kind,
      ...about(outgoing),
      recipients: members,
      createdOn,
      expiresOn,
      fileName,
      file: bytes,
    }
    return { packet, head }
  } catch (error) {
    // A number that no packet bears would look like a packet lost on the way.
    for (const { fingerprint, sequence } of recipients) returnSequence(writer, fingerprint, sequence)
    throw error
  } finally {
    part.bytes.fill(0)
  }
}

/** Keeps a sealed packet's file, so that it can be saved as often as needed, and says in the journal that it was made. */
export function keepSealed(
  context: Pick<VaultContext, 'vault' | 'now'>,
  { packet: kept, head }: Sealed,
): SentPacket {
  const { writer } = context.vault
  const { packetId, kind, caseId, sections, stepIds, recipients } = kept
  writer.transaction(() => {
    insertSent(writer, kept)
    if (head) keepHead(writer, { ...head, heldBy: 'packet', reference: packetId })
    const details = {
      kind,
      recipients: recipients.length,
      ...(caseId !== null && { case: caseId }),
      ...(kind === 'case-share' && { sections: sections.join(','), steps: stepIds.length }),
    }
    record(context, { action: 'exchange.sealed', subject: packetId, details })
  })
  const sent = sentPacketBy(writer, packetId)
  if (!sent) throw new RelaisError('packet.not_found')
  const { stepIds: _, ...packet } = sent
  return packet
}

function about(outgoing: Outgoing) {
  if (outgoing.kind === 'answer') {
    const { caseId, caseCode } = outgoing
    return { caseId, caseCode, sections: [], stepIds: [] }
  }
  const { id, code, sections, steps } = outgoing.content
  return {
    caseId: id,
    caseCode: code,
    sections: [...new Set(sections.map(({ name }) => name))],
    stepIds: steps.map((step) => step.id),
  }
}
