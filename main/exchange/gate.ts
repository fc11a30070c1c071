import type { Disclosure } from '../../shared/cases/consent-match.ts'
import { emptySection, type NamedSection, sectionNames } from '../../shared/cases/sections.ts'
import type { Out } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { SharedCase } from '../../shared/exchange/payload.ts'
import { demandCase, demandOwnCase } from '../cases/demand-case.ts'
import { consentGapOf, demandConsent } from '../consent/demand-consent.ts'
import { type MemberRecord, memberBy } from '../members/members.store.ts'
import type { Reader } from '../vault/database.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type Choice, contentOf } from './compose.ts'

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
    const gap = consentGapOf(db, record, disclosureTo(member, choice, content), today)
    return gap ? [{ recipient: fingerprint, gap }] : []
  })
}

/** What may go to each of the recipients, section by section, before a person has chosen any. A hand-over takes all or nothing. */
export function coverageOf(vault: OpenVault, choice: Choice, today: PlainDate): Out<'exchange.coverage'> {
  const { reader } = vault
  const record = demandOwnCase(vault, choice.caseId)
  const whole = contentOf(vault, record, { ...choice, sections: [...sectionNames] })
  if (choice.handover) return { gaps: gapsOf(reader, choice, whole, today), uncovered: [] }
  const gaps = gapsOf(reader, choice, { ...whole, sections: [] }, today)
  const stopped = new Set(gaps.map(({ recipient }) => recipient))
  const others = { ...choice, recipients: choice.recipients.filter((one) => !stopped.has(one)) }
  const uncovered = sectionNames.flatMap((section) => {
    const alone = { ...whole, sections: whole.sections.filter(({ name }) => name === section) }
    if (alone.sections.length === 0) return []
    return gapsOf(reader, others, alone, today).map((gap) => ({ ...gap, section }))
  })
  return { gaps, uncovered }
}

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
  for (const recipient of recipients)
    demandConsent(db, record, disclosureTo(recipient, choice, content), today)
}
