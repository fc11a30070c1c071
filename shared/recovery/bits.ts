/** The numbers of `width` bits that bytes are made of, first bits first; the last number is filled up with zeros. */
export function toNumbers(bytes: Uint8Array, width: number): number[] {
  const numbers: number[] = []
  let pending = 0
  let bits = 0
  for (const byte of bytes) {
    pending = pending * 256 + byte
    bits += 8
    while (bits >= width) {
      bits -= width
      numbers.push(Math.floor(pending / 2 ** bits))
      pending %= 2 ** bits
    }
  }
  if (bits > 0) numbers.push(pending * 2 ** (width - bits))
  return numbers
}

/** The bytes that numbers of `width` bits are made of; bits that fill no byte are left out. */
export function fromNumbers(numbers: readonly number[], width: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((numbers.length * width) / 8))
  let at = 0
  let pending = 0
  let bits = 0
  for (const number of numbers) {
    pending = pending * 2 ** width + number
    bits += width
    while (bits >= 8) {
      bits -= 8
      bytes[at++] = Math.floor(pending / 2 ** bits)
      pending %= 2 ** bits
    }
  }
  return bytes
}
