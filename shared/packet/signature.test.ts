import { describe, expect, it } from 'vitest'
import { concat, fromHex, utf8 } from './bytes.ts'
import { nacl } from './nacl.ts'
import { requireSignKeyPair, sign, verifySignature } from './signature.ts'

const L = 2n ** 252n + 27742317777372353535851937790883648493n
const keys = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(7))
const message = utf8('a message')
const signature = sign(message, keys)

const littleEndian = (bytes: Uint8Array) =>
  bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n as bigint)
const scalar = (value: bigint) =>
  Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn))
const withScalar = (value: bigint) => concat(signature.subarray(0, 32), scalar(value))

function hex(text: string): Uint8Array {
  return fromHex(text, text.length / 2) ?? new Uint8Array()
}

describe('a signature', () => {
  it('verifies for its message and key, and for no other', () => {
    expect(verifySignature(message, signature, keys.publicKey)).toBe(true)
    expect(verifySignature(utf8('another'), signature, keys.publicKey)).toBe(false)
    expect(verifySignature(message, signature, nacl.sign.keyPair().publicKey)).toBe(false)
  })

  it('verifies as published in RFC 8032, section 7.1, test 3', () => {
    const key = hex('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025')
    const published = hex(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    )
    expect(verifySignature(hex('af82'), published, key)).toBe(true)
  })

  it('is refused with S + L, which tweetnacl takes for a second valid signature', () => {
    const malleated = withScalar(littleEndian(signature.subarray(32)) + L)
    expect(nacl.sign.detached.verify(message, malleated, keys.publicKey)).toBe(true)
    expect(verifySignature(message, malleated, keys.publicKey)).toBe(false)
  })

  it('is refused with any S at or above L', () => {
    const s = littleEndian(signature.subarray(32))
    for (const value of [L, L + 1n, s + 2n * L, s + 8n * L, 2n ** 253n, 2n ** 255n, 2n ** 256n - 1n]) {
      expect(verifySignature(message, withScalar(value), keys.publicKey)).toBe(false)
    }
  })

  it('is refused with S of zero, with R of zero, and all zero', () => {
    expect(verifySignature(message, withScalar(0n), keys.publicKey)).toBe(false)
    expect(verifySignature(message, concat(new Uint8Array(32), signature.subarray(32)), keys.publicKey)).toBe(
      false,
    )
    expect(verifySignature(message, new Uint8Array(64), keys.publicKey)).toBe(false)
  })

  it('is refused when cut short or continued, without an exception', () => {
    for (const length of [0, 1, 32, 63])
      expect(verifySignature(message, signature.subarray(0, length), keys.publicKey)).toBe(false)
    expect(verifySignature(message, concat(signature, Uint8Array.of(0)), keys.publicKey)).toBe(false)
    expect(verifySignature(message, signature, keys.publicKey.subarray(1))).toBe(false)
  })

  it('that nobody made is refused under a low-order key, where tweetnacl accepts it', () => {
    // A = the neutral element, S = 0, R = the neutral element: the equation S·B = R + h·A holds for every message.
    const neutral = scalar(1n)
    const free = concat(neutral, new Uint8Array(32))
    expect(nacl.sign.detached.verify(message, free, neutral)).toBe(true)
    expect(verifySignature(message, free, neutral)).toBe(false)
  })
})

describe('a signing pair', () => {
  it('is used only when its halves belong together', () => {
    expect(() => requireSignKeyPair(keys)).not.toThrow()
    const other = nacl.sign.keyPair()
    expect(() => requireSignKeyPair({ publicKey: other.publicKey, secretKey: keys.secretKey })).toThrow(
      'packet.weak_key',
    )
    expect(() =>
      requireSignKeyPair({ publicKey: keys.publicKey, secretKey: keys.secretKey.subarray(0, 32) }),
    ).toThrow('packet.weak_key')
  })
})
