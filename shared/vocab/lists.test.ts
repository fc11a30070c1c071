import { describe, expect, it } from 'vitest'
import { type CodeList, codesOf, labelOf } from './code-list.ts'
import { lists } from './lists.ts'
import { acts, means, purposes } from './palermo.ts'
import {
  isServiceGap,
  noReferralReasons,
  notCompletedReasons,
  refusalReasons,
  serviceOutcomes,
  stepReasons,
  withdrawalReasons,
} from './referral.ts'
import { protectiveFactors, riskFactors, riskLevels } from './risk.ts'
import { services } from './services.ts'

/** “Anonymous” is a legal term that a case never meets, and a referral is a « référence ». */
const FORBIDDEN = /anonymi[sz]|orientation|aiguillage/i

describe.each(Object.entries(lists))('%s', (_, list) => {
  const terms = Object.values(list)
  const said = (locale: 'fr' | 'en') => [
    ...terms.map((t) => t[locale]),
    ...terms.map((t) => t.definition?.[locale] ?? ''),
  ]

  it('has a label in both languages and a source for every code', () => {
    for (const term of terms) {
      expect(term.fr).toMatch(/^[\p{Lu}\d]/u)
      expect(term.en).toMatch(/^[\p{Lu}\d]/u)
      expect(term.source).not.toBe('')
    }
  })

  it('never shows the same label for two codes', () => {
    for (const locale of ['fr', 'en'] as const) {
      const labels = terms.map((term) => term[locale].toLowerCase())
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  it('has codes that survive a file, a column and a URL', () => {
    for (const code of codesOf(list)) {
      expect(code).toMatch(/^[a-z\d]+(_[a-z\d]+)*$/)
      expect(code.length).toBeLessThanOrEqual(64)
    }
  })

  it('is typeset: curly apostrophes, composed accents, no stray space, French marks that stay on their line', () => {
    for (const text of said('fr')) expect(text).not.toMatch(/(?<!\u00a0)[:;?!»]|«(?!\u00a0)/)
    for (const text of [...said('fr'), ...said('en')]) {
      expect(text).not.toMatch(/['"]|^\s|\s$| {2}/)
      expect(text).toBe(text.normalize('NFC'))
    }
  })

  it('keeps to the words of the house', () => {
    for (const text of [...said('fr'), ...said('en')]) expect(text).not.toMatch(FORBIDDEN)
  })

  it('ends each definition as a sentence, in both languages', () => {
    for (const { definition } of terms) {
      if (!definition) continue
      expect(definition.fr).toMatch(/\.$/)
      expect(definition.en).toMatch(/\.$/)
    }
  })
})

it('defines every act, means and purpose', () => {
  for (const list of [acts, means, purposes]) {
    for (const term of Object.values<CodeList[string]>(list)) expect(term.definition).toBeDefined()
  }
})

it('has the Protocol’s five acts and eight means, no more', () => {
  expect(codesOf(acts)).toEqual(['recruitment', 'transportation', 'transfer', 'harbouring', 'receipt'])
  expect(codesOf(means)).toHaveLength(8)
})

it('keeps eight to fourteen risk and protective factors', () => {
  for (const list of [riskFactors, protectiveFactors]) {
    const count = Object.keys(list).length
    expect(count).toBeGreaterThanOrEqual(8)
    expect(count).toBeLessThanOrEqual(14)
  }
})

it('orders risk from not assessed to high', () => {
  expect(codesOf(riskLevels)).toEqual(['unassessed', 'low', 'medium', 'high'])
})

it('gives a reason code the same words in every list that has it', () => {
  for (const list of [refusalReasons, notCompletedReasons, withdrawalReasons]) {
    for (const [code, term] of Object.entries<CodeList[string]>(list)) {
      expect(labelOf(stepReasons, code, 'fr')).toBe(term.fr)
      expect(labelOf(stepReasons, code, 'en')).toBe(term.en)
    }
  }
})

it('counts as a gap what was not there, and never what the person did not want', () => {
  expect(codesOf(serviceOutcomes).filter(isServiceGap)).toEqual(['waiting_list', 'service_unavailable'])
  expect(isServiceGap('declined_by_person')).toBe(false)
  expect(codesOf(serviceOutcomes)).toEqual(['referred', ...codesOf(noReferralReasons)])
})

it('says what each service is for', () => {
  const { other, ...named } = services
  for (const term of Object.values<CodeList[string]>(named)) expect(term.definition).toBeDefined()
})
