import { describe, expect, it } from 'vitest'
import { codesOf } from './code-list.ts'
import {
  notCompletedReasons,
  refusalReasons,
  type StepState,
  stepStates,
  withdrawalReasons,
} from './referral.ts'
import { canMove, reasonsFor, stepTransitions } from './transitions.ts'

const states = codesOf(stepStates)

function reachedFrom(start: StepState): Set<StepState> {
  const seen = new Set<StepState>([start])
  for (const state of seen) for (const { to } of stepTransitions[state]) seen.add(to)
  return seen
}

describe('the life of a referral step', () => {
  it('reaches every state from a draft', () => {
    expect([...reachedFrom('draft')].sort()).toEqual([...states].sort())
  })

  it('ends only where an end is meant', () => {
    expect(states.filter((state) => stepTransitions[state].length === 0)).toEqual([
      'refused',
      'completed',
      'not_completed',
      'withdrawn',
      'revoked',
    ])
  })

  it('leaves nobody in a state that cannot end', () => {
    for (const state of states) {
      expect([...reachedFrom(state)].some((reached) => stepTransitions[reached].length === 0)).toBe(true)
    }
  })

  it('never goes back to a draft, nor from a state to itself', () => {
    for (const state of states) {
      expect(canMove(state, 'draft')).toBe(false)
      expect(canMove(state, state)).toBe(false)
    }
  })

  it('takes an answer that comes before its receipt, or after the date', () => {
    expect(canMove('sent', 'accepted')).toBe(true)
    expect(canMove('expired', 'accepted')).toBe(true)
    expect(canMove('expired', 'refused')).toBe(true)
  })

  it('is withdrawn before it is accepted and revoked after', () => {
    const from = (to: StepState) => states.filter((state) => canMove(state, to))
    expect(from('withdrawn')).toEqual(['sent', 'received', 'expired'])
    expect(from('revoked')).toEqual(['accepted', 'in_progress'])
  })

  it('keeps a refusal: a new try is a new step', () => {
    expect(canMove('refused', 'sent')).toBe(false)
  })
})

describe('reasons', () => {
  it('are asked for a refusal, a withdrawal and a step that did not come through', () => {
    expect(reasonsFor('refused')).toBe(refusalReasons)
    expect(reasonsFor('withdrawn')).toBe(withdrawalReasons)
    expect(reasonsFor('not_completed')).toBe(notCompletedReasons)
  })

  it('are never asked of someone who takes back her consent', () => {
    expect(reasonsFor('revoked')).toBeUndefined()
  })

  it('do not depend on where a step comes from', () => {
    for (const to of states) {
      const asked = Object.values(stepTransitions)
        .flat()
        .filter((transition) => transition.to === to)
      expect(new Set(asked.map((transition) => transition.reasons)).size).toBeLessThanOrEqual(1)
    }
  })
})
