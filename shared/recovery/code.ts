import { RelaisError } from '../errors.ts'
import { concat, equalBytes, utf8 } from '../packet/bytes.ts'
import { nacl } from '../packet/nacl.ts'
import { fromNumbers, toNumbers } from './bits.ts'
import { field32 } from './field.ts'

/**
 * The recovery code as it is printed: a secret of 128 bits in Crockford's base 32 (no I, L, O, U), seven groups of five.
 *
 * Four characters of a group carry 20 bits: those of the secret, then twelve of its checksum. The fifth is the check
 * character, the sum in the field of 32 of α·d₁ + α²·d₂ + α³·d₃ + α⁴·d₄ and the number of the group. One wrong
 * character, two exchanged within a group, or two groups exchanged always show, and in which group.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 7
const groupLength = 5
const secretBytes = 16
const checksumContext = utf8('relais recovery code v1\0')
const qrPrefix = 'RELAIS-CODE:'

/** `secret` (16 bytes) in seven groups with dashes between: 41 characters. */
export function encodeCode(secret: Uint8Array): string {
  const numbers = toNumbers(concat(secret, checksumOf(secret)), 5)
  return Array.from({ length: groups }, (_, group) => {
    const data = numbers.slice(group * 4, group * 4 + 4)
    return [...data, checkOf(data, group)].map((number) => alphabet[number] ?? '').join('')
  }).join('-')
}

/** The same for a QR code in its compact alphanumeric mode. */
export const codeToQrText = (secret: Uint8Array): string => qrPrefix + encodeCode(secret).replaceAll('-', '')

/**
 * The secret (16 bytes; the caller wipes it) in a code as a person types, pastes or scans it.
 * @throws recovery.code_malformed with the `group` (1 to 7) that is not as printed; 0 when there are too few or too many
 *   characters, or when the whole does not agree though each group does
 */
export function decodeCode(entered: string): Uint8Array {
  const typed = legible(entered)
  const parts = typed.split(separators).filter((part) => part !== '')
  const numbers = [...parts.join('')].map((character) => alphabet.indexOf(character))
  const whole = Math.min(groups, Math.floor(numbers.length / groupLength))
  const oddPart = parts.length === groups ? parts.findIndex((part) => part.length !== groupLength) : -1
  if (oddPart >= 0) throw malformed(oddPart + 1)
  const data = Array.from({ length: whole }, (_, group) => {
    const [a = -1, b = -1, c = -1, d = -1, check] = numbers.slice(group * groupLength)
    if ([a, b, c, d].includes(-1) || check !== checkOf([a, b, c, d], group)) throw malformed(group + 1)
    return [a, b, c, d]
  }).flat()
  if (numbers.length !== groups * groupLength) throw malformed(0)
  const bytes = fromNumbers(data, 5)
  const secret = bytes.slice(0, secretBytes)
  // 140 bits make 17 bytes and a half.
  const last = ((data.at(-1) ?? 0) & 0b1111) << 4
  if (!equalBytes(checksumOf(secret), Uint8Array.of(bytes[secretBytes] ?? 0, last))) throw malformed(0)
  return secret
}

const separators = /[\s\p{Pd}._]+/u

/** What hands and eyes confuse on paper: Crockford's own rules, and U for V. */
function legible(entered: string): string {
  const typed = entered.normalize('NFKC').trim().toUpperCase()
  const code = typed.startsWith(qrPrefix) ? typed.slice(qrPrefix.length) : typed
  return code.replaceAll('O', '0').replace(/[IL]/g, '1').replaceAll('U', 'V')
}

const checkOf = (data: readonly number[], group: number): number =>
  data.reduce((sum, number, index) => sum ^ field32.shift(number, index + 1), group + 1)

/** Twelve bits, in two bytes. */
function checksumOf(secret: Uint8Array): Uint8Array {
  const [first = 0, second = 0] = nacl.hash(concat(checksumContext, secret))
  return Uint8Array.of(first, second & 0xf0)
}

const malformed = (group: number): RelaisError => new RelaisError('recovery.code_malformed', { group })
