import { describe, expect, it } from 'vitest'
import type { Locale } from '../../shared/app/app.contract.ts'
import { type Consent, consent } from '../../shared/cases/consent.ts'
import { consentFor } from '../../shared/cases/consent-match.ts'
import { unknownCodeField } from '../../shared/cases/section-codes.ts'
import type { SectionBody, SectionName } from '../../shared/cases/sections.ts'
import { turnRefusal } from '../../shared/cases/turns.ts'
import type { Out } from '../../shared/contract.ts'
import { entryDetails } from '../../shared/directory/directory.contract.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { moved, stateOf } from '../../shared/referrals/trajectory.ts'
import { codesOf, isCodeOf, offeredCodes } from '../../shared/vocab/code-list.ts'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { stepChannels, stepStates } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { openPracticeSide } from '../../tests/support/vault.ts'
import { fieldOfUnknownCode } from '../directory/entry.ts'

const today = '2026-03-02'

interface Told {
  readonly view: Out<'cases.get'>
  readonly steps: readonly Step[]
  readonly alike: readonly string[]
}

/** All that it holds, read once: making one takes a second. */
async function read(locale: Locale) {
  const vault = await openPracticeSide(locale)
  const { rows } = await vault.call('cases.list', {})
  const cases: Told[] = []
  for (const { id } of rows) {
    const view = await vault.call('cases.get', { id })
    const { steps } = await vault.call('referrals.list', { caseId: id })
    const alike = (await vault.call('cases.similar', { id })).cases
    cases.push({ view, steps, alike: alike.map((other) => other.id) })
  }
  return {
    cases,
    toDo: await vault.call('today.list', {}),
    directory: (await vault.call('directory.search', {})).rows,
    members: (await vault.call('members.list', {})).members,
    meetings: (await vault.call('committee.meetings', {})).meetings,
  }
}

function bodyOf<N extends SectionName>({ view }: Told, name: N): SectionBody<N> | undefined {
  return view.sections.find((section) => section.name === name)?.body as SectionBody<N> | undefined
}

/** As they stood on a day: one withdrawn since was still given then. */
const consentsOn = (told: Told, day: string): Consent[] =>
  (bodyOf(told, 'consents')?.items ?? []).map((one) =>
    one.withdrawnOn !== null && one.withdrawnOn > day ? consent.parse({ ...one, withdrawnOn: null }) : one,
  )

describe.each(['fr', 'en'] as const)('the practice vault in %s', (locale) => {
  let reading: ReturnType<typeof read> | undefined
  const made = (): ReturnType<typeof read> => {
    reading ??= read(locale)
    return reading
  }

  it('shows more than a dozen situations, at every stage that a case and a step can be at', async () => {
    const { cases, directory, members, meetings } = await made()
    expect(cases.length).toBeGreaterThanOrEqual(13)
    expect(new Set(cases.map(({ view }) => view.status))).toEqual(new Set(['open', 'closed', 'archived']))
    expect(cases.some(({ view }) => view.turns.some(({ to }) => to === 'open'))).toBe(true)
    expect(new Set(cases.flatMap(({ steps }) => steps.map(stateOf)))).toEqual(new Set(codesOf(stepStates)))
    expect(cases.filter(({ view }) => !view.owner.me)).toHaveLength(2)
    expect(cases.some(({ view }) => view.sections.length === 1)).toBe(true)
    expect(new Set(directory.map(({ sector }) => sector))).toEqual(new Set(codesOf(coalitionSectors)))
    expect(directory.length).toBeGreaterThanOrEqual(14)
    expect(members.length).toBeGreaterThanOrEqual(4)
    expect(meetings.some(({ on }) => on > today)).toBe(true)
  })

  it('holds no code that its list does not offer', async () => {
    const { cases, directory } = await made()
    for (const { view, steps } of cases) {
      for (const section of view.sections) expect(unknownCodeField(section, [])).toBeNull()
      for (const { service, channel } of steps) {
        expect(offeredCodes(services)).toContain(service)
        if (channel !== null) expect(isCodeOf(stepChannels, channel)).toBe(true)
      }
    }
    for (const entry of directory)
      expect(fieldOfUnknownCode(entryDetails.strip().parse(entry), [])).toBeUndefined()
  })

  it('brought each step and each case there by moves that the app allows, none of them to come', async () => {
    const { cases } = await made()
    for (const { view, steps } of cases) {
      for (const step of steps) {
        const [draft, ...moves] = step.moves
        if (!draft) throw new Error('a step without a move')
        const walked = moves.reduce<Step>((before, move) => moved(before, move), { ...step, moves: [draft] })
        expect(walked.moves).toEqual(step.moves)
        expect(draft.on >= view.createdOn).toBe(true)
        expect(moves.every(({ on }) => on <= today)).toBe(true)
      }
      let status = 'open' as Parameters<typeof turnRefusal>[0]
      for (const turn of view.turns) {
        if (turn.to === 'transferred') throw new Error('nothing was handed over')
        expect(turnRefusal(status, { ...turn, to: turn.to })).toBeNull()
        status = turn.to
      }
      expect(view.status).toBe(status)
    }
  })

  it('asked nobody for anything without a consent or a ground of that day', async () => {
    const { cases } = await made()
    for (const told of cases.filter(({ view }) => view.owner.me)) {
      const profile = bodyOf(told, 'profile') ?? { ageBand: null, majority: null }
      for (const { service, member, entryId, organisation, consentId, moves } of told.steps) {
        const sentOn = moves.find(({ to }) => to === 'sent')?.on
        if (sentOn === undefined) continue
        const { covered, gap } = consentFor(
          consentsOn(told, sentOn),
          {
            purpose: 'service_referral',
            recipient: { member, entryId, organisation },
            services: [service],
            sections: [],
          },
          profile,
          sentOn,
        )
        expect([service, organisation, gap]).toEqual([service, organisation, null])
        expect(covered.map(({ id }) => id)).toContain(consentId)
      }
    }
  })

  it('gives one something to do today: what is late, what waits and what arrives', async () => {
    const { items, totals } = (await made()).toDo
    expect(Math.min(totals.late, totals.waits, totals.arrives)).toBeGreaterThan(0)
    const kinds = new Set(items.map(({ kind }) => kind))
    for (const kind of [
      'step_unanswered',
      'step_expired',
      'step_asked_of_me',
      'consent_ending',
      'review_due',
      'meeting',
      'entries_stale',
    ] as const)
      expect(kinds).toContain(kind)
  })

  it('has two cases that look alike, and a section that two people wrote at once', async () => {
    const { cases } = await made()
    const [one, other] = cases.filter(({ alike }) => alike.length > 0)
    expect([one?.alike, other?.alike]).toEqual([[other?.view.id], [one?.view.id]])
    const twice = cases.filter(
      ({ view }) => new Set(view.sections.map(({ name }) => name)).size < view.sections.length,
    )
    expect(twice.map(({ view }) => view.owner.me)).toEqual([true])
  })

  it('is told in that language alone', async () => {
    const { cases, directory, members, meetings } = await made()
    const words = textsIn([cases, directory, members, meetings])
    expect(words.length).toBeGreaterThan(300)
    const foreign =
      locale === 'fr' ? /\b(the|and|with|her|his|was|not)\b/i : /[àâçéèêëîïôœùû«»]|\b(une?|les?|est|elle)\b/i
    expect(words.filter((text) => foreign.test(text))).toEqual([])
  })

  it('is typeset like the rest: curved apostrophes, and in French no line that begins with a lone : ; ? ! or »', async () => {
    const { cases, directory, meetings } = await made()
    const words = textsIn([cases, directory, meetings])
    expect(words.filter((text) => /\p{L}'\p{L}/u.test(text))).toEqual([])
    if (locale === 'fr') expect(words.filter((text) => / [:;?!»]|« |[\p{L}\d][;?!]/u.test(text))).toEqual([])
  })

  it('names nobody: numbers kept for fiction, addresses that lead nowhere', async () => {
    const { directory } = await made()
    for (const { phone, email, website } of directory) {
      expect(phone).toMatch(/^\d{3} 555-01\d\d$/)
      for (const address of [email, website].filter(Boolean)) expect(address).toMatch(/\.invalid$/)
    }
  })
})

/** Every sentence in there: what has a space in it. Codes, ids and addresses have none. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.includes(' ') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
