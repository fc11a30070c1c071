import { expect, it } from 'vitest'
import { agreed } from '../../tests/support/consent.ts'
import { stateUnsaved } from './state-unsaved.ts'

const withdrawn = '2026-01-05'
const one = agreed({ id: '3f6f1b0a-5f4e-4c2b-9b55-0a7a2f1f9d10' })

it('is what the vault has once it is saved, and to be saved until then', () => {
  expect(stateUnsaved(one, [one])).toBe(null)
  expect(stateUnsaved(one, [])).toBe('unsaved')
})

it('is not withdrawn before the withdrawal is saved, nor in force again before its undoing is', () => {
  const taken = { ...one, withdrawnOn: withdrawn }
  expect(stateUnsaved(taken, [one])).toBe('withdrawalUnsaved')
  expect(stateUnsaved(taken, [taken])).toBe(null)
  expect(stateUnsaved(one, [taken])).toBe('unsaved')
  // Of two versions that are not settled, one still has to learn of it.
  expect(stateUnsaved(taken, [taken, one])).toBe('withdrawalUnsaved')
})

it('covers nothing yet without a service, without who gave it, or for nobody', () => {
  const states = [
    agreed({ purpose: 'service_referral' }),
    agreed({ purpose: 'coordination' }),
    agreed({ givenBy: 'not_noted' }),
    agreed({ basis: 'legal_ground', ground: 'imminent_danger', note: 'un fait' }),
    agreed({ basis: 'legal_ground', note: 'un fait', recipients: 'Maison fictive' }),
  ].map((consent) => stateUnsaved(consent, [consent]))
  expect(new Set(states)).toEqual(new Set(['nothing']))
})
