import type { Given } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import { type SharedCase, sectionsLimit, stepsLimit } from '../../shared/exchange/payload.ts'
import type { CaseRecord } from '../cases/cases.store.ts'
import { demandOwnCase } from '../cases/demand-case.ts'
import { sectionsOf } from '../cases/sections.store.ts'
import { type MemberRecord, memberBy } from '../members/members.store.ts'
import { stepsOf } from '../referrals/referrals.store.ts'
import type { Reader } from '../vault/database.ts'
import type { OpenVault } from '../vault/open-vault.ts'

export type Choice = Given<'exchange.compose'>

/**
 * Exactly what leaves: the chosen sections and steps – of a case that is handed over, all of them: in part it would be a
 * case that nobody can read whole – and of the case itself its id, code, status and owner. Its owner answers for every
 * word she sends, those of whoever had the case before her too: each part bears her name.
 * @throws cases.not_found, cases.not_owner, cases.handover_pending, packet.nothing_to_send, packet.case_too_large
 */
export function composeShare(vault: OpenVault, choice: Choice): SharedCase {
  const content = contentOf(vault, demandOwnCase(vault, choice.caseId), choice)
  if (content.sections.length === 0 && content.steps.length === 0)
    throw new RelaisError('packet.nothing_to_send')
  demandFits(content)
  return content
}

/**
 * What the other side would refuse to open must not be sealed: of a case on its way nothing would come back.
 * @throws packet.case_too_large
 */
export function demandFits({ sections, steps }: SharedCase): void {
  if (sections.length > sectionsLimit || steps.length > stepsLimit)
    throw new RelaisError('packet.case_too_large')
}

/** The same, and it may be nothing. */
export function contentOf({ reader, me }: OpenVault, record: CaseRecord, choice: Choice): SharedCase {
  const author = me.fingerprint
  const sections = sectionsOf(reader, record.n)
    .filter(({ section }) => choice.handover || choice.sections.includes(section.name))
    .map(({ section, version }) => ({ ...section, author, version }))
  const steps = stepsOf(reader, record.n)
    .filter(({ id }) => choice.handover || choice.stepIds.includes(id))
    .map((step) => ({ ...step, author }))
  const { id, code, status, owner } = record
  return { id, code, status, owner, sections, steps }
}

/**
 * The members behind the fingerprints, each fit to receive.
 * @throws packet.no_recipient, members.not_found, packet.unverified_recipient, packet.recipient_card_expired
 */
export function recipientsOf(db: Reader, fingerprints: readonly string[], today: PlainDate): MemberRecord[] {
  if (fingerprints.length === 0) throw new RelaisError('packet.no_recipient')
  return [...new Set(fingerprints)].map((fingerprint) => {
    const member = memberBy(db, fingerprint)
    if (!member) throw new RelaisError('members.not_found')
    if (member.trust !== 'verified') throw new RelaisError('packet.unverified_recipient')
    if (member.validUntil < today) throw new RelaisError('packet.recipient_card_expired')
    return member
  })
}
