import type { Consent, Withheld } from '../../shared/cases/consent.ts'
import {
  type ConsentGap,
  consentFor,
  type Disclosure,
  type PersonInProfile,
} from '../../shared/cases/consent-match.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { CaseRecord } from '../cases/cases.store.ts'
import { sectionsOf } from '../cases/sections.store.ts'
import { entryById } from '../directory/directory.store.ts'
import { memberBy } from '../members/members.store.ts'
import type { Reader } from '../vault/database.ts'

/**
 * What stands between a disclosure and the consents of the case; null when it may go. Of sections written apart every
 * version counts: a consent withdrawn in one is withdrawn, and where the profiles differ it has to fit each.
 */
export function consentGapOf(
  db: Reader,
  record: Pick<CaseRecord, 'n'>,
  disclosure: Disclosure,
  today: PlainDate,
): ConsentGap | null {
  return matchesOf(db, record, disclosure, today).find(({ gap }) => gap !== null)?.gap ?? null
}

/**
 * The consents, or legal grounds, that a disclosure rests on.
 * @throws consent.missing, consent.not_yet, consent.ended, consent.withdrawn, consent.other_recipient, consent.other_service,
 * consent.section_not_covered, consent.withheld, consent.given_by, consent.no_ground
 */
export function demandConsent(
  db: Reader,
  record: Pick<CaseRecord, 'n'>,
  disclosure: Disclosure,
  today: PlainDate,
): readonly Consent[] {
  const matches = matchesOf(db, record, disclosure, today)
  const gap = matches.find((match) => match.gap !== null)?.gap
  if (gap) {
    throw new RelaisError(`consent.${gap.gap}`, {
      ...(gap.service !== null && { service: gap.service }),
      ...(gap.consentId !== null && { consent: gap.consentId }),
      ...(gap.sections.length > 0 && { sections: gap.sections.join('.') }),
    })
  }
  return matches[0]?.covered ?? []
}

function matchesOf(db: Reader, record: Pick<CaseRecord, 'n'>, asked: Disclosure, today: PlainDate) {
  const disclosure = { ...asked, recipient: named(db, asked.recipient) }
  const consents: Consent[] = []
  const versions: ReadonlySet<string>[] = []
  const people: PersonInProfile[] = []
  for (const { section } of sectionsOf(db, record.n)) {
    if (section.name === 'profile') people.push(section.body)
    if (section.name === 'consents') {
      versions.push(new Set(section.body.items.map(({ id }) => id)))
      consents.push(...section.body.items.map((one) => inFull(db, one, disclosure)))
    }
  }
  const known = people.length > 0 ? people : [{ ageBand: null, majority: null }]
  // Left out of one of them, it may have been taken back there: it covers nothing, and what it keeps back it keeps back.
  const settled = consents.map((one) =>
    versions.every((ids) => ids.has(one.id)) ? one : { ...one, withdrawnOn: one.withdrawnOn ?? today },
  )
  return known.map((person) => consentFor(settled, disclosure, person, today))
}

/** Whoever is only given by an id has an organisation all the same: something may have to be kept from it. */
function named(db: Reader, recipient: Disclosure['recipient']): Disclosure['recipient'] {
  const { member, entryId } = recipient
  const ofMember = (member !== null && memberBy(db, member)?.organisation) || ''
  const ofEntry = (entryId !== null && organisationOfEntry(db, entryId)) || ''
  const organisation = recipient.organisation.trim() === '' ? ofMember || ofEntry : recipient.organisation
  // Whatever was typed: it still is whom the card or the directory says it is.
  return { ...recipient, organisation, aliases: [ofMember, ofEntry] }
}

/**
 * A consent with the names behind its ids. An entry of the directory stands for its organisation, whoever answers there; and
 * what is kept from a member is kept from a letter to her organisation, which she may be the one to open.
 */
function inFull(db: Reader, consent: Consent, { recipient, onPaper = false }: Disclosure): Consent {
  const organisations = consent.entries.map((id) => organisationOfEntry(db, id) ?? '')
  return {
    ...consent,
    // A name with a comma in it is one name here.
    recipients: [consent.recipients, ...organisations.map((name) => name.replace(/[,;]/g, ' '))].join('\n'),
    withheld: consent.withheld.map((one) =>
      one.member === null || (recipient.member !== null && !onPaper)
        ? one
        : fromHerOrganisation(db, one, one.member),
    ),
  }
}

/** Without her card nobody knows where she is: then it is kept from whoever opens a letter, until somebody says from whom. */
function fromHerOrganisation(db: Reader, one: Withheld, member: string): Withheld {
  const organisation = memberBy(db, member)?.organisation
  if (organisation === undefined) return { ...one, member: null, from: '' }
  return { ...one, from: `${one.from} ${organisation}` }
}

/** Nothing when the entry is not, or no longer, in this directory. */
const organisationOfEntry = (db: Reader, id: string): string | undefined =>
  entryById(db, id)?.entry.organisation
