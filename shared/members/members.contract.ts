import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { bytes, fingerprint } from '../fields.ts'
import { codesOf } from '../vocab/code-list.ts'
import { coalitionSectors } from '../vocab/members.ts'

const coalitionSector = z.enum(codesOf(coalitionSectors))
/** Names as they stand on a card: one visible line, long enough for the longest organisation of the field. */
export const cardName = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u)

/** What a person says of herself when she creates her vault. */
export const identity = z.strictObject({ name: cardName, organisation: cardName, sector: coalitionSector })
export type Identity = z.infer<typeof identity>

/** Trust, in the order in which it grows. Nothing is sent to, or read from, someone unverified. */
export const trust = z.enum(['unverified', 'verified'])
export type Trust = z.infer<typeof trust>

export const memberCard = z.strictObject({
  fingerprint,
  words: z.strictObject({ fr: z.array(z.string()).length(12), en: z.array(z.string()).length(12) }),
  name: z.string(),
  organisation: z.string(),
  sector: z.string(),
  validUntil: plainDate,
})
export type MemberCard = z.infer<typeof memberCard>

export const member = memberCard.extend({
  trust,
  verifiedOn: plainDate.nullable(),
  addedOn: plainDate,
  expired: z.boolean(),
})
export type Member = z.infer<typeof member>

/** A card file is some 300 bytes; anything much larger is not one. */
export const cardFileLimit = 4096

/** What taking a card would do. `sameName`: somebody of that name is known under another key, which needs a word with her. */
export const cardEffect = z.enum(['new', 'renewal', 'known', 'sameName'])
export type CardEffect = z.infer<typeof cardEffect>

export const membersContract = {
  'members.me': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: memberCard.extend({ qrText: z.string() }),
  },
  'members.cardFile': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ name: z.string(), bytes }),
  },
  /** Writes my card where the person chooses; null when she changed her mind. */
  'members.saveCard': {
    at: 'shell',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ path: z.string().nullable() }),
  },
  'members.readCard': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ bytes }),
    out: z.strictObject({ card: memberCard, effect: cardEffect }),
  },
  'members.takeCard': { at: 'vault', needs: 'unlocked', in: z.strictObject({ bytes }), out: member },
  'members.list': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ members: z.array(member) }),
  },
  'members.verify': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ fingerprint, on: plainDate }),
    out: member,
  },
  'members.remove': { at: 'vault', needs: 'unlocked', in: z.strictObject({ fingerprint }), out: nothing },
} as const satisfies ChannelTable
