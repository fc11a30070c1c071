import { randomBytes } from 'node:crypto'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import type { Answer, SharedCase } from '../../shared/exchange/payload.ts'
import { sealPacket } from '../../shared/packet/packet.ts'
import { type MemberRecord, nextSequence } from '../members/members.store.ts'
import type { Job } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { insertSent, sentPacketBy } from './exchange.store.ts'

/** The parts of a packet, by kind. */
export const casePart = 'case.json'
export const answerPart = 'answer.json'

/** No packet is good for longer: box keys are renewed, and old ones destroyed once nothing in flight needs them. */
const longestDays = 90
/** An answer travels by the same stick or mail as what it answers, often weeks later. */
export const answerDays = 90

/** What is sealed, and what the list of sent packets keeps of it. */
export type Outgoing = (
  | { readonly kind: 'case-share'; readonly content: SharedCase }
  | {
      readonly kind: 'answer'
      readonly content: Answer
      readonly caseId: string | null
      readonly caseCode: string | null
    }
) & {
  readonly recipients: readonly MemberRecord[]
  readonly createdOn: PlainDate
  readonly expiresOn: PlainDate
}

/**
 * Seals a packet and keeps its file with the packets sent, ready to be saved as often as needed.
 * @throws packet.bad_expiry, app.cancelled
 */
export async function sealOutgoing(
  { writer, me }: OpenVault,
  outgoing: Outgoing,
  job?: Job,
): Promise<SentPacket> {
  const { kind, recipients, createdOn, expiresOn } = outgoing
  if (expiresOn < createdOn || expiresOn > addDays(createdOn, longestDays))
    throw new RelaisError('packet.bad_expiry')
  const part = {
    name: kind === 'answer' ? answerPart : casePart,
    bytes: new TextEncoder().encode(JSON.stringify(outgoing.content)),
  }
  const sealed = await sealPacket(
    {
      sender: { signKeys: me.sign },
      recipients: recipients.map(({ fingerprint, boxPublic }) => ({
        fingerprint,
        boxPublicKey: boxPublic,
        sequence: nextSequence(writer, fingerprint),
      })),
      kind,
      created: createdOn,
      expires: expiresOn,
      directoryNumber: 0,
      parts: [part],
    },
    job,
  )
  writer.transaction(() =>
    insertSent(writer, {
      packetId: sealed.packetId,
      kind,
      ...about(outgoing),
      recipients,
      createdOn,
      expiresOn,
      fileName: `${randomBytes(8).toString('hex')}.relais`,
      file: sealed.bytes,
    }),
  )
  const sent = sentPacketBy(writer, sealed.packetId)
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
