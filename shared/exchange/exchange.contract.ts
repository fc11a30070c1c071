import { z } from 'zod'
import { consentGap } from '../cases/consent-match.ts'
import { sectionName } from '../cases/sections.ts'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { bytes, code, fingerprint, id, packetId } from '../fields.ts'
import { isCodeOf } from '../vocab/code-list.ts'
import { refusalReasons } from '../vocab/referral.ts'
import { answer, answerOutcome, refusalReason, sharedCase, stepsLimit } from './payload.ts'

/** Largest packet file that is read, in bytes. The renderer looks at the size before it reads a single byte. */
export const packetFileLimit = 64 * 1024 * 1024
/** Recipients of one packet: the whole coalition. */
const recipientLimit = 60

/** As in the manifest: shared/packet/manifest.ts. */
const packetKind = z.enum(['case-share', 'hand-over', 'answer', 'directory'])

const choice = z.strictObject({
  caseId: id,
  sections: z.array(sectionName).max(20),
  stepIds: z.array(id).max(stepsLimit),
  recipients: z.array(fingerprint).max(recipientLimit),
  /** What it is sent for: the consent, or the legal ground, must be for this very purpose. */
  purpose: code,
  /**
   * Not a copy: the case goes over to the one recipient, whole, once she accepts it. Sections, steps and purpose are then
   * not asked for: all of it leaves, to whoever sees to what follows.
   */
  handover: z.boolean().default(false),
})

/** Why it can't go to this recipient as things stand. */
const recipientGap = z.strictObject({ recipient: fingerprint, gap: consentGap })

const person = z.strictObject({ fingerprint, name: z.string(), organisation: z.string() })

export const sentPacket = z.strictObject({
  packetId,
  kind: packetKind,
  caseId: id.nullable(),
  caseCode: z.string().nullable(),
  recipients: z.array(
    person.extend({
      outcome: answerOutcome.nullable(),
      reason: refusalReason.nullable(),
      answeredOn: plainDate.nullable(),
    }),
  ),
  sections: z.array(sectionName),
  stepCount: z.number().int(),
  createdOn: plainDate,
  expiresOn: plainDate,
  savedOn: plainDate.nullable(),
  size: z.number().int(),
  /** A hand-over that waits for its answer; false once it was answered or called off, and for every other kind. */
  pending: z.boolean(),
})
export type SentPacket = z.infer<typeof sentPacket>

export const receivedPacket = z.strictObject({
  packetId,
  kind: packetKind,
  sender: person,
  caseId: id.nullable(),
  caseCode: z.string().nullable(),
  outcome: answerOutcome,
  reason: refusalReason.nullable(),
  settledOn: plainDate,
  /** The answer that waits to be saved and handed back; null for an answer, which needs none. */
  answerPacketId: packetId.nullable(),
})
export type ReceivedPacket = z.infer<typeof receivedPacket>

/** What accepting a case share would do to the vault. */
const shareEffect = z.enum(['new', 'update', 'nothingNew', 'conflict'])

const previewHead = z.strictObject({
  packetId,
  sender: person,
  createdOn: plainDate,
  expiresOn: plainDate,
  /** Set when this very packet was settled before: it is shown, and nothing more can happen. */
  settled: receivedPacket.nullable(),
})
export const packetPreview = z.discriminatedUnion('kind', [
  previewHead.extend({ kind: z.literal('case-share'), content: sharedCase, effect: shareEffect }),
  previewHead.extend({ kind: z.literal('hand-over'), content: sharedCase, effect: shareEffect }),
  previewHead.extend({
    kind: z.literal('directory'),
    /** Entries by what taking them in would do; `conflict`: changed here at the same time, both are kept. */
    counts: z.strictObject({
      new: z.number().int(),
      update: z.number().int(),
      same: z.number().int(),
      conflict: z.number().int(),
    }),
    /** Organisations that are new or changed, the first hundred. */
    organisations: z.array(z.strictObject({ organisation: z.string(), effect: z.string() })).max(100),
  }),
  previewHead.extend({
    kind: z.literal('answer'),
    content: answer,
    caseId: id.nullable(),
    caseCode: z.string().nullable(),
    /** The kind of my packet that it answers. */
    answers: packetKind,
    /** To a hand-over that I had called off: if she accepted it, two of us hold the case. */
    calledOff: z.boolean(),
  }),
])
export type PacketPreview = z.infer<typeof packetPreview>

/** Names a long piece of work, so that its progress can be followed and it can be cancelled. */
const jobId = id

export const exchangeContract = {
  /** Exactly what would leave, before anything is sealed. */
  'exchange.compose': {
    at: 'vault',
    needs: 'unlocked',
    in: choice,
    out: z.strictObject({
      content: sharedCase,
      /** Why it can't leave as it stands: one for each recipient whom nothing covers. Empty: it may be sealed. */
      gaps: z.array(recipientGap),
    }),
  },
  /**
   * What the consents of the case let go for this purpose, to these recipients, with these steps: asked while choosing, before
   * there is anything to look at. The sections of the choice don't matter.
   */
  'exchange.coverage': {
    at: 'vault',
    needs: 'unlocked',
    in: choice,
    out: z.strictObject({
      /** Those to whom nothing at all may go. */
      gaps: z.array(recipientGap),
      /** To the others: each section that may not go along. */
      uncovered: z.array(recipientGap.extend({ section: sectionName })),
      /** Of a hand-over: where words were begun that would be in nobody's case once it is hers. They have to be settled first. */
      drafts: z.array(z.union([sectionName, z.literal('step')])),
    }),
  },
  'exchange.seal': {
    at: 'vault',
    needs: 'unlocked',
    in: choice.extend({ expiresOn: plainDate, jobId }),
    out: sentPacket,
  },
  /** Calls off a hand-over that nobody has answered: the case is hers to change again. The packet may still be out there. */
  'exchange.callOffHandover': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ caseId: id }),
    out: nothing,
  },
  /** The sealed file of a packet that I made. It is ciphertext: it may pass through the shell. */
  'exchange.file': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ packetId }),
    out: z.strictObject({ name: z.string(), bytes }),
  },
  'exchange.markSaved': { at: 'vault', needs: 'unlocked', in: z.strictObject({ packetId }), out: nothing },
  /** Writes a sealed packet where the person chooses; null when she changed her mind. */
  'exchange.save': {
    at: 'shell',
    needs: 'unlocked',
    in: z.strictObject({ packetId }),
    out: z.strictObject({ path: z.string().nullable() }),
  },
  /** Opens a packet in memory. Nothing is kept before it is accepted. */
  'exchange.open': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ bytes, jobId }),
    out: packetPreview,
  },
  'exchange.accept': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ packetId }),
    out: receivedPacket,
  },
  /** The reason is one of the list: what is written into the journal is never a person's own words. */
  'exchange.refuse': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({
      packetId,
      reason: refusalReason.refine((reason) => isCodeOf(refusalReasons, reason)),
    }),
    out: receivedPacket,
  },
  /** Closes the preview without a decision; the opened content is forgotten. */
  'exchange.forget': { at: 'vault', needs: 'unlocked', in: z.strictObject({ packetId }), out: nothing },
  'exchange.sent': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ packets: z.array(sentPacket) }),
  },
  'exchange.received': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ packets: z.array(receivedPacket) }),
  },
} as const satisfies ChannelTable
