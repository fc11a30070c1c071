import { expect, it } from 'vitest'
import { toldSeconds } from './told-seconds.ts'

const told = (total: number): number[] => {
  const seconds = Array.from({ length: total }, (_, index) => total - index)
  return [...new Set(seconds.map((left) => toldSeconds(left, total)))]
}

it('says a countdown of five minutes aloud seven times, not three hundred', () => {
  expect(told(300)).toEqual([300, 240, 180, 120, 60, 30, 10])
})

it('says a short one once, with the seconds that it lasts', () => {
  expect(told(1)).toEqual([1])
  expect(told(8)).toEqual([8])
  expect(told(16)).toEqual([16, 10])
})
