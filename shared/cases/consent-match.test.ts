import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Consent, consent, withheld } from './consent.ts'
import { type ConsentGap, consentFor, type Disclosure } from './consent-match.ts'
import type { SectionName } from './sections.ts'

const today = '2026-03-02'
const [anne, berthe] = ['a'.repeat(64), 'b'.repeat(64)]
const ids = ['1', '2', '3', '4'].map((digit) => `0000000${digit}-0000-4000-8000-000000000000`)
const adult = { ageBand: 'from_24_to_29', majority: 'adult' }

const of = (part: Partial<Consent>): Consent =>
  consent.parse({
    id: ids[0],
    purpose: 'committee_review',
    givenBy: 'person',
    givenOn: '2026-01-10',
    ...part,
  })
const to = (part: Partial<Disclosure>): Disclosure => ({
  purpose: 'committee_review',
  recipient: { member: berthe, entryId: null, organisation: 'Maison fictive' },
  services: [],
  sections: ['wishes'],
  ...part,
})
const referral = (part: Partial<Disclosure> = {}): Disclosure =>
  to({ purpose: 'service_referral', services: ['safe_housing'], ...part })
const agreedTo = (...services: string[]): Consent => of({ purpose: 'service_referral', services })

const gapOf = (consents: readonly Consent[], disclosure: Disclosure, person = adult): ConsentGap | null =>
  consentFor(consents, disclosure, person, today).gap
const covers = (consents: readonly Consent[], disclosure: Disclosure, person = adult): boolean => {
  const { covered, gap } = consentFor(consents, disclosure, person, today)
  expect(gap === null).toBe(covered.length > 0)
  return gap === null
}

describe('what she agreed to', () => {
  it('lets nothing leave when she was never asked', () => {
    expect(gapOf([], to({}))).toMatchObject({ gap: 'missing', consentId: null })
    expect(gapOf([of({ purpose: 'statistics' })], to({}))).toMatchObject({ gap: 'missing' })
  })

  it('for the committee is for whoever sits there, and all sections but the consents and what she thought', () => {
    expect(covers([of({})], to({ sections: ['wishes', 'profile', 'summary', 'risk', 'question'] }))).toBe(
      true,
    )
    expect(gapOf([of({})], to({ sections: ['wishes', 'consents', 'feedback'] }))).toMatchObject({
      gap: 'section_not_covered',
      sections: ['consents', 'feedback'],
    })
    expect(covers([of({ sections: ['consents'] })], to({ sections: ['consents'] }))).toBe(true)
  })

  it('lets only the sections go that she named', () => {
    expect(gapOf([of({ sections: ['profile'] })], to({ sections: ['profile', 'summary'] }))).toEqual({
      gap: 'section_not_covered',
      service: null,
      sections: ['summary'],
      consentId: ids[0],
    })
  })

  it('covers a service by its name, and one that names none covers none', () => {
    expect(covers([agreedTo('safe_housing')], referral())).toBe(true)
    expect(gapOf([agreedTo('legal_aid')], referral())).toMatchObject({
      gap: 'other_service',
      service: 'safe_housing',
    })
    expect(gapOf([agreedTo()], referral())).toMatchObject({ gap: 'other_service' })
    expect(gapOf([agreedTo()], referral({ services: [] }))).toMatchObject({ gap: 'other_service' })
    expect(
      gapOf([agreedTo('safe_housing')], referral({ services: ['safe_housing', 'legal_aid'] })),
    ).toMatchObject({ gap: 'other_service', service: 'legal_aid' })
  })

  it('for a named organisation, member or entry of the directory is for no other', () => {
    const named = (part: Partial<Consent>) => [
      of({ purpose: 'service_referral', services: ['safe_housing'], ...part }),
    ]
    const entry = { member: null, entryId: ids[3] ?? '', organisation: 'Refuge fictif' }
    expect(covers(named({ recipients: 'Refuge fictif; MAISON  FICTIVE' }), referral())).toBe(true)
    expect(covers(named({ members: [berthe] }), referral())).toBe(true)
    expect(covers(named({ entries: [ids[3] ?? ''] }), referral({ recipient: entry }))).toBe(true)
    for (const part of [{ recipients: 'Maison' }, { members: [anne] }, { entries: [ids[2] ?? ''] }]) {
      expect(gapOf(named(part), referral())).toMatchObject({ gap: 'other_recipient' })
    }
    const nobody = { member: null, entryId: null, organisation: ' ' }
    expect(gapOf(named({ recipients: 'Maison fictive' }), referral({ recipient: nobody }))).toMatchObject({
      gap: 'other_recipient',
    })
  })

  it('to be kept informed names services or organisations, or is for nobody', () => {
    const informed = (part: Partial<Consent>) => [of({ purpose: 'coordination', ...part })]
    const news = to({ purpose: 'coordination', services: ['safe_housing'] })
    expect(gapOf(informed({}), news)).toMatchObject({ gap: 'other_recipient' })
    expect(covers(informed({ services: ['safe_housing'] }), news)).toBe(true)
    expect(covers(informed({ recipients: 'Maison fictive' }), news)).toBe(true)
    expect(gapOf(informed({ services: ['legal_aid'], recipients: 'Maison fictive' }), news)).toMatchObject({
      gap: 'other_service',
    })
  })

  it('is hers to give from fourteen on, and a parent’s or tutor’s before', () => {
    const by = (givenBy: string) => [of({ givenBy })]
    const under14 = { ageBand: 'under_14', majority: 'minor' }
    const from14 = { ageBand: 'from_14_to_17', majority: 'minor' }
    const someMinor = { ageBand: null, majority: 'minor' }
    const given = (giver: string, person: { ageBand: string | null; majority: string | null }) =>
      consentFor(by(giver), to({}), person, today).gap?.gap ?? 'covered'
    expect(given('person', from14)).toBe('covered')
    expect(given('parent_or_tutor', from14)).toBe('given_by')
    expect(given('parent_or_tutor', under14)).toBe('covered')
    expect(given('person', under14)).toBe('given_by')
    expect(given('representative', adult)).toBe('covered')
    expect(given('parent_or_tutor', adult)).toBe('given_by')
    expect(given('parent_or_tutor', someMinor)).toBe('covered')
    expect(given('representative', someMinor)).toBe('given_by')
    expect(given('parent_or_tutor', { ageBand: 'unknown', majority: 'adult' })).toBe('given_by')
    expect(given('parent_or_tutor', { ageBand: null, majority: null })).toBe('covered')
    expect(given('somebody_new', { ageBand: null, majority: null })).toBe('given_by')
  })

  it('may be made up of several consents, each for some of it', () => {
    const housing = { ...agreedTo('safe_housing'), sections: ['wishes'] }
    const aid = { ...agreedTo('legal_aid'), id: ids[1] ?? '', sections: ['question'] }
    const both = referral({ services: ['safe_housing', 'legal_aid'], sections: ['wishes', 'question'] })
    expect(covers([housing, aid], both)).toBe(true)
    // What she let go with one service does not go with another.
    expect(gapOf([housing, aid], referral({ sections: ['question'] }))).toMatchObject({
      gap: 'section_not_covered',
    })
  })

  it('says what is nearest: a consent that has ended before one for something else', () => {
    const ended = { ...agreedTo('safe_housing'), id: ids[1] ?? '', endsOn: '2026-03-01' }
    expect(gapOf([agreedTo('legal_aid'), ended], referral())).toMatchObject({
      gap: 'ended',
      consentId: ids[1],
    })
    const withdrawn = { ...ended, endsOn: null, withdrawnOn: '2026-02-01' }
    expect(gapOf([withdrawn], referral())).toMatchObject({ gap: 'withdrawn' })
    expect(gapOf([{ ...ended, givenOn: '2026-03-03', endsOn: null }], referral())).toMatchObject({
      gap: 'not_yet',
    })
    expect(covers([{ ...ended, endsOn: today }], referral())).toBe(true)
  })
})

describe('a legal ground', () => {
  const ground = of({
    basis: 'legal_ground',
    purpose: 'authorities',
    recipients: 'Maison fictive',
    ground: 'imminent_danger',
    note: 'Menace précise, vérifiée avec la direction.',
    givenBy: 'parent_or_tutor',
  })
  const report = to({ purpose: 'authorities' })

  it('stands without her consent, for those it names', () => {
    expect(covers([ground], report)).toBe(true)
    expect(gapOf([{ ...ground, recipients: '' }], report)).toMatchObject({ gap: 'other_recipient' })
  })

  it('without its reason, or without the facts behind it, is a box that was ticked', () => {
    for (const part of [{ ground: null }, { note: ' \n ' }]) {
      expect(gapOf([{ ...ground, ...part }], report)).toMatchObject({ gap: 'no_ground' })
    }
  })
})

describe('what must be kept from someone', () => {
  const keeping = (part: object, rest: Partial<Consent> = {}) =>
    of({ withheld: [withheld.parse(part)], ...rest })

  it('is kept from her whatever else was agreed to', () => {
    const kept = keeping(
      { member: berthe, sections: ['summary'] },
      { purpose: 'statistics', id: ids[1] ?? '' },
    )
    expect(gapOf([of({}), kept], to({ sections: ['wishes', 'summary'] }))).toEqual({
      gap: 'withheld',
      service: null,
      sections: ['summary'],
      consentId: ids[1],
    })
    expect(covers([of({}), kept], to({ sections: ['wishes'] }))).toBe(true)
    const another = { member: anne, entryId: null, organisation: 'Clinique fictive' }
    expect(covers([of({}), kept], to({ sections: ['summary'], recipient: another }))).toBe(true)
  })

  it('stays kept when the consent it was noted with has ended or was withdrawn', () => {
    for (const over of [{ endsOn: '2026-02-01' }, { withdrawnOn: '2026-02-01' }, { givenOn: '2026-04-01' }]) {
      const kept = keeping({ member: berthe }, { id: ids[1] ?? '', ...over })
      expect(gapOf([of({}), kept], to({}))).toMatchObject({ gap: 'withheld' })
    }
  })

  it('is everything when nothing is named, and from everybody when nobody is', () => {
    expect(gapOf([keeping({})], to({ sections: [] }))).toMatchObject({ gap: 'withheld', sections: [] })
    expect(gapOf([keeping({ sections: ['wishes'] })], to({}))).toMatchObject({ sections: ['wishes'] })
  })

  it('is kept from an organisation however it is spoken of', () => {
    for (const from of ['Son frère, employé à la maison fictive', 'Maison', 'MAISON FICTIVE']) {
      expect(gapOf([keeping({ from })], to({})), from).toMatchObject({ gap: 'withheld' })
    }
    for (const from of ['Son frère', 'Clinique fictive', 'Mais']) {
      expect(gapOf([keeping({ from })], to({})), from).toBeNull()
    }
  })
})

/* Few of everything, and mostly what fits: consents and disclosures have to meet often for a rule to be tried. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })
const purpose = fc.constantFrom<string>('committee_review', 'service_referral', 'coordination')
const someServices = fc.subarray(['safe_housing', 'legal_aid'])
const someSections = fc.subarray<SectionName>(['wishes', 'summary', 'consents', 'feedback'])
const organisation = fc.constantFrom<string>('Maison fictive', 'Clinique fictive')
const anyWithheld: fc.Arbitrary<Consent['withheld'][number]> = fc.record({
  sections: someSections,
  member: fc.option(fc.constantFrom(anne, berthe)),
  from: fc.oneof(fc.constant(''), organisation),
  why: fc.constant(null),
  note: fc.constant(''),
})
const anyConsent: fc.Arbitrary<Consent> = fc.record({
  id: fc.constantFrom(...ids),
  basis: mostly<Consent['basis']>('consent', 'legal_ground'),
  purpose,
  services: someServices,
  recipients: mostly('', 'Maison fictive', 'Clinique fictive'),
  members: mostly<string[]>([], [anne], [berthe]),
  entries: fc.constant<string[]>([]),
  sections: fc.oneof(fc.constant<string[]>([]), someSections),
  withheld: fc.oneof(
    { weight: 8, arbitrary: fc.constant<Consent['withheld']>([]) },
    fc.array(anyWithheld, { maxLength: 2 }),
  ),
  givenBy: mostly('person', 'parent_or_tutor'),
  explained: fc.constant<string[]>([]),
  ground: fc.option(fc.constant('imminent_danger'), { freq: 5 }),
  note: mostly('Faits vérifiés.', ''),
  givenOn: mostly('2026-03-01', today, '2026-03-03'),
  endsOn: mostly<string | null>(null, '2026-03-01', today, '2026-03-03'),
  withdrawnOn: mostly<string | null>(null, '2026-03-01', today, '2026-03-03'),
})
const anyConsents = fc.array(anyConsent, { minLength: 1, maxLength: 6 })
const anyDisclosure: fc.Arbitrary<Disclosure> = fc.record({
  purpose,
  recipient: fc.record({
    member: fc.option(fc.constantFrom(anne, berthe)),
    entryId: fc.constant(null),
    organisation,
  }),
  services: someServices,
  sections: fc.subarray<SectionName>(['wishes', 'summary', 'feedback']),
})
const anyPerson = fc.record({
  ageBand: mostly<string | null>('from_24_to_29', 'under_14', 'from_14_to_17', 'unknown', null),
  majority: mostly<string | null>('adult', 'minor', 'unknown', null),
})
const everything = fc.tuple(anyConsents, anyDisclosure, anyPerson)
/** A consent as two people left it: some of what the first says, the second says otherwise. */
const versions = fc
  .tuple(anyConsent, anyConsent, fc.subarray(Object.keys(consent.shape).filter((name) => name !== 'id')))
  .map(([one, other, parts]): readonly Consent[] => [
    one,
    { ...one, ...Object.fromEntries(Object.entries(other).filter(([name]) => parts.includes(name))) },
  ])
const runs = { numRuns: 2000 }

describe('whatever was noted', () => {
  const isCovered = (
    consents: readonly Consent[],
    disclosure: Disclosure,
    person: { ageBand: string | null; majority: string | null },
  ) => consentFor(consents, disclosure, person, today).gap === null

  it.each([
    ['withdrawn', (one: Consent) => ({ ...one, withdrawnOn: '2026-03-01' })],
    ['over', (one: Consent) => ({ ...one, endsOn: '2026-03-01' })],
    ['yet to begin', (one: Consent) => ({ ...one, givenOn: '2026-03-03' })],
    ['for another purpose', (one: Consent) => ({ ...one, purpose: 'statistics' })],
    [
      'for someone else',
      (one: Consent) => ({ ...one, recipients: 'Autre organisme', members: [], entries: [] }),
    ],
  ])('nothing leaves once all of it is %s', (_, changed) => {
    fc.assert(
      fc.property(everything, ([consents, disclosure, person]) => {
        expect(isCovered(consents.map(changed), disclosure, person)).toBe(false)
      }),
      runs,
    )
  })

  it('withholding more, or withdrawing one more, never lets more go', () => {
    fc.assert(
      fc.property(everything, anyWithheld, fc.nat(), ([consents, disclosure, person], kept, at) => {
        fc.pre(consents.length > 0 && !isCovered(consents, disclosure, person))
        const which = at % consents.length
        const changed = (part: (one: Consent) => Partial<Consent>) =>
          consents.map((one, index) => (index === which ? { ...one, ...part(one) } : one))
        const keepingMore = changed((one) => ({ withheld: [...one.withheld, kept] }))
        const withdrawn = changed(() => ({ withdrawnOn: today }))
        expect(isCovered(keepingMore, disclosure, person)).toBe(false)
        expect(isCovered(withdrawn, disclosure, person)).toBe(false)
      }),
      runs,
    )
  })

  it('sending less of the case is never what stops it', () => {
    fc.assert(
      fc.property(everything, ([consents, disclosure, person]) => {
        fc.pre(isCovered(consents, disclosure, person))
        const less = { ...disclosure, sections: disclosure.sections.slice(1) }
        expect(isCovered(consents, less, person)).toBe(true)
      }),
      runs,
    )
  })

  it('is judged the same in whatever order it was written', () => {
    fc.assert(
      fc.property(everything, fc.nat(), ([consents, disclosure, person], turn) => {
        const at = consents.length > 0 ? turn % consents.length : 0
        const other = [...consents.slice(at), ...consents.slice(0, at)].reverse()
        expect(consentFor(other, disclosure, person, today)).toEqual(
          consentFor(consents, disclosure, person, today),
        )
      }),
      runs,
    )
  })

  it('in two versions of the section allows only what both allow', () => {
    fc.assert(
      fc.property(versions, anyDisclosure, anyPerson, (copies, disclosure, person) => {
        fc.pre(isCovered(copies, disclosure, person))
        for (const copy of copies) expect(isCovered([copy], disclosure, person)).toBe(true)
      }),
      runs,
    )
  })
})
