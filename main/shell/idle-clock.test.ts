import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIdleClock } from './idle-clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the idle clock', () => {
  it('rings once after the minutes chosen, and not a second before', () => {
    const ring = vi.fn()
    createIdleClock(() => 5, ring).touch()
    vi.advanceTimersByTime(5 * 60_000 - 1)
    expect(ring).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(ring).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(60 * 60_000)
    expect(ring).toHaveBeenCalledOnce()
  })

  it('starts again with every touch', () => {
    const ring = vi.fn()
    const clock = createIdleClock(() => 1, ring)
    for (let n = 0; n < 10; n += 1) {
      clock.touch()
      vi.advanceTimersByTime(59_999)
    }
    expect(ring).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(ring).toHaveBeenCalledOnce()
  })

  it('takes up new minutes at the next touch', () => {
    const ring = vi.fn()
    let minutes = 30
    const clock = createIdleClock(() => minutes, ring)
    clock.touch()
    minutes = 1
    clock.touch()
    vi.advanceTimersByTime(60_000)
    expect(ring).toHaveBeenCalledOnce()
  })

  it('is silent once stopped, and before the first touch', () => {
    const ring = vi.fn()
    const clock = createIdleClock(() => 1, ring)
    vi.advanceTimersByTime(120_000)
    clock.touch()
    clock.stop()
    clock.stop()
    vi.advanceTimersByTime(120_000)
    expect(ring).not.toHaveBeenCalled()
  })

  it('rings at once when the computer wakes, though its timers stood still while it slept', () => {
    const ring = vi.fn()
    createIdleClock(() => 30, ring).touch()
    vi.advanceTimersByTime(10_000)
    vi.setSystemTime(Date.now() + 8 * 3_600_000)
    vi.advanceTimersByTime(5000)
    expect(ring).toHaveBeenCalledTimes(1)
  })

  it('takes a moment’s delay, or a clock set back, for no sleep', () => {
    const ring = vi.fn()
    createIdleClock(() => 30, ring).touch()
    vi.setSystemTime(Date.now() + 20_000)
    vi.advanceTimersByTime(5000)
    vi.setSystemTime(Date.now() - 3_600_000)
    vi.advanceTimersByTime(5000)
    expect(ring).not.toHaveBeenCalled()
  })

  it('rings although somebody moved before it could notice the sleep by itself', () => {
    const ring = vi.fn()
    const clock = createIdleClock(() => 30, ring)
    clock.touch()
    vi.advanceTimersByTime(10_000)
    vi.setSystemTime(Date.now() + 8 * 3_600_000)
    clock.touch()
    expect(ring).toHaveBeenCalledOnce()
  })

  it('takes the time for which the vault was locked for no sleep', () => {
    const ring = vi.fn()
    const clock = createIdleClock(() => 30, ring)
    clock.touch()
    clock.stop()
    vi.setSystemTime(Date.now() + 8 * 3_600_000)
    clock.touch()
    expect(ring).not.toHaveBeenCalled()
  })
})
