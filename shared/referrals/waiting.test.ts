import { describe, expect, it } from 'vitest'
import type { StepState } from '../vocab/referral.ts'
import { services } from '../vocab/services.ts'
import { answerExpectedBy } from './deadlines.ts'
import { stepDues } from './dues.ts'
import { type Step, type StepMove, stepDetails } from './referrals.contract.ts'
import { expectedOn, isLate, mayBeExpired, nextThing, refusedBy, waitingSince, waitsOn } from './waiting.ts'

type Move = readonly [to: StepState, on: string, reason?: string]

const step = (moves: readonly Move[], details: object = {}): Step => ({
  ...stepDetails.parse({ service: 'legal_aid', organisation: 'Aide fictive', ...details }),
  id: '00000000-0000-4000-8000-000000000000',
  position: 0,
  moves: moves.map(([to, on, reason = null]): StepMove => ({ to, on, reason })),
  author: 'a'.repeat(64),
  version: {},
})

const draft: Move = ['draft', '2026-03-01']
const sent: Move = ['sent', '2026-03-02']

describe('whose turn it is', () => {
  it.each<[string, Move[], string, string | null]>([
    ['ours until somebody is asked', [draft], 'us', '2026-03-01'],
    ['theirs once they are asked', [draft, sent], 'them', '2026-03-02'],
    [
      'theirs since they were asked, whenever it was received',
      [draft, sent, ['received', '2026-03-05']],
      'them',
      '2026-03-02',
    ],
    ['ours again when nobody answered', [draft, sent, ['expired', '2026-03-20']], 'us', '2026-03-20'],
    [
      'theirs anew when it was sent again',
      [draft, sent, ['expired', '2026-03-20'], ['sent', '2026-03-21']],
      'them',
      '2026-03-21',
    ],
    [
      'theirs from the day they said yes',
      [draft, sent, ['accepted', '2026-03-04'], ['in_progress', '2026-03-08']],
      'them',
      '2026-03-04',
    ],
    ['nobody’s after a refusal', [draft, sent, ['refused', '2026-03-04', 'no_capacity']], 'nobody', null],
  ])('is %s', (_, moves, side, since) => {
    expect(waitsOn(step(moves))).toBe(side)
    expect(waitingSince(step(moves))).toBe(since)
  })
})

describe('a step that waits for an answer', () => {
  it('is late from the day after the one it was expected by', () => {
    const asked = step([draft, sent], { dueOn: '2026-03-10' })
    expect(isLate(asked, '2026-03-10')).toBe(false)
    expect(isLate(asked, '2026-03-11')).toBe(true)
  })

  it('is expected by the usual day where none was agreed: a bed sooner than a court file', () => {
    expect(expectedOn(step([draft, sent]))).toBe('2026-03-07')
    expect(expectedOn(step([draft, sent], { service: 'safe_housing' }))).toBe('2026-03-03')
    expect(expectedOn(step([draft, sent], { service: 'a_service_of_a_newer_version' }))).toBe('2026-03-12')
  })

  it('has a usual day for every service, soon and never on the day itself', () => {
    for (const service of Object.keys(services)) {
      const on = answerExpectedBy(service, '2026-03-02')
      expect(on > '2026-03-02' && on <= '2026-03-12').toBe(true)
    }
  })

  it('is never late before it is asked, once it is answered, or when it is over', () => {
    const due = { dueOn: '2026-03-01' }
    for (const moves of [
      [draft],
      [draft, sent, ['accepted', '2026-03-03']],
      [draft, sent, ['withdrawn', '2026-03-03', 'other']],
    ]) {
      expect(isLate(step(moves as Move[], due), '2026-06-01')).toBe(false)
    }
  })

  it('may be said to have expired after two weeks of lateness, which a person decides', () => {
    const asked = step([draft, sent], { dueOn: '2026-03-03' })
    expect(mayBeExpired(asked, '2026-03-17')).toBe(false)
    expect(mayBeExpired(asked, '2026-03-18')).toBe(true)
  })
})

describe('the next thing to do', () => {
  it.each<[string, string, Step]>([
    ['send', 'of a draft is to send it', step([draft])],
    ['answer', 'of a step that was asked is to note its answer', step([draft, ['sent', '2026-03-19']])],
    ['remind', 'of a late one is to remind', step([draft, ['sent', '2026-03-12']])],
    [
      'answer',
      'of one reminded these days is to wait',
      step([draft, ['sent', '2026-03-12']], { remindedOn: ['2026-03-19'] }),
    ],
    [
      'remind',
      'comes back when the reminder did nothing',
      step([draft, ['sent', '2026-03-12']], { remindedOn: ['2026-03-17'] }),
    ],
    ['expire', 'of one long unanswered is to say so', step([draft, sent], { dueOn: '2026-03-03' })],
    ['resend', 'of an expired one is to ask again or let go', step([draft, sent, ['expired', '2026-03-19']])],
    ['follow', 'of an accepted one is to follow it', step([draft, sent, ['accepted', '2026-03-05']])],
  ])('(%s) %s', (next, _, one) => {
    expect(nextThing(one, '2026-03-20')).toBe(next)
  })

  it('of one that is over is nothing', () => {
    expect(nextThing(step([draft, sent, ['refused', '2026-03-05', 'other']]), '2026-03-20')).toBeNull()
  })
})

describe('who said no', () => {
  it('tells an organisation’s refusal from hers', () => {
    expect(refusedBy(step([draft, sent, ['refused', '2026-03-05', 'no_capacity']]))).toBe('organisation')
    expect(refusedBy(step([draft, sent, ['withdrawn', '2026-03-05', 'consent_withdrawn']]))).toBe('person')
    expect(refusedBy(step([draft, sent, ['withdrawn', '2026-03-05', 'person_declined']]))).toBe('person')
    expect(
      refusedBy(
        step([draft, sent, ['accepted', '2026-03-04'], ['not_completed', '2026-03-05', 'person_declined']]),
      ),
    ).toBe('person')
    expect(refusedBy(step([draft, sent, ['accepted', '2026-03-04'], ['revoked', '2026-03-05']]))).toBe(
      'person',
    )
    expect(refusedBy(step([draft, sent, ['withdrawn', '2026-03-05', 'no_answer']]))).toBeNull()
    expect(refusedBy(step([draft, sent]))).toBeNull()
  })
})

describe('what falls due', () => {
  const itemId = '00000000-0000-4000-8000-000000000000'
  const about = { itemId, term: 'legal_aid', organisation: 'Aide fictive' }

  it('is the answer to what was asked, by the day agreed or the usual one', () => {
    expect(stepDues(step([draft, sent], { dueOn: '2026-03-10' }))).toEqual([
      { ...about, kind: 'step_unanswered', dueOn: '2026-03-10' },
    ])
    expect(stepDues(step([draft, sent]))).toEqual([
      { ...about, kind: 'step_unanswered', dueOn: '2026-03-07' },
    ])
  })

  it('is a step that expired, since then, until it is sent again or let go', () => {
    const expired: Move[] = [draft, sent, ['expired', '2026-03-20']]
    expect(stepDues(step(expired))).toEqual([{ ...about, kind: 'step_expired', dueOn: '2026-03-20' }])
    expect(stepDues(step([...expired, ['withdrawn', '2026-03-21', 'no_answer']]))).toEqual([])
  })

  it('is nothing in a draft, in what is under way and in what is over', () => {
    expect(stepDues(step([draft]))).toEqual([])
    expect(stepDues(step([draft, sent, ['accepted', '2026-03-05']], { dueOn: '2026-03-10' }))).toEqual([])
    expect(stepDues(step([draft, sent, ['refused', '2026-03-05', 'other']]))).toEqual([])
  })
})
