import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf } from '../vocab/code-list.ts'
import { type Indicator, indicators } from '../vocab/indicators.ts'
import { majorities } from '../vocab/person.ts'
import { type Suggested, type Suggestion, suggestionFrom } from './suggestion.ts'

const signs = codesOf<Indicator>(indicators)
const someSigns = fc.subarray([...signs])
const someMajority = fc.constantFrom(...codesOf(majorities))

const suggested = (suggestion: Suggestion): readonly Suggested[] => [
  ...suggestion.acts,
  ...suggestion.means,
  ...suggestion.purposes,
  ...suggestion.controls,
]
const codesIn = (list: readonly Suggested[]) => list.map(({ code }) => code)
const leanings = ['none', 'some', 'several']

describe('the signs that were chosen', () => {
  it('bring to mind the act, the means and the purpose they speak of, and say why', () => {
    const suggestion = suggestionFrom(['work_not_as_promised', 'excessive_hours', 'documents_held'], 'adult')
    expect(suggestion).toEqual({
      acts: [{ code: 'recruitment', signs: ['work_not_as_promised'] }],
      means: [
        { code: 'coercion', signs: ['documents_held'] },
        { code: 'deception', signs: ['work_not_as_promised'] },
      ],
      purposes: [{ code: 'forced_labour', signs: ['excessive_hours'] }],
      controls: [
        { code: 'false_promises', signs: ['work_not_as_promised'] },
        { code: 'excessive_working_hours', signs: ['excessive_hours'] },
        { code: 'withholds_documents', signs: ['documents_held'] },
      ],
      elementsSeen: { act: true, means: true, purpose: true },
      meansNeeded: true,
      leaning: 'several',
    })
  })

  it('suggest nothing when there is none', () => {
    const { elementsSeen, leaning, ...rest } = suggestionFrom([], 'adult')
    expect(rest).toEqual({ acts: [], means: [], purposes: [], controls: [], meansNeeded: true })
    expect(elementsSeen).toEqual({ act: false, means: false, purpose: false })
    expect(leaning).toBe('none')
  })

  it('are never several when there is but one, however much it says', () => {
    for (const sign of signs) expect(suggestionFrom([sign], 'adult').leaning).toBe('some')
  })

  it('are passed over when a newer version wrote them', () => {
    const odd = ['sign_of_the_future', 'constructor', '__proto__']
    expect(suggestionFrom(odd, 'adult')).toEqual(suggestionFrom([], 'adult'))
  })

  it('count once however often they are listed, in whatever order', () => {
    fc.assert(
      fc.property(someSigns, someMajority, (chosen, majority) => {
        const twice = [...chosen, ...chosen].reverse()
        expect(suggestionFrom(twice, majority)).toEqual(suggestionFrom(chosen, majority))
      }),
    )
  })
})

it('never needs a means for a minor, nor for someone who may have been one', () => {
  fc.assert(
    fc.property(someSigns, fc.constantFrom('minor', 'unknown'), (chosen, majority) => {
      expect(suggestionFrom(chosen, majority).meansNeeded).toBe(false)
    }),
  )
})

it('needs no means for an adult whose signs are of before she was 18', () => {
  expect(suggestionFrom(['minor_sexual_services'], 'adult').meansNeeded).toBe(false)
})

it('leans no less towards trafficking for a minor than for an adult', () => {
  fc.assert(
    fc.property(someSigns, (chosen) => {
      expect(suggestionFrom(chosen, 'minor').leaning).toBe(suggestionFrom(chosen, 'adult').leaning)
    }),
  )
})

it('suggests nothing but what a chosen sign speaks of', () => {
  fc.assert(
    fc.property(someSigns, someMajority, (chosen, majority) => {
      const suggestion = suggestionFrom(chosen, majority)
      for (const part of ['acts', 'means', 'purposes', 'controls'] as const) {
        for (const { code, signs: behind } of suggestion[part]) {
          expect(behind.length).toBeGreaterThan(0)
          for (const sign of behind) {
            expect(chosen).toContain(sign)
            expect(indicators[sign].suggests?.[part]).toContain(code)
          }
        }
      }
    }),
  )
})

it('takes no suggestion back when a sign is added', () => {
  fc.assert(
    fc.property(someSigns, fc.constantFrom(...signs), someMajority, (chosen, added, majority) => {
      const before = suggestionFrom(chosen, majority)
      const after = suggestionFrom([...chosen, added], majority)
      for (const part of ['acts', 'means', 'purposes', 'controls'] as const) {
        expect(codesIn(after[part])).toEqual(expect.arrayContaining(codesIn(before[part])))
      }
      expect(leanings.indexOf(after.leaning)).toBeGreaterThanOrEqual(leanings.indexOf(before.leaning))
    }),
  )
})

it('gives no verdict: whatever is chosen, its strongest word is “several signs”', () => {
  const everything = suggestionFrom(signs, 'adult')
  expect(everything.leaning).toBe('several')
  expect(codesIn(suggested(everything))).not.toContain('unknown')
})
