import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type StepState, stepReasons, stepStates } from '../vocab/referral.ts'
import { canMove, reasonsFor, stepTransitions } from '../vocab/transitions.ts'
import { movesLimit, type Step, type StepMove, stepDetails } from './referrals.contract.ts'
import { earliestMove, isPossible, moved, stateOf } from './trajectory.ts'

const states = Object.keys(stepStates) as StepState[]
const on = '2026-03-02'

const stepAt = (state: StepState): Step => ({
  ...stepDetails.parse({ service: 'safe_housing' }),
  id: '00000000-0000-4000-8000-000000000000',
  position: 0,
  moves: [{ to: state, on, reason: null }],
  author: 'a'.repeat(64),
  version: {},
})

const aReason = (to: StepState): StepMove['reason'] =>
  (Object.keys(reasonsFor(to) ?? {})[0] as StepMove['reason']) ?? null

const pairs = states.flatMap((from) => states.map((to) => [from, to] as const))

describe('a referral step', () => {
  it.each(pairs.filter(([from, to]) => canMove(from, to)))('may go from %s to %s', (from, to) => {
    const next = moved(stepAt(from), { to, on, reason: aReason(to) })
    expect(stateOf(next)).toBe(to)
    expect(next.moves).toHaveLength(2)
  })

  it.each(pairs.filter(([from, to]) => !canMove(from, to)))('may not go from %s to %s', (from, to) => {
    expect(() => moved(stepAt(from), { to, on, reason: aReason(to) })).toThrow('referrals.illegal_transition')
  })

  it.each(pairs.filter(([from, to]) => canMove(from, to) && reasonsFor(to)))(
    'says why when it goes from %s to %s, in a reason that fits',
    (from, to) => {
      expect(() => moved(stepAt(from), { to, on, reason: null })).toThrow('referrals.reason_required')
      const foreign = (Object.keys(stepReasons) as StepMove['reason'][]).find(
        (reason) => !Object.hasOwn(reasonsFor(to) ?? {}, reason ?? ''),
      )
      expect(() => moved(stepAt(from), { to, on, reason: foreign ?? null })).toThrow(
        'referrals.reason_required',
      )
    },
  )

  it('keeps no reason where none is asked: who withdraws her consent owes none', () => {
    expect(moved(stepAt('accepted'), { to: 'revoked', on, reason: 'other' }).moves.at(-1)?.reason).toBeNull()
  })

  it('is never changed in place, and keeps all its moves, wherever it goes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10), { maxLength: 30 }), (choices) => {
        let step = stepAt('draft')
        for (const choice of choices) {
          const ways = stepTransitions[stateOf(step)]
          const way = ways[choice % Math.max(1, ways.length)]
          if (!way) break
          const before = structuredClone(step)
          const next = moved(step, { to: way.to, on, reason: aReason(way.to) })
          expect(step).toEqual(before)
          expect(next.moves.slice(0, -1)).toEqual(before.moves)
          step = next
        }
      }),
    )
  })

  it('that has been sent and has expired without end stops before it can’t be read any more', () => {
    let step = moved(stepAt('draft'), { to: 'sent', on, reason: null })
    const send = () => {
      step = moved(step, { to: stateOf(step) === 'sent' ? 'expired' : 'sent', on, reason: null })
    }
    while (step.moves.length < movesLimit) send()
    expect(send).toThrow('referrals.illegal_transition')
  })

  it('may have been sent before it was noted here, and is answered on no earlier day than it was sent', () => {
    const sent = moved(stepAt('draft'), { to: 'sent', on: '2026-02-20', reason: null })
    expect(earliestMove(sent)).toBe('2026-02-20')
    expect(() => moved(sent, { to: 'accepted', on: '2026-02-19', reason: null })).toThrow(
      'referrals.date_order',
    )
    expect(stateOf(moved(sent, { to: 'accepted', on: '2026-02-20', reason: null }))).toBe('accepted')
    expect(earliestMove(stepAt('draft'))).toBeNull()
  })

  it.each<[string, StepState[]]>([
    ['begins anywhere but with its draft', ['sent']],
    ['was completed before anybody was asked', ['draft', 'completed']],
    ['came back from a refusal', ['draft', 'sent', 'refused', 'accepted']],
  ])('from elsewhere is not believed when it %s', (_, path) => {
    expect(isPossible({ moves: path.map((to) => ({ to, on, reason: null })) })).toBe(false)
  })

  it('from elsewhere is not believed when its days go back, and keeps a reason that only they know', () => {
    const moves = (answered: string): StepMove[] => [
      { to: 'draft', on, reason: null },
      { to: 'sent', on: '2026-02-20', reason: null },
      { to: 'refused', on: answered, reason: 'a_reason_of_theirs' },
    ]
    expect(isPossible({ moves: moves('2026-02-19') })).toBe(false)
    expect(isPossible({ moves: moves('2026-02-20') })).toBe(true)
  })
})
