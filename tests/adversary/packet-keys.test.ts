import { describe, expect, it } from 'vitest'
import { toWire } from '../../shared/errors.ts'
import { fromHex } from '../../shared/packet/bytes.ts'
import { nacl } from '../../shared/packet/nacl.ts'
import { designcrypt } from '../../shared/packet/open.ts'
import { signcrypt } from '../../shared/packet/seal.ts'
import { type Forgery, forge, forgeChunk, headerFields, join, pack } from './packet-forge.ts'

const sender = nacl.sign.keyPair()
const box = nacl.box.keyPair()
const text = Uint8Array.from(Buffer.from('text'))
const honest: Forgery = { sender, recipients: [box.publicKey], chunks: [{ plaintext: text, final: true }] }

const hex = (text: string): Uint8Array => fromHex(text, 32) ?? new Uint8Array()

/** https://cr.yp.to/ecdh.html#validate: every u with which X25519 gives zero, also in encodings at or above the prime. */
const LOW_ORDER_BOX_KEYS = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'cdeb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880',
  '4c9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7',
  'd9ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'daffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'dbffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
]

/** The eight low-order points of Ed25519 and their non-canonical encodings ("Taming the many EdDSAs", 2020, table 1). */
const LOW_ORDER_SIGN_KEYS = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000080',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
]

async function outcome(bytes: Uint8Array, key = box): Promise<string> {
  return designcrypt(bytes, [key]).then(
    () => 'opened',
    (error: unknown) => toWire(error).code,
  )
}

describe('a low-order key', () => {
  it.each(LOW_ORDER_BOX_KEYS)('%s is never sealed to', async (key) => {
    const recipients = [box.publicKey, hex(key)]
    await expect(signcrypt({ sender, recipients, plaintext: text })).rejects.toThrow('packet.weak_key')
  })

  it.each(LOW_ORDER_BOX_KEYS)(
    '%s as the ephemeral key is refused, though everything agrees with it',
    async (key) => {
      // The sender needs no secret: with the reader's key the outcome is that of a shared secret of zero, whoever computes it.
      const ephemeral = { publicKey: hex(key), secretKey: new Uint8Array(32) }
      const payloadKey = nacl.randomBytes(32)
      const fields = headerFields({ ...honest, recipients: [hex(key)], ephemeral, payloadKey })
      const header = pack(fields)
      const chunk = forgeChunk(header, payloadKey, sender.secretKey, { plaintext: text, final: true })
      expect(await outcome(join(pack(header), chunk))).toBe('packet.weak_key')
    },
  )

  it.each(LOW_ORDER_SIGN_KEYS)(
    '%s as the sender is refused, though signatures nobody made verify under it',
    async (key) => {
      const weak = { publicKey: hex(key), secretKey: sender.secretKey }
      const signature = join(Uint8Array.of(1), new Uint8Array(63))
      const code = await outcome(
        forge({ ...honest, sender: weak, chunks: [{ plaintext: text, final: true, signature }] }),
      )
      expect(code).toBe('packet.weak_key')
    },
  )
})

describe('an anonymous sender', () => {
  it('is refused, with zeros for a signature as the specification has it or with any other', async () => {
    const nobody = { publicKey: new Uint8Array(32), secretKey: sender.secretKey }
    for (const signature of [new Uint8Array(64), nacl.randomBytes(64)]) {
      const file = forge({ ...honest, sender: nobody, chunks: [{ plaintext: text, final: true, signature }] })
      expect(await outcome(file)).toBe('packet.anonymous_sender')
    }
  })
})

describe('a sender’s key that is not on the curve', () => {
  it('signs nothing', async () => {
    const off = { publicKey: Uint8Array.of(2, ...new Uint8Array(31)), secretKey: sender.secretKey }
    expect(await outcome(forge({ ...honest, sender: off }))).toBe('packet.altered')
  })
})

describe('an ephemeral key with its top bit set', () => {
  it('is refused: X25519 ignores the bit, so a carrier could set it', async () => {
    const pair = nacl.box.keyPair()
    const publicKey = pair.publicKey.slice()
    publicKey[31] = (publicKey[31] ?? 0) | 0x80
    expect(await outcome(forge({ ...honest, ephemeral: { publicKey, secretKey: pair.secretKey } }))).toBe(
      'packet.weak_key',
    )
  })
})
