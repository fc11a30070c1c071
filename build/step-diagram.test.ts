import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { referralsFile, withDiagram } from './step-diagram.ts'

it('draws the life of a referral step as the program has it', () => {
  const page = readFileSync(referralsFile, 'utf8')
  const accept = 'The states of a step have changed. If that is meant: node build/step-diagram.ts'
  expect(page, accept).toBe(withDiagram(page))
})
