import { describe, expect, it } from 'vitest'
import { fromHex } from './bytes.ts'
import { nacl } from './nacl.ts'
import { deriveSharedKey } from './recipient.ts'
import { isSafeBoxKey, isSafeSignKey } from './weak-keys.ts'

// Both curves again from their equations (RFC 7748, section 4.1; RFC 8032, section 5.1), with nothing but integers.
const P = 2n ** 255n - 19n
const mod = (n: bigint) => ((n % P) + P) % P

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, mod(base)]
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = mod(result * square)
    square = mod(square * square)
  }
  return result
}
const inverse = (n: bigint) => power(n, P - 2n)
const D = mod(-121665n * inverse(121666n))

type Point = readonly [x: bigint, y: bigint]

/** Edwards addition, complete on this curve. */
function add([x1, y1]: Point, [x2, y2]: Point): Point {
  const t = mod(D * x1 * x2 * y1 * y2)
  return [mod((x1 * y2 + y1 * x2) * inverse(1n + t)), mod((y1 * y2 + x1 * x2) * inverse(1n - t))]
}

function times(point: Point, n: bigint): Point {
  let [result, doubled]: [Point, Point] = [[0n, 1n], point]
  for (let rest = n; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = add(result, doubled)
    doubled = add(doubled, doubled)
  }
  return result
}

/** x for a y, or undefined when no point has that y (RFC 8032, section 5.1.3). */
function recoverX(y: bigint): bigint | undefined {
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n))
  const root = power(square, (P + 3n) / 8n)
  const x = mod(root * root) === square ? root : mod(root * power(2n, (P - 1n) / 4n))
  return mod(x * x) === square ? x : undefined
}

/** The group has 8 L points: L times any of them has an order that divides 8. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n
function torsion(): Point[] {
  for (let y = 2n; ; y++) {
    const x = recoverX(y)
    if (x === undefined) continue
    const generator = times([x, y], L)
    if (times(generator, 4n)[1] !== 1n)
      return Array.from({ length: 8 }, (_, i) => times(generator, BigInt(i)))
  }
}

function encode(coordinate: bigint, topBit = 0): Uint8Array {
  const bytes = Uint8Array.from({ length: 32 }, (_, i) => Number((coordinate >> BigInt(8 * i)) & 0xffn))
  bytes[31] = (bytes[31] ?? 0) | (topBit << 7)
  return bytes
}

const POINTS = torsion()
const LOW_Y = [...new Set(POINTS.map(([, y]) => y))]
/** Montgomery u of every such point but the neutral one, and -1, the low-order point of the twist. */
const LOW_U = [
  ...new Set([...LOW_Y.filter((y) => y !== 1n).map((y) => mod((1n + y) * inverse(1n - y))), 1n, 0n, P - 1n]),
]

const strong = nacl.sign.keyPair().publicKey
const strongBox = nacl.box.keyPair()

describe('a public key without a secret', () => {
  it('comes in eight low-order points with five y, derived from the curve equation', () => {
    expect(new Set(POINTS.map(([x, y]) => `${x},${y}`)).size).toBe(8)
    expect(LOW_Y).toHaveLength(5)
    expect(LOW_U).toHaveLength(5)
  })

  it('is refused as a signing key, with either sign and in every encoding', () => {
    for (const y of LOW_Y) for (const sign of [0, 1]) expect(isSafeSignKey(encode(y, sign))).toBe(false)
  })

  it('is refused as a box key: whatever the secret, NaCl computes zero with it', () => {
    for (const u of LOW_U) {
      expect(nacl.scalarMult(strongBox.secretKey, encode(u))).toEqual(new Uint8Array(32))
      expect(isSafeBoxKey(encode(u))).toBe(false)
      expect(() => deriveSharedKey(encode(u), strongBox.secretKey)).toThrow('packet.weak_key')
    }
  })

  it('is refused in the encodings at or above the field prime too', () => {
    for (let extra = 0n; extra < 19n; extra++) {
      for (const topBit of [0, 1]) {
        expect(isSafeSignKey(encode(P + extra, topBit))).toBe(false)
        expect(isSafeBoxKey(encode(P + extra, topBit))).toBe(false)
      }
    }
  })

  it('is refused with a length other than 32 bytes', () => {
    for (const length of [0, 31, 33, 64]) {
      expect(isSafeSignKey(new Uint8Array(length).fill(9))).toBe(false)
      expect(isSafeBoxKey(new Uint8Array(length).fill(9))).toBe(false)
    }
  })
})

describe('a good public key', () => {
  it('is accepted, generated or published (RFC 8032, section 7.1; RFC 7748, section 6.1)', () => {
    expect(isSafeSignKey(strong)).toBe(true)
    expect(isSafeBoxKey(strongBox.publicKey)).toBe(true)
    const published = [
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    ]
    for (const key of published) expect(isSafeSignKey(fromHex(key, 32) ?? strong.subarray(1))).toBe(true)
    const alice = fromHex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a', 32)
    expect(isSafeBoxKey(alice ?? strong.subarray(1))).toBe(true)
  })

  it('is refused as a box key when a carrier has set its top bit, which X25519 ignores', () => {
    const key = strongBox.publicKey.slice()
    key[31] = (key[31] ?? 0) | 0x80
    expect(nacl.scalarMult(strongBox.secretKey, key)).toEqual(
      nacl.scalarMult(strongBox.secretKey, strongBox.publicKey),
    )
    expect(isSafeBoxKey(key)).toBe(false)
  })
})
