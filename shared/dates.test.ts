import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween, plainDate, startOf } from './dates.ts'

describe('a day', () => {
  it('is the one where this computer is, not the one in Greenwich', () => {
    const lateEvening = Date.UTC(2026, 2, 3, 2, 30)
    expect(dayOf(lateEvening, 'America/Toronto')).toBe('2026-03-02')
    expect(dayOf(lateEvening, 'UTC')).toBe('2026-03-03')
  })

  it('begins at midnight where this computer is, also on the days when clocks change', () => {
    expect(startOf('2026-03-02', 'America/Toronto')).toBe(Date.UTC(2026, 2, 2, 5))
    expect(startOf('2026-03-09', 'America/Toronto')).toBe(Date.UTC(2026, 2, 9, 4))
    expect(dayOf(startOf('2026-03-08'))).toBe('2026-03-08')
  })

  it('is followed by the next one, over leap years and clock changes', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-08', 1)).toBe('2026-03-09')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('is counted to and from', () => {
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31)
    expect(daysBetween('2026-04-01', '2026-03-01')).toBe(-31)
  })

  it.each(['2026-02-30', '2026-13-01', '2026-3-1', '2026-03-01T00:00', '', '01/03/2026'])(
    'that the calendar does not have is refused: %s',
    (text) => {
      expect(plainDate.safeParse(text).success).toBe(false)
    },
  )
})
