import { describe, expect, it, vi } from 'vitest'
import { throttle } from './throttle.ts'

describe('the sign that somebody is there', () => {
  it('is given at the first key, then at most once in ten seconds however fast one types', () => {
    let now = 0
    const tell = vi.fn()
    const key = throttle(tell, 10_000, () => now)
    for (; now < 25_000; now += 100) key()
    expect(tell).toHaveBeenCalledTimes(3)
  })
})
