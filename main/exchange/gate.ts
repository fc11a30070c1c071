import type { Disclosure } from '../../shared/cases/consent-match.ts'
import { emptySection, type NamedSection, sectionNames } from '../../shared/cases/sections.ts'
import type { Out } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { SharedCase } from '../../shared/exchange/payload.ts'
import type { CaseRecord } from '../cases/cases.store.ts'
import { demandCase, demandOwnCase } from '../cases/demand-case.ts'
import { sectionsOf } from '../cases/sections.store.ts'
import { consentGapOf, demandConsent } from '../consent/demand-consent.ts'
import { formsInDraft } from '../drafts/drafts.store.ts'
import { type MemberRecord, memberBy } from '../members/members.store.ts'
import type { Reader } from '../vault/database.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type Choice, contentOf, demandFits } from './compose.ts'
import { purposeOf, sentPacketBy } from './exchange.store.ts'

/**
 * What a hand-over asks a consent for: that the organisations involved see to what follows. No consent names the taking
 * over itself, and one to a single service would not carry the whole case.
 */
const handoverPurpose = 'coordination'

type Recipient = Pick<MemberRecord, 'fingerprint' | 'organisation'>

/** What this recipient would learn, and what for. */
function disclosureTo(
  { fingerprint, organisation }: Recipient,
  choice: Choice,
  content: SharedCase,
): Disclosure {
  return {
    purpose: choice.handover ? handoverPurpose : choice.purpose,
    recipient: { member: fingerprint, entryId: null, organisation },
    services: [...new Set(content.steps.map(({ service }) => service))],
    sections: [...new Set(content.sections.filter((one) => tells(one, choice)).map(({ name }) => name))],
  }
}

/**
 * Whether a section tells her something of the person. One that was emptied does not; and whoever takes a case over needs
 * the consents themselves, to hold to them.
 */
function tells({ name, body }: NamedSection, { handover }: Choice): boolean {
  if (handover && name === 'consents') return false
  return JSON.stringify(body) !== JSON.stringify(emptySection(name))
}

/** Why the content can't go to each of the recipients as things stand; none for those who may have it. */
export function gapsOf(
  db: Reader,
  choice: Choice,
  content: SharedCase,
  today: PlainDate,
): Out<'exchange.compose'>['gaps'] {
  const record = demandCase(db, content.id)
  return [...new Set(choice.recipients)].flatMap((fingerprint) => {
    const member = memberBy(db, fingerprint) ?? { fingerprint, organisation: '' }
    const asked = disclosureTo(member, choice, content)
    const gap = consentGapOf(db, record, asked, today) ?? keptConsents(db, record, asked, choice, today)
    return gap ? [{ recipient: fingerprint, gap }] : []
  })
}

/** What may go to each of the recipients, section by section, before a person has chosen any. A hand-over takes all or nothing. */
export function coverageOf(vault: OpenVault, choice: Choice, today: PlainDate): Out<'exchange.coverage'> {
  const { reader } = vault
  const record = demandOwnCase(vault, choice.caseId)
  const whole = contentOf(vault, record, { ...choice, sections: [...sectionNames] })
  if (choice.handover) {
    demandFits(whole)
    return {
      gaps: gapsOf(reader, choice, whole, today),
      uncovered: [],
      drafts: draftsOf(vault, choice.caseId),
    }
  }
  const gaps = gapsOf(reader, choice, { ...whole, sections: [] }, today)
  const stopped = new Set(gaps.map(({ recipient }) => recipient))
  const others = { ...choice, recipients: choice.recipients.filter((one) => !stopped.has(one)) }
  const uncovered = sectionNames.flatMap((section) => {
    const alone = { ...whole, sections: whole.sections.filter(({ name }) => name === section) }
    if (alone.sections.length === 0) return []
    return gapsOf(reader, others, alone, today).map((gap) => ({ ...gap, section }))
  })
  return { gaps, uncovered, drafts: [] }
}

/** Where words wait that were never saved: they stay here when the case leaves, and its next owner never sees them. */
function draftsOf({ reader }: OpenVault, caseId: string): Out<'exchange.coverage'>['drafts'] {
  const forms = new Set(formsInDraft(reader, caseId))
  return [...sectionNames, 'step' as const].filter((form) => forms.has(form))
}

/** @throws packet.drafts_waiting */
export function demandNoDrafts(vault: OpenVault, caseId: string): void {
  const count = draftsOf(vault, caseId).length
  if (count > 0) throw new RelaisError('packet.drafts_waiting', { count })
}

/**
 * The same, for a packet that was sealed before and is about to be written to a file: a consent may have been withdrawn
 * since. Where it was not kept what it was sealed for, any purpose that still covers it will do.
 * @throws the refusals of `demandConsent`
 */
export function demandStillCovered(vault: OpenVault, packetId: string, today: PlainDate): void {
  const { reader } = vault
  const sent = sentPacketBy(reader, packetId)
  if (!sent?.caseId || (sent.kind !== 'case-share' && sent.kind !== 'hand-over')) return
  const record = demandCase(reader, sent.caseId)
  const handover = sent.kind === 'hand-over'
  const { caseId, sections, stepIds, recipients } = sent
  const refusals: unknown[] = []
  const sealedFor = handover ? handoverPurpose : purposeOf(reader, packetId)
  for (const purpose of sealedFor === null ? purposesOf(reader, record) : [sealedFor]) {
    const choice = { caseId, sections, stepIds, purpose, handover, recipients: [] }
    try {
      demandCovered(reader, choice, contentOf(vault, record, choice), recipients, today)
      return
    } catch (refusal) {
      refusals.push(refusal)
    }
  }
  throw refusals[0] ?? new RelaisError('consent.missing')
}

const purposesOf = (db: Reader, { n }: CaseRecord): string[] => [
  ...new Set(
    sectionsOf(db, n).flatMap(({ section }) =>
      section.name === 'consents' ? section.body.items.map(({ purpose }) => purpose) : [],
    ),
  ),
]

/**
 * The gate of every packet that tells of a person: a consent, or a recorded legal ground, for every single recipient.
 * @throws the refusals of `demandConsent`
 */
export function demandCovered(
  db: Reader,
  choice: Choice,
  content: SharedCase,
  recipients: readonly Recipient[],
  today: PlainDate,
): void {
  const record = demandCase(db, content.id)
  for (const recipient of recipients) {
    const asked = disclosureTo(recipient, choice, content)
    demandConsent(db, record, asked, today)
    if (keptConsents(db, record, asked, choice, today))
      demandConsent(db, record, { ...asked, sections: ['consents'] }, today)
  }
}

/** The consents go along with a hand-over without being named, unless they are the very thing to be kept from her. */
function keptConsents(
  db: Reader,
  record: CaseRecord,
  asked: Disclosure,
  { handover }: Choice,
  today: PlainDate,
) {
  const gap = handover ? consentGapOf(db, record, { ...asked, sections: ['consents'] }, today) : null
  return gap?.gap === 'withheld' ? gap : null
}
