import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import { type Card, cardToQrText, decodeCard, encodeCard } from '../../shared/members/card.ts'
import { fingerprintOf, fingerprintWords } from '../../shared/members/fingerprint.ts'
import {
  type CardEffect,
  cardFileLimit,
  type Member,
  type MemberCard,
} from '../../shared/members/members.contract.ts'
import type { Reader } from '../vault/database.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import type { CardValidity } from '../vault/identity.store.ts'
import { cardValidity } from '../vault/identity.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import {
  deleteMember,
  isNameTaken,
  type MemberRecord,
  memberBy,
  membersOf,
  putMember,
  setVerified,
} from './members.store.ts'

function myCard({ me, practice }: OpenVault, validity: CardValidity): Uint8Array<ArrayBuffer> {
  const [box] = me.boxes
  if (!box) throw new RelaisError('vault.database_damaged')
  const { name, organisation, sector } = me
  return encodeCard({
    name,
    organisation,
    sector,
    ...validity,
    signPublicKey: me.sign.publicKey,
    signSecretKey: me.sign.secretKey,
    boxPublicKey: box.publicKey,
    practice,
  })
}

const described = (
  fingerprint: string,
  { name, organisation, sector, validUntil }: Pick<Card, 'name' | 'organisation' | 'sector' | 'validUntil'>,
): MemberCard => ({
  fingerprint,
  words: { fr: fingerprintWords(fingerprint, 'fr'), en: fingerprintWords(fingerprint, 'en') },
  name,
  organisation,
  sector,
  validUntil,
})

function asMember(record: MemberRecord, today: PlainDate): Member {
  const { trust, verifiedOn, addedOn, validUntil } = record
  return { ...described(record.fingerprint, record), trust, verifiedOn, addedOn, expired: validUntil < today }
}

/**
 * @throws members.card_malformed and the other refusals of a card, members.card_is_mine, members.card_of_practice,
 *   members.card_not_of_practice
 */
function readCard(
  bytes: Uint8Array,
  { me, practice }: OpenVault,
  today: PlainDate,
): { card: Card; fingerprint: string } {
  if (bytes.length > cardFileLimit) throw new RelaisError('members.card_malformed')
  const card = decodeCard(bytes, { today })
  // Where cards don't meet, packets can't either.
  if (card.practice !== practice) {
    throw new RelaisError(card.practice ? 'members.card_of_practice' : 'members.card_not_of_practice')
  }
  const fingerprint = fingerprintOf(card.signPublicKey)
  if (fingerprint === me.fingerprint) throw new RelaisError('members.card_is_mine')
  return { card, fingerprint }
}

function effectOf(db: Reader, card: Card, fingerprint: string): CardEffect {
  const known = memberBy(db, fingerprint)
  if (!known) return isNameTaken(db, card.name, card.organisation, fingerprint) ? 'sameName' : 'new'
  return known.validFrom < card.validFrom ? 'renewal' : 'known'
}

/** @throws members.not_found */
function demandMember(db: Reader, fingerprint: string): MemberRecord {
  const record = memberBy(db, fingerprint)
  if (!record) throw new RelaisError('members.not_found')
  return record
}

export const membersHandlers: VaultHandlers<'members'> = {
  'members.me': (_, { vault, today }) => {
    const { me, writer } = vault
    const validity = cardValidity(writer, today())
    return {
      ...described(me.fingerprint, { ...me, ...validity }),
      qrText: cardToQrText(myCard(vault, validity)),
    }
  },

  // The file is named after nobody: its name shows in mail and on sticks.
  'members.cardFile': (_, { vault, today }) => ({
    name: `${vault.me.fingerprint.slice(0, 8)}.relais-card`,
    bytes: myCard(vault, cardValidity(vault.writer, today())),
  }),

  'members.readCard': ({ bytes }, { vault, today }) => {
    const { card, fingerprint } = readCard(bytes, vault, today())
    return { card: described(fingerprint, card), effect: effectOf(vault.reader, card, fingerprint) }
  },

  'members.takeCard': ({ bytes }, { vault, today }) => {
    const { card, fingerprint } = readCard(bytes, vault, today())
    // An older card of someone known would put an old box key back.
    if (effectOf(vault.reader, card, fingerprint) !== 'known') {
      putMember(vault.writer, {
        fingerprint,
        name: card.name,
        organisation: card.organisation,
        sector: card.sector,
        signPublic: card.signPublicKey,
        boxPublic: card.boxPublicKey,
        validFrom: card.validFrom,
        validUntil: card.validUntil,
        addedOn: today(),
      })
    }
    return asMember(demandMember(vault.reader, fingerprint), today())
  },

  'members.list': (_, { vault, today }) => ({
    members: membersOf(vault.reader).map((record) => asMember(record, today())),
  }),

  'members.verify': ({ fingerprint, on }, { vault, today }) => {
    demandMember(vault.reader, fingerprint)
    if (on > today()) throw new RelaisError('app.bad_request')
    setVerified(vault.writer, fingerprint, on)
    return asMember(demandMember(vault.reader, fingerprint), today())
  },

  'members.remove': ({ fingerprint }, { vault }) => {
    demandMember(vault.reader, fingerprint)
    deleteMember(vault.writer, fingerprint)
    vault.sweepSoon()
    return {}
  },
}
