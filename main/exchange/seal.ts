import { randomBytes } from 'node:crypto'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import { sealPacket } from '../../shared/packet/packet.ts'
import { headInPacket, keepHead, type SignedHead, signedHead } from '../journal/journal-heads.store.ts'
import { record } from '../journal/record.ts'
import { type MemberRecord, nextSequence, returnSequence } from '../members/members.store.ts'
import type { Writer } from '../vault/database.ts'
import type { Job, VaultContext } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { outlineOf, type PacketContent, partNames } from './content.ts'
import { insertSent, type SealedRecord, sentPacketBy } from './exchange.store.ts'

/** No packet is good for longer: box keys are renewed, and old ones destroyed once nothing in flight needs them. */
const longestDays = 90
/** An answer travels by the same stick or mail as what it answers, often weeks later. */
export const answerDays = 90

/** What is sealed, and what the list of sent packets keeps of it. */
export type Outgoing = PacketContent & {
  /** What a case is sent for. */
  readonly purpose?: string
  readonly recipients: readonly MemberRecord[]
  readonly createdOn: PlainDate
  readonly expiresOn: PlainDate
}

/** A sealed packet, the end of the journal that it holds, and its number at each recipient. */
interface Sealed {
  readonly packet: SealedRecord
  readonly head: SignedHead | null
  readonly numbers: readonly { readonly fingerprint: string; readonly sequence: number }[]
}

/**
 * Seals a packet; `keepSealed` then puts it with the packets sent. The feature that seals asks first whether it may leave.
 * @throws packet.bad_expiry, app.cancelled
 */
export async function sealOutgoing(vault: OpenVault, outgoing: Outgoing, job?: Job): Promise<Sealed> {
  const { writer, me } = vault
  const { kind, createdOn, expiresOn } = outgoing
  if (expiresOn < createdOn || expiresOn > addDays(createdOn, longestDays))
    throw new RelaisError('packet.bad_expiry')
  const part = {
    name: partNames[kind],
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
        practice: vault.practice,
        ...(head && { journalHead: headInPacket(head) }),
      },
      job,
    )
    const fileName = `${randomBytes(8).toString('hex')}.relais`
    const { recipients: members } = outgoing
    const packet = {
      packetId,
      kind,
      ...outlineOf(outgoing),
      purpose: outgoing.purpose ?? null,
      recipients: members,
      createdOn,
      expiresOn,
      fileName,
      file: bytes,
    }
    return { packet, head, numbers: recipients }
  } catch (error) {
    returnNumbers(writer, recipients)
    throw error
  } finally {
    part.bytes.fill(0)
  }
}

/** A number that no packet bears would look like a packet lost on the way. */
function returnNumbers(writer: Writer, numbers: Sealed['numbers']): void {
  for (const { fingerprint, sequence } of numbers) returnSequence(writer, fingerprint, sequence)
}

/**
 * Keeps a sealed packet's file, so that it can be saved as often as needed, and says in the journal that it was made.
 * @param still asked in the same transaction whether the packet may leave, since sealing takes time; what it throws leaves nothing behind
 */
export function keepSealed(
  context: Pick<VaultContext, 'vault' | 'now'>,
  { packet: kept, head, numbers }: Sealed,
  still: (writer: Writer, packetId: string) => void = () => undefined,
): SentPacket {
  const { writer } = context.vault
  const { packetId, kind, caseId, sections, stepIds, recipients } = kept
  const ofCase = kind === 'case-share' || kind === 'hand-over'
  const keep = () => {
    still(writer, packetId)
    insertSent(writer, kept)
    if (head) keepHead(writer, { ...head, heldBy: 'packet', reference: packetId })
    const details = {
      kind,
      recipients: recipients.length,
      ...(caseId !== null && { case: caseId }),
      ...(ofCase && { sections: sections.join(','), steps: stepIds.length }),
    }
    record(context, { action: 'exchange.sealed', subject: packetId, details })
  }
  try {
    writer.transaction(keep)
  } catch (error) {
    returnNumbers(writer, numbers)
    throw error
  }
  const sent = sentPacketBy(writer, packetId)
  if (!sent) throw new RelaisError('packet.not_found')
  const { stepIds: _, ...packet } = sent
  return packet
}
