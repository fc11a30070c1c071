import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Consent, consent } from '../../shared/cases/consent.ts'
import type { SectionName } from '../../shared/cases/sections.ts'
import { isRelaisError } from '../../shared/errors.ts'
import { consentTo } from '../support/consent.ts'
import { acquaint, openVaultSide, type TestVault, testIdentity } from '../support/vault.ts'

const today = '2026-03-02'
const [yesterday, tomorrow] = ['2026-03-01', '2026-03-03']
const other = 'Clinique fictive'
const stranger = 'c'.repeat(64)
const services = ['safe_housing', 'legal_aid']
const written: SectionName[] = ['wishes', 'summary', 'feedback', 'consents']

/** What is asked of the vault, beneath every screen. */
interface Attempt {
  readonly purpose: string
  readonly to: { readonly member: string | null; readonly organisation: string }
  readonly services: readonly string[]
  readonly sections: readonly SectionName[]
}
interface Person {
  readonly ageBand: string | null
  readonly majority: string | null
}

/* The rules of docs/adr/0022 once more, said another way and by nobody's code: a list of reasons why not. */

const giversOf = ({ ageBand, majority }: Person): string[] => {
  if (ageBand === 'under_14') return ['parent_or_tutor']
  if (ageBand === 'from_14_to_17') return ['person']
  if (ageBand !== null || majority === 'adult') return ['person', 'representative']
  return majority === 'minor'
    ? ['person', 'parent_or_tutor']
    : ['person', 'parent_or_tutor', 'representative']
}

function keepsBack({ withheld }: Consent, { to, sections }: Attempt, berthe: string): boolean {
  return withheld.some((one) => {
    const everybody = one.member === null && one.from === ''
    const her = one.member !== null && one.member === to.member
    // A letter to her organisation comes into her hands.
    const atHers =
      one.member === berthe && to.member === null && to.organisation === testIdentity.organisation
    const them = one.from !== '' && one.from === to.organisation
    const all = one.sections.length === 0
    return (
      (everybody || her || atHers || them) && (all || sections.some((name) => one.sections.includes(name)))
    )
  })
}

function holds(one: Consent, { purpose, to, services: asked }: Attempt, person: Person): boolean {
  if (one.purpose !== purpose || one.withdrawnOn !== null) return false
  if (one.givenOn > today || (one.endsOn !== null && one.endsOn < today)) return false
  const named = one.recipients !== '' || one.members.length > 0
  const isNamed =
    one.recipients === to.organisation || (to.member !== null && one.members.includes(to.member))
  if (named ? !isNamed || (one.recipients === '' && to.member === null) : one.basis === 'legal_ground')
    return false
  if (!named && purpose === 'coordination' && one.services.length === 0) return false
  if (purpose === 'service_referral' && one.services.length === 0) return false
  // Nobody is asked for a service, so nobody is “whoever gives it”.
  if (purpose === 'service_referral' && asked.length === 0 && !named) return false
  if (one.services.length > 0 && asked.length > 0 && !asked.some((name) => one.services.includes(name)))
    return false
  if (one.basis === 'legal_ground') return one.ground !== null && one.note !== ''
  return giversOf(person).includes(one.givenBy)
}

function mayLeave(all: readonly Consent[], attempt: Attempt, person: Person, berthe: string): boolean {
  if (all.some((one) => keepsBack(one, attempt, berthe))) return false
  const behind = all.filter((one) => holds(one, attempt, person))
  const forService = (name: string) =>
    behind.some((one) => one.services.includes(name) || one.services.length === 0)
  const forSection = (name: SectionName) =>
    behind.some(({ sections }) =>
      sections.length === 0 ? name !== 'consents' && name !== 'feedback' : sections.includes(name),
    )
  return behind.length > 0 && attempt.services.every(forService) && attempt.sections.every(forSection)
}

const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })

const anyConsent = (berthe: string): fc.Arbitrary<Consent> =>
  fc
    .record({
      id: fc.uuid({ version: 4 }),
      basis: mostly<Consent['basis']>('consent', 'legal_ground'),
      purpose: fc.constantFrom('committee_review', 'service_referral', 'coordination'),
      services: fc.subarray(services),
      recipients: mostly<string>('', testIdentity.organisation, other),
      members: mostly<string[]>([], [berthe], [stranger]),
      sections: mostly<string[]>([], ['wishes'], [...written]),
      withheld: mostly<object[]>(
        [],
        [{ member: berthe }],
        [{ from: other }],
        [{ sections: ['summary'] }],
        [{}],
      ),
      givenBy: mostly('person', 'parent_or_tutor', 'representative'),
      ground: mostly<string | null>('imminent_danger', null),
      note: mostly('Faits vérifiés.', ''),
      givenOn: mostly(yesterday, today, tomorrow),
      endsOn: mostly<string | null>(null, yesterday, today, tomorrow),
      withdrawnOn: mostly<string | null>(null, yesterday, tomorrow),
    })
    .map((one) => consent.parse(one))

const anyTry = (berthe: string) =>
  fc.record({
    consents: fc.array(anyConsent(berthe), { maxLength: 4 }),
    person: fc.record({
      ageBand: mostly<string | null>('from_24_to_29', 'under_14', 'from_14_to_17', null),
      majority: mostly<string | null>('adult', 'minor', null),
    }),
    purpose: fc.constantFrom('committee_review', 'service_referral', 'coordination'),
    sections: fc.subarray(written, { minLength: 1 }),
    withStep: fc.boolean(),
    service: fc.constantFrom(...services),
    organisation: fc.constantFrom(testIdentity.organisation, other, ''),
    member: mostly<string | null>(null, berthe),
  })

/** Whether it went; anything that stops it but the gate is a fault of this test. */
async function went(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (isRelaisError(error) && error.code.startsWith('consent.')) return false
    throw error
  }
}

async function caseWith(vault: TestVault, consents: readonly Consent[], person: Person): Promise<string> {
  const id = crypto.randomUUID()
  for (const section of [
    { name: 'profile' as const, body: person },
    { name: 'wishes' as const, body: { wishes: 'Dormir' } },
    { name: 'summary' as const, body: { situation: 'Récit fictif' } },
    { name: 'feedback' as const, body: { words: 'Utile' } },
  ])
    await vault.call('cases.saveSection', { id, section, seen: [] })
  await consentTo(vault, id, consents)
  return id
}

it('no path reaches a packet, a sent step or a letter without consent, whatever was noted, asked beneath the screens', async () => {
  const [a, b] = [await openVaultSide('Anne Fictive'), await openVaultSide('Berthe Fictive')]
  const { b: berthe } = await acquaint(a, b)
  const seen = { packet: new Set<boolean>(), step: new Set<boolean>(), letter: new Set<boolean>() }
  await fc.assert(
    fc.asyncProperty(anyTry(berthe), async ({ consents, person, ...chosen }) => {
      const caseId = await caseWith(a, consents, person)
      const stepId = crypto.randomUUID()
      const { service, organisation, member, sections } = chosen
      await a.call('referrals.save', { caseId, id: stepId, details: { service, organisation, member } })
      const may = (attempt: Attempt) => mayLeave(consents, attempt, person, berthe)
      const known = member === null ? organisation : organisation || testIdentity.organisation
      const asked = { purpose: 'service_referral', to: { member, organisation: known }, services: [service] }

      // A letter has no room for the two others, whatever was agreed to.
      const onPaper = sections.filter((name) => name === 'wishes' || name === 'summary')
      const letter = await went(
        a.call('documents.page', {
          kind: 'referral-letter',
          caseId,
          locale: 'fr',
          stepId,
          sections: onPaper,
        }),
      )
      expect(letter, 'letter').toBe(may({ ...asked, sections: onPaper }))

      const packet = await went(
        a.call('exchange.seal', {
          caseId,
          sections: [...sections],
          stepIds: chosen.withStep ? [stepId] : [],
          recipients: [berthe],
          purpose: chosen.purpose,
          expiresOn: '2026-04-01',
          jobId: crypto.randomUUID(),
        }),
      )
      const left: Attempt = {
        purpose: chosen.purpose,
        to: { member: berthe, organisation: testIdentity.organisation },
        services: chosen.withStep ? [service] : [],
        sections,
      }
      expect(packet, 'packet').toBe(may(left))

      const step = await went(
        a.call('referrals.move', { id: stepId, move: { to: 'sent', on: today, reason: null } }),
      )
      expect(step, 'step').toBe(may({ ...asked, sections: [] }))

      seen.letter.add(letter)
      seen.packet.add(packet)
      seen.step.add(step)
    }),
    { numRuns: 120 },
  )
  // A gate that lets nothing through, or everything, would be right by chance.
  for (const outcomes of Object.values(seen)) expect(outcomes.size).toBe(2)
}, 600_000)
