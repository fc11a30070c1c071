import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions, nextVersion, type VersionVector, versionKey } from './version.ts'

const authors = ['a', 'b', 'c'].map((letter) => letter.repeat(64))
const vector: fc.Arbitrary<VersionVector> = fc.dictionary(
  fc.constantFrom(...authors),
  fc.integer({ min: 1, max: 4 }),
)
const author = fc.constantFrom(...authors)
const opposite = { newer: 'older', older: 'newer', same: 'same', concurrent: 'concurrent' } as const

describe('the versions of a section', () => {
  it('stand to each other the same way from both sides', () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        expect(compareVersions(b, a)).toBe(opposite[compareVersions(a, b)])
      }),
    )
  })

  it('are the same only as themselves', () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        expect(compareVersions(a, a)).toBe('same')
        expect(compareVersions(a, b) === 'same').toBe(versionKey(a) === versionKey(b))
      }),
    )
  })

  it('never go round in a circle', () => {
    fc.assert(
      fc.property(vector, vector, vector, (a, b, c) => {
        fc.pre(compareVersions(a, b) === 'newer' && compareVersions(b, c) === 'newer')
        expect(compareVersions(a, c)).toBe('newer')
      }),
    )
  })

  it('are replaced by whoever has seen them all, whatever she saw first', () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 5 }), author, (seen, who) => {
        const next = nextVersion(seen, who)
        for (const one of seen) expect(compareVersions(next, one)).toBe('newer')
        expect(nextVersion(seen.toReversed(), who)).toEqual(next)
      }),
    )
  })

  it('written apart by two people are concurrent, never one over the other', () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 5 }), (seen) => {
        const [one, two] = authors.map((who) => nextVersion(seen, who))
        expect(compareVersions(one ?? {}, two ?? {})).toBe('concurrent')
      }),
    )
  })

  it('have one spelling each, in whatever order their authors came', () => {
    fc.assert(
      fc.property(vector, (a) => {
        expect(versionKey(Object.fromEntries(Object.entries(a).reverse()))).toBe(versionKey(a))
      }),
    )
  })

  it('begin below everything', () => {
    expect(compareVersions({}, {})).toBe('same')
    expect(compareVersions(nextVersion([], authors[0] ?? ''), {})).toBe('newer')
  })
})
