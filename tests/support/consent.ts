import type { SectionVersion } from '../../shared/cases/cases.contract.ts'
import { type Consent, consent } from '../../shared/cases/consent.ts'
import type { In } from '../../shared/contract.ts'
import { codesOf } from '../../shared/vocab/code-list.ts'
import { services } from '../../shared/vocab/services.ts'

/** Before any day that a test takes for today. */
const longAgo = '2025-01-06'

/** A consent that runs: to the committee, given by the person herself, unless `part` says otherwise. */
export const agreed = (part: Partial<Consent> = {}): Consent =>
  consent.parse({
    id: crypto.randomUUID(),
    purpose: 'committee_review',
    givenBy: 'person',
    givenOn: longAgo,
    ...part,
  })

/** For whichever organisation gives the services, or any service at all when none is named. */
const agreedToServices = (...named: readonly string[]): Consent =>
  agreed({ purpose: 'service_referral', services: named.length > 0 ? [...named] : codesOf(services) })

/** A vault of a test, on either side of the door. */
interface Vault {
  call(channel: 'cases.get', input: In<'cases.get'>): Promise<{ sections: SectionVersion[] }>
  call(channel: 'cases.saveSection', input: In<'cases.saveSection'>): Promise<unknown>
}

/**
 * Writes the consents of a case in place of those it had. Without any: one for the committee and one for every service, so
 * that a test about something else is not stopped at the gate.
 */
export async function consentTo(
  vault: Vault,
  caseId: string,
  items: readonly Consent[] = [agreed(), agreedToServices()],
): Promise<void> {
  const { sections } = await vault.call('cases.get', { id: caseId })
  await vault.call('cases.saveSection', {
    id: caseId,
    section: { name: 'consents', body: { items: [...items] } },
    seen: sections.filter(({ name }) => name === 'consents').map(({ version }) => version),
  })
}
