import { describe, expect, it } from 'vitest'
import { periodProblems } from './period.ts'

describe('a period that makes one look again', () => {
  it('ends before it begins', () => {
    expect(periodProblems('2026-05', '2026-03', '2026-11')).toEqual({ from: null, until: 'reversed' })
  })

  it('has not come yet', () => {
    expect(periodProblems('2027-01', null, '2026-11')).toEqual({ from: 'future', until: null })
    expect(periodProblems(null, '2026-12', '2026-11')).toEqual({ from: null, until: 'future' })
  })

  it('is neither one month, nor one that still goes on, nor one of which nothing is known', () => {
    for (const [from, until] of [
      ['2026-05', '2026-05'],
      ['2026-05', '2026-11'],
      ['2026-05', null],
      [null, null],
    ] as const) {
      expect(periodProblems(from, until, '2026-11')).toEqual({ from: null, until: null })
    }
  })
})
