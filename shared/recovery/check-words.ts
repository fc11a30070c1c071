import { field2048 } from './field.ts'

/**
 * Two check words after the sixteen of a share: a Reed–Solomon code over the field of 2048. Of all 18 words w₀…w₁₇,
 * Σ wᵢ and Σ αⁱ·wᵢ are 0. Any one or two wrong words show, and so do two that changed places; a single wrong
 * one can be named, which a hash could not do.
 */
const { shift, divide, log } = field2048

interface Sums {
  readonly plain: number
  readonly weighted: number
}

function sumsOf(numbers: readonly number[]): Sums {
  return numbers.reduce<Sums>(
    ({ plain, weighted }, number, index) => ({
      plain: plain ^ number,
      weighted: weighted ^ shift(number, index),
    }),
    { plain: 0, weighted: 0 },
  )
}

/** `numbers` (eleven bits each) with the two check words behind them. */
export function checkWords(numbers: readonly number[]): number[] {
  const { plain, weighted } = sumsOf(numbers)
  const at = numbers.length
  // a + b = plain and αⁿ·a + αⁿ⁺¹·b = weighted; addition is its own reverse.
  const b = divide(weighted ^ shift(plain, at), shift(1, at) ^ shift(1, at + 1))
  return [...numbers, plain ^ b, b]
}

/** The place (from 1) of the one wrong word, 0 when more than one is wrong, null when all is well. */
export function findWrongWord(numbers: readonly number[]): number | null {
  const { plain, weighted } = sumsOf(numbers)
  if (plain === 0 && weighted === 0) return null
  if (plain === 0 || weighted === 0) return 0
  const index = log(divide(weighted, plain))
  return index < numbers.length ? index + 1 : 0
}
