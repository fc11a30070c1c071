import { z } from 'zod'
import type { PlainDate } from '../dates.ts'
import { code, codes, id } from '../fields.ts'
import { consentGiversOf } from '../vocab/consent.ts'
import { type Consent, consentState, foldName, namesSomebody, organisationsIn } from './consent.ts'
import type { SectionName } from './sections.ts'

/** What stands between a disclosure and the consents of the case, the nearest consent first. */
export const consentGap = z.strictObject({
  gap: z.enum([
    /** Nothing was ever asked for this purpose. */
    'missing',
    'not_yet',
    'ended',
    'withdrawn',
    'other_recipient',
    'other_service',
    'section_not_covered',
    'withheld',
    /** Not given by the one whose it is to give at her age. */
    'given_by',
    /** A legal ground without its reason, or without the facts behind it. */
    'no_ground',
  ]),
  /** The service that is not covered. */
  service: code.nullable(),
  /** The sections that are not covered, or are to be withheld. */
  sections: codes,
  /** The consent that comes nearest, to be looked at or renewed. */
  consentId: id.nullable(),
})
export type ConsentGap = z.infer<typeof consentGap>

/** What is about to leave: what for, to whom, for which services, and which sections go with it. */
export interface Disclosure {
  readonly purpose: string
  readonly recipient: {
    readonly member: string | null
    readonly entryId: string | null
    readonly organisation: string
    /** Under which other names it is known here; something may have to be kept from one of them. */
    readonly aliases?: readonly string[]
  }
  /** On paper: whoever works there may open it, not only the member whom it names. */
  readonly onPaper?: boolean
  /** The services that the steps ask for. */
  readonly services: readonly string[]
  /**
   * None: no section of the case goes. A step brings its own words all the same, what the organisation needs to know and what
   * came of it: they are part of asking for the service, and are shown before they leave.
   */
  readonly sections: readonly SectionName[]
}

type Recipient = Disclosure['recipient']

/** What the profile says of her age; null where it says nothing. */
export interface PersonInProfile {
  readonly ageBand: string | null
  readonly majority: string | null
}

interface Match {
  /** The consents that the disclosure rests on; empty when there is a gap. */
  readonly covered: readonly Consent[]
  readonly gap: ConsentGap | null
}

/**
 * A consent with what else was written of it apart: the same id in concurrent versions of the section. Until someone has
 * settled them it allows what all of them allow.
 */
type Copies = readonly [Consent, ...Consent[]]

/**
 * Whether what she agreed to covers a disclosure today; the rules and their reasons: docs/adr/0022.
 * Several consents may cover it together, each some of the services or sections. What is to be withheld is withheld whatever
 * else was agreed to, and whatever became of the consent it was noted with: a fear does not end on the day a consent does.
 */
export function consentFor(
  consents: readonly Consent[],
  disclosure: Disclosure,
  person: PersonInProfile,
  today: PlainDate,
): Match {
  const { purpose, recipient, services, sections } = disclosure
  const gap = (reason: ConsentGap['gap'], of?: Copies, part: Partial<ConsentGap> = {}): Match => ({
    covered: [],
    gap: { gap: reason, service: null, sections: [], consentId: of?.[0].id ?? null, ...part },
  })

  const inOrder = newestFirst(consents)
  const keeper = inOrder.find((consent) => withheldFrom([consent], recipient, sections) !== null)
  if (keeper)
    return gap('withheld', [keeper], { sections: withheldFrom(consents, recipient, sections) ?? [] })

  const forPurpose = copiesOf(inOrder).filter((copies) => copies.every((one) => one.purpose === purpose))
  if (forPurpose.length === 0) return gap('missing')
  const forRecipient = forPurpose.filter((copies) => copies.every((one) => reaches(one, recipient)))
  if (forRecipient.length === 0) return gap('other_recipient', nearest(forPurpose, person, today))

  const behind = new Set<Copies>()
  for (const service of services.length > 0 ? services : [null]) {
    const naming = forRecipient.filter((copies) => copies.every((one) => covers(one, service)))
    const near = nearest(naming, person, today)
    if (!near) return gap('other_service', nearest(forRecipient, person, today), { service })
    const obstacle = obstacleOf(near, person, today)
    if (obstacle) return gap(obstacle, near, { service })
    for (const copies of naming) if (obstacleOf(copies, person, today) === null) behind.add(copies)
  }

  const allowing = [...behind]
  const allowed = (name: SectionName) =>
    allowing.some((copies) => copies.every((one) => allowsSection(one, name)))
  const uncovered = sections.filter((name) => !allowed(name))
  if (uncovered.length > 0) return gap('section_not_covered', allowing[0], { sections: uncovered })
  return { covered: allowing.map(([one]) => one), gap: null }
}

/** Sections that go only when they are named: what is to be kept from whom, and what she thought of the help. */
const onlyWhenNamed: readonly SectionName[] = ['consents', 'feedback']

/** Whether a consent lets a section go: those it names, or, naming none, what any purpose may need. */
export const allowsSection = ({ sections }: Pick<Consent, 'sections'>, name: SectionName): boolean =>
  sections.length === 0 ? !onlyWhenNamed.includes(name) : sections.includes(name)

/** One that names nobody is for whoever gives the services it names. A legal ground is an exception: it is for those it names. */
function reaches(consent: Consent, { member, entryId, organisation }: Recipient): boolean {
  if (!namesSomebody(consent)) return consent.basis === 'consent' && reachesAnybody(consent)
  const name = foldName(organisation)
  return (
    (member !== null && consent.members.includes(member)) ||
    (entryId !== null && consent.entries.includes(entryId)) ||
    (name !== '' && organisationsIn(consent.recipients).some((one) => foldName(one) === name))
  )
}

/** “The organisations involved” are nobody in particular, unless the services tell which. */
const reachesAnybody = ({ purpose, services }: Consent): boolean =>
  purpose !== 'coordination' || services.length > 0

/** `null`: what leaves names no service, though for a referral some service has to have been agreed to. */
function covers(consent: Consent, service: string | null): boolean {
  const { purpose, services } = consent
  // Where no step asks for a service, nobody is about to give one: “whoever gives it” is nobody then.
  if (purpose === 'service_referral' && service === null) return services.length > 0 && namesSomebody(consent)
  if (services.length > 0) return service === null || services.includes(service)
  // One that names none covers none: each service is agreed to. Keeping a named organisation informed is not such a demand.
  return purpose !== 'service_referral'
}

/** What keeps a consent that fits from being used today; null when nothing does. */
function obstacleOf(copies: Copies, person: PersonInProfile, today: PlainDate): ConsentGap['gap'] | null {
  const obstacles = copies.map((one) => ownObstacle(one, person, today))
  return obstacles.find((one) => one === 'withdrawn') ?? obstacles.find((one) => one !== null) ?? null
}

function ownObstacle(consent: Consent, person: PersonInProfile, today: PlainDate): ConsentGap['gap'] | null {
  const state = consentState(consent, today)
  if (state === 'withdrawn' || state === 'ended') return state
  if (state === 'notYet') return 'not_yet'
  if (consent.basis === 'legal_ground') return isGroundComplete(consent) ? null : 'no_ground'
  const givers: readonly string[] = consentGiversOf(person)
  return givers.includes(consent.givenBy) ? null : 'given_by'
}

/** A legal ground is a reason and the facts behind it; one without the other is a box that was ticked. */
const isGroundComplete = ({ ground, note }: Consent): boolean => ground !== null && note.trim() !== ''

/** The one to be shown as coming nearest: usable before not, then the latest given. */
const nearest = (
  consents: readonly Copies[],
  person: PersonInProfile,
  today: PlainDate,
): Copies | undefined => consents.find((copies) => obstacleOf(copies, person, today) === null) ?? consents[0]

/**
 * What must be kept from this recipient: of the sections that would go, those withheld; `[]` when she is to learn nothing at
 * all; null when nothing stands against it.
 */
function withheldFrom(
  consents: readonly Consent[],
  recipient: Recipient,
  sections: readonly SectionName[],
): string[] | null {
  const entries = consents.flatMap(({ withheld }) => withheld).filter((one) => concerns(one, recipient))
  const named = new Set(entries.flatMap((one) => one.sections))
  const held = sections.filter((name) => named.has(name))
  return held.length > 0 || entries.some((one) => one.sections.length === 0) ? held : null
}

/**
 * Wider than the names of a consent on purpose: a word too many keeps something back, one too few lets it go. “Son frère,
 * employé à la Maison fictive” keeps it from Maison fictive.
 */
function concerns({ member, from }: Consent['withheld'][number], recipient: Recipient): boolean {
  const whom = foldName(from)
  if (member === null && whom === '') return true
  if (member !== null && member === recipient.member) return true
  if (whom === '') return false
  return [recipient.organisation, ...(recipient.aliases ?? [])]
    .map(foldName)
    .some((name) => name !== '' && (contains(whom, name) || contains(name, whom)))
}

/** By whole words, both already folded. */
const contains = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `)

function copiesOf(consents: readonly Consent[]): Copies[] {
  const byId = new Map<string, Copies>()
  for (const consent of consents) {
    const known = byId.get(consent.id)
    byId.set(consent.id, known ? [...known, consent] : [consent])
  }
  return [...byId.values()]
}

/** In one order whatever order they came in, so that the same gap is named wherever it is asked for. */
function newestFirst(consents: readonly Consent[]): Consent[] {
  const keyOf = (consent: Consent): string => `${consent.givenOn} ${consent.id} ${JSON.stringify(consent)}`
  return consents
    .map((consent) => ({ consent, key: keyOf(consent) }))
    .sort((a, b) => (a.key < b.key ? 1 : -1))
    .map(({ consent }) => consent)
}
