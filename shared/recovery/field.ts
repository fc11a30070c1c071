/**
 * Finite fields of 2^bits elements, as tables of logarithms: check characters and check words are sums in one of them.
 * Nothing here hides its timing: it runs where a person types her own code.
 */
export interface Field {
  /** `a · 2^exponent`, 2 being the element that generates all others but 0. */
  shift(a: number, exponent: number): number
  multiply(a: number, b: number): number
  /** `b` is not 0. */
  divide(a: number, b: number): number
  /** The exponent to which 2 gives `a`, which is not 0. */
  log(a: number): number
}

/** @param polynomial a primitive one of degree `bits`, as a number whose bits are its coefficients */
function field(bits: number, polynomial: number): Field {
  const order = 2 ** bits - 1
  const powers: number[] = []
  const logs: number[] = []
  for (let exponent = 0, value = 1; exponent < order; exponent += 1) {
    powers[exponent] = value
    logs[value] = exponent
    value *= 2
    if (value > order) value ^= polynomial
  }
  const power = (exponent: number): number => powers[((exponent % order) + order) % order] ?? 0
  const log = (a: number): number => logs[a] ?? 0
  return {
    log,
    shift: (a, exponent) => (a === 0 ? 0 : power(log(a) + exponent)),
    multiply: (a, b) => (a === 0 || b === 0 ? 0 : power(log(a) + log(b))),
    divide: (a, b) => (a === 0 ? 0 : power(log(a) - log(b))),
  }
}

/** x⁵ + x² + 1: one element for each character of base 32. */
export const field32 = field(5, 0b100101)

/** x¹¹ + x² + 1: one element for each word of a list. */
export const field2048 = field(11, 0b100000000101)
