import { memberBy, membersOf } from '../members/members.store.ts'
import type { Reader } from '../vault/database.ts'
import { identityRow } from '../vault/identity.store.ts'
import type { Line } from './journal.store.ts'
import type { Telling } from './telling.ts'

type MemberChannel =
  | 'members.me'
  | 'members.cardFile'
  | 'members.readCard'
  | 'members.takeCard'
  | 'members.list'
  | 'members.verify'
  | 'members.remove'

/** My own card is renewed on the way to whoever asks for it. */
function renewal(db: Reader, fingerprint: string): () => Line[] {
  const before = identityRow(db).validUntil
  return () => {
    const { validUntil } = identityRow(db)
    return validUntil === before
      ? []
      : [{ action: 'members.card_renewed', subject: fingerprint, details: { until: validUntil } }]
  }
}

export const memberLines: { readonly [K in MemberChannel]: Telling<K> } = {
  'members.me': { change: (_, { vault: { reader, me } }) => renewal(reader, me.fingerprint) },

  // The shell asks for the file when a person wants it written; that she then changed her mind is not told.
  'members.cardFile': {
    change: (_, { vault: { reader, me } }) => {
      const renewed = renewal(reader, me.fingerprint)
      return () => [...renewed(), { action: 'members.card_saved', subject: me.fingerprint, details: {} }]
    },
  },

  'members.readCard': 'silent',

  'members.takeCard': {
    change: (_, { vault: { reader } }) => {
      const before = new Map(membersOf(reader).map((one) => [one.fingerprint, one.validFrom]))
      return ({ fingerprint }) => {
        // An older card of someone known changes nothing.
        if (memberBy(reader, fingerprint)?.validFrom === before.get(fingerprint)) return []
        const effect = before.has(fingerprint) ? 'renewal' : 'new'
        return [{ action: 'members.added', subject: fingerprint, details: { effect } }]
      }
    },
  },

  'members.list': 'silent',

  'members.verify': {
    change: ({ fingerprint, on }) => {
      return () => [{ action: 'members.verified', subject: fingerprint, details: { on } }]
    },
  },

  'members.remove': {
    change: ({ fingerprint }) => {
      return () => [{ action: 'members.removed', subject: fingerprint, details: {} }]
    },
  },
}
