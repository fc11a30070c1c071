/** RFC 4648 base 32 without padding: upper-case letters and digits, which a QR code stores in its compact alphanumeric mode. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let pending = 0
  let bits = 0
  for (const byte of bytes) {
    pending = (pending << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += ALPHABET[(pending >> (bits - 5)) & 31] ?? ''
    pending &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + (ALPHABET[(pending << (5 - bits)) & 31] ?? '')
}

/** The bytes, or undefined when a character is foreign or the text is not the one `toBase32` would have made. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let at = 0
  let pending = 0
  let bits = 0
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return undefined
    pending = (pending << 5) | value
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = pending >> bits
    pending &= (1 << bits) - 1
  }
  return toBase32(bytes) === text ? bytes : undefined
}
