import type { PlainDate } from '../../shared/dates.ts'
import { directoryPayload } from '../../shared/directory/payload.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { answer, type SharedCase, sharedCase } from '../../shared/exchange/payload.ts'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import { type OpenedPacket, openPacket } from '../../shared/packet/packet.ts'
import { isCaseCode } from '../../shared/vocab/case-words.ts'
import { type MemberRecord, memberBy } from '../members/members.store.ts'
import type { Reader } from '../vault/database.ts'
import type { Job } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type PacketContent, partNames } from './content.ts'
import { receivedPacketBy, sentPacketBy } from './exchange.store.ts'

/** A packet that opened, held in memory until someone accepts, refuses or closes it. */
export type Incoming = PacketContent & {
  readonly packetId: string
  readonly contentHash: string
  readonly sender: MemberRecord
  readonly createdOn: PlainDate
  readonly expiresOn: PlainDate
  readonly settled: ReceivedPacket | null
  /** See `Manifest.journalHead`. */
  readonly journalHead: string | null
}

/**
 * Opens a packet file. Whatever refuses it, nothing of its content is known outside this function.
 * @throws every refusal of `openPacket`; packet.unknown_sender, packet.unverified_sender, packet.sender_card_expired,
 *   packet.id_reused, packet.malformed, packet.not_owner, packet.not_found
 */
export async function openIncoming(
  vault: OpenVault,
  file: Uint8Array,
  today: PlainDate,
  job: Job,
): Promise<Incoming> {
  const { reader, me } = vault
  const opened = await openPacket(
    file,
    { fingerprint: me.fingerprint, boxKeys: me.boxes, practice: vault.practice },
    { ...job, now: today },
  )
  const sender = verifiedSender(reader, fingerprintOf(opened.senderSignPublicKey), today)
  const { packetId, created, expires, journalHead } = opened.manifest
  const before = receivedPacketBy(reader, sender.fingerprint, packetId)
  if (before && before.contentHash !== opened.contentHash) throw new RelaisError('packet.id_reused')
  return {
    ...contentOf(vault, opened, sender),
    packetId,
    contentHash: opened.contentHash,
    sender,
    createdOn: created,
    expiresOn: expires,
    settled: before?.packet ?? null,
    journalHead,
  }
}

/**
 * The sender, fit to be read from. A card that has run out stops her packets too: whether she was revoked since is not to
 * be known here, and the new card that she hands over says that she was not.
 * @throws packet.unknown_sender, packet.unverified_sender, packet.sender_card_expired
 */
export function verifiedSender(db: Reader, fingerprint: string, today: PlainDate): MemberRecord {
  const sender = memberBy(db, fingerprint)
  if (!sender) throw new RelaisError('packet.unknown_sender')
  if (sender.trust !== 'verified') throw new RelaisError('packet.unverified_sender')
  if (sender.validUntil < today) throw new RelaisError('packet.sender_card_expired')
  return sender
}

function contentOf({ reader }: OpenVault, opened: OpenedPacket, sender: MemberRecord): PacketContent {
  const { kind, recipients } = opened.manifest
  switch (kind) {
    case 'answer': {
      const content = parsePart(opened, answer)
      const sent = sentPacketBy(reader, content.packetId)
      if (!sent?.recipients.some(({ fingerprint }) => fingerprint === sender.fingerprint)) {
        throw new RelaisError('packet.not_found')
      }
      return { kind, content, caseId: sent.caseId, caseCode: sent.caseCode }
    }
    case 'directory':
      return { kind, content: parsePart(opened, directoryPayload) }
    case 'hand-over':
      // Two who were each told that the case is now theirs: no honest program writes that.
      if (recipients.length !== 1) throw new RelaisError('packet.malformed')
      return { kind, content: caseOf(opened, sender) }
    case 'case-share':
      return { kind, content: caseOf(opened, sender) }
  }
}

function caseOf(opened: OpenedPacket, sender: MemberRecord): SharedCase {
  const content = parsePart(opened, sharedCase)
  // A code is shown everywhere as harmless: no name, no sentence may pass for one.
  if (!isCaseCode(content.code)) throw new RelaisError('packet.malformed')
  // Only its owner shares or hands over a case; anyone else would be passing on what was entrusted to her.
  if (content.owner !== sender.fingerprint) throw new RelaisError('packet.not_owner')
  // What she has transferred is not hers any more.
  if (content.status === 'transferred') throw new RelaisError('packet.malformed')
  // Nor may she sign with another's name: the screen says who wrote each section.
  if ([...content.sections, ...content.steps].some(({ author }) => author !== sender.fingerprint))
    throw new RelaisError('packet.malformed')
  return content
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

function parsePart<T>({ manifest, parts }: OpenedPacket, schema: Schema<T>): T {
  const [part] = parts
  if (!part || parts.length !== 1 || part.name !== partNames[manifest.kind])
    throw new RelaisError('packet.malformed')
  try {
    const parsed = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(part.bytes)))
    if (parsed.success) return parsed.data
  } catch {
    // Not JSON, or not UTF-8: the same refusal.
  }
  throw new RelaisError('packet.malformed')
}
