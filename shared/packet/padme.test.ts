import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_PLAINTEXT_BYTES } from './limits.ts'
import { padmeLength } from './padme.ts'

/** The algorithm as printed in the paper, with bit masks. */
function asInThePaper(length: number): number {
  const e = Math.floor(Math.log2(length))
  const s = Math.floor(Math.log2(e)) + 1
  const lastBits = e - s
  const mask = 2 ** lastBits - 1
  return ((length + mask) & ~mask) >>> 0
}

describe('Padmé', () => {
  it('gives the lengths of the published algorithm', () => {
    for (let length = 2; length < 5000; length++) expect(padmeLength(length)).toBe(asInThePaper(length))
    fc.assert(
      fc.property(fc.integer({ min: 2, max: MAX_PLAINTEXT_BYTES }), (length) => {
        expect(padmeLength(length)).toBe(asInThePaper(length))
      }),
    )
  })

  it('never shortens, and a padded length stays as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_PLAINTEXT_BYTES }), (length) => {
        expect(padmeLength(length)).toBeGreaterThanOrEqual(length)
        expect(padmeLength(padmeLength(length))).toBe(padmeLength(length))
      }),
    )
  })

  it('costs at most 6.25 % for every length from 256 bytes to 1 MiB', () => {
    let worst = 0
    for (let length = 256; length <= 2 ** 20; length++)
      worst = Math.max(worst, padmeLength(length) / length - 1)
    expect(worst).toBeLessThanOrEqual(0.0625)
    expect(worst).toBeGreaterThan(0.06)
  })

  it('leaves 17 different lengths for all the messages between 256 and 511 bytes', () => {
    const seen = new Set(Array.from({ length: 256 }, (_, i) => padmeLength(256 + i)))
    expect(seen.size).toBe(17)
  })

  it('keeps the largest plaintext as it is', () => {
    expect(padmeLength(MAX_PLAINTEXT_BYTES)).toBe(MAX_PLAINTEXT_BYTES)
  })
})
