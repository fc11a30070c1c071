import { describe, expect, it } from 'vitest'
import { ageOf } from './age.ts'

const now = Date.UTC(2026, 10, 22, 15)
const hour = 3_600_000

describe('the age of a backup', () => {
  it.each([
    [0, 'minute', 0],
    [hour / 60, 'minute', 1],
    [1.9 * hour, 'minute', 114],
    [2 * hour, 'hour', 2],
    [47 * hour, 'hour', 47],
    [48 * hour, 'day', 2],
    [13 * 24 * hour, 'day', 13],
    [14 * 24 * hour, 'week', 2],
    [61 * 24 * hour, 'month', 2],
    [729 * 24 * hour, 'month', 24],
    [730 * 24 * hour, 'year', 2],
  ] as const)('after %d milliseconds is told in %s', (elapsed, unit, count) => {
    expect(ageOf(now - elapsed, now)).toEqual({ unit, count })
  })

  it('is unknown when it was made later than now, and “now” when two clocks differ a little', () => {
    expect(ageOf(now + hour, now)).toBeNull()
    expect(ageOf(now + hour / 60, now)).toEqual({ unit: 'minute', count: 0 })
  })
})
