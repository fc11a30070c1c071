import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dissect } from '../../tests/adversary/packet-forge.ts'
import { toHex, utf8 } from './bytes.ts'
import { inspectPacket } from './inspect.ts'
import { CHUNK_BYTES, MAX_PACKET_BYTES, MAX_PLAINTEXT_BYTES, MAX_RECIPIENTS } from './limits.ts'
import { nacl } from './nacl.ts'
import { designcrypt } from './open.ts'
import type { BoxKeyPair } from './recipient.ts'
import { signcrypt, signcryptWith } from './seal.ts'
import { shuffled } from './shuffle.ts'

const sender = nacl.sign.keyPair()
const people: readonly BoxKeyPair[] = Array.from({ length: 30 }, () => nacl.box.keyPair())
const [ana = nacl.box.keyPair(), bea = nacl.box.keyPair()] = people

/** A recognisable content, the rule of the published vectors. */
function content(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (31 * i + 7 * Math.floor(i / 256) + 7) % 256)
}

/** Deterministic bytes, 0, 1, 2, … */
function counter(): (length: number) => Uint8Array {
  let next = 0
  return (length) => Uint8Array.from({ length }, () => next++ % 256)
}

describe('what is sealed', () => {
  it('opens again byte for byte, for any size up to 3 MiB and any number of recipients up to 30', async () => {
    const sizes = fc.oneof(
      fc.constantFrom(0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1),
      fc.nat(3 * CHUNK_BYTES),
    )
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 30 }), async (size, count) => {
        const plaintext = content(size)
        const recipients = people.slice(0, count)
        const sealed = await signcrypt({
          sender,
          recipients: recipients.map(({ publicKey }) => publicKey),
          plaintext,
        })
        const last = recipients.at(-1) ?? ana
        const opened = await designcrypt(sealed, [last])
        expect(Buffer.compare(opened.plaintext, plaintext)).toBe(0)
        expect(opened.senderSignPublicKey).toEqual(sender.publicKey)
        const seen = dissect(sealed, last.secretKey)
        expect(Buffer.compare(Buffer.concat(seen.chunks.map((chunk) => chunk.plaintext)), plaintext)).toBe(0)
        expect(seen.chunks).toHaveLength(Math.max(1, Math.ceil(size / CHUNK_BYTES)))
      }),
      { numRuns: 12 },
    )
  })

  it('opens for each of 30 recipients, and for nobody else', async () => {
    const plaintext = utf8('for all of you')
    const sealed = await signcrypt({
      sender,
      recipients: people.map(({ publicKey }) => publicKey),
      plaintext,
    })
    for (const person of people) expect((await designcrypt(sealed, [person])).plaintext).toEqual(plaintext)
    await expect(designcrypt(sealed, [nacl.box.keyPair()])).rejects.toThrow('packet.not_for_me')
    await expect(designcrypt(sealed, [])).rejects.toThrow('packet.not_for_me')
  })

  it('opens with an older key that was kept', async () => {
    const sealed = await signcrypt({ sender, recipients: [bea.publicKey], plaintext: utf8('x') })
    expect((await designcrypt(sealed, [ana, bea])).plaintext).toEqual(utf8('x'))
  })

  it('is the same bytes for the same randomness, and those bytes do not drift', async () => {
    const fixed = {
      sender: nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(1)),
      recipients: [nacl.box.keyPair.fromSecretKey(new Uint8Array(32).fill(2)).publicKey],
      dummies: 1,
      plaintext: utf8('known answer'),
    }
    const sealed = await signcryptWith(counter(), fixed)
    expect(await signcryptWith(counter(), fixed)).toEqual(sealed)
    expect(toHex(nacl.hash(sealed)).slice(0, 32)).toMatchInlineSnapshot(`"03c047be3f0b67f3596ee574e353c881"`)
    const seen = dissect(sealed, new Uint8Array(32).fill(2))
    expect(seen.fields.slice(0, 3)).toEqual(['saltpack', [2, 0], 3])
    expect(toHex(seen.payloadKey)).toBe(toHex(Uint8Array.from({ length: 32 }, (_, i) => i)))
    expect(Buffer.from(seen.chunks[0]?.plaintext ?? []).toString()).toBe('known answer')
  })

  it('puts recipients in no order that tells who was chosen first', () => {
    const first = new Set(Array.from({ length: 200 }, () => shuffled([1, 2, 3, 4], nacl.randomBytes)[0]))
    expect(first.size).toBe(4)
    expect(shuffled([3, 1, 2], nacl.randomBytes).toSorted()).toEqual([1, 2, 3])
  })

  it('leaves no secret behind in memory that it was given', async () => {
    const drawn: Uint8Array[] = []
    const random = (length: number) => {
      const bytes = nacl.randomBytes(length)
      drawn.push(bytes)
      return bytes
    }
    await signcryptWith(random, { sender, recipients: [ana.publicKey], plaintext: content(10) })
    const [payloadKey, ephemeralSecretKey] = drawn
    expect(payloadKey).toEqual(new Uint8Array(32))
    expect(ephemeralSecretKey).toEqual(new Uint8Array(32))
  })
})

describe('dummy recipients', () => {
  it('count like others from outside and open for nobody', async () => {
    const sealed = await signcrypt({ sender, recipients: [ana.publicKey], dummies: 3, plaintext: content(5) })
    expect(inspectPacket(sealed).recipients).toBe(4)
    expect((await designcrypt(sealed, [ana])).plaintext).toEqual(content(5))
  })
})

describe('sealing is refused', () => {
  const plaintext = new Uint8Array(1)

  it('without a recipient, and with more than the limit', async () => {
    await expect(signcrypt({ sender, recipients: [], plaintext })).rejects.toThrow('packet.no_recipient')
    const full = { sender, recipients: [ana.publicKey], dummies: MAX_RECIPIENTS - 1, plaintext }
    expect((await designcrypt(await signcrypt(full), [ana])).plaintext).toEqual(plaintext)
    await expect(signcrypt({ ...full, dummies: MAX_RECIPIENTS })).rejects.toThrow(
      'packet.too_many_recipients',
    )
  })

  it('past 64 MiB', async () => {
    const large = new Uint8Array(MAX_PLAINTEXT_BYTES + 1)
    await expect(signcrypt({ sender, recipients: [ana.publicKey], plaintext: large })).rejects.toThrow(
      'packet.too_large',
    )
  })

  it('to a key that holds no secret', async () => {
    for (const byte of [0, 0xff]) {
      const recipients = [ana.publicKey, new Uint8Array(32).fill(byte)]
      await expect(signcrypt({ sender, recipients, plaintext })).rejects.toThrow('packet.weak_key')
    }
  })

  it('with a signing pair whose halves do not match', async () => {
    const mixed = { publicKey: nacl.sign.keyPair().publicKey, secretKey: sender.secretKey }
    await expect(signcrypt({ sender: mixed, recipients: [ana.publicKey], plaintext })).rejects.toThrow(
      'packet.weak_key',
    )
  })
})

describe('opening is refused', () => {
  it('for an empty file, and for one larger than any packet, before a byte is read', async () => {
    await expect(designcrypt(new Uint8Array(0), [ana])).rejects.toThrow('packet.empty_file')
    await expect(designcrypt(new Uint8Array(MAX_PACKET_BYTES + 1), [ana])).rejects.toThrow('packet.too_large')
  })
})

describe('long work', () => {
  const plaintext = content(3 * CHUNK_BYTES + 1)
  const input = { sender, recipients: [ana.publicKey], plaintext }

  it('tells how far it is, in bytes', async () => {
    const progress: [number, number][] = []
    const onProgress = (done: number, total: number) => progress.push([done, total])
    const sealed = await signcrypt(input, { onProgress })
    await designcrypt(sealed, [ana], { onProgress })
    const steps = [1, 2, 3].map((n) => [n * CHUNK_BYTES, plaintext.length])
    expect(progress).toEqual([
      ...steps,
      [plaintext.length, plaintext.length],
      ...steps,
      [plaintext.length, plaintext.length],
    ])
  })

  it('lets the process answer between chunks', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 0)
    const sealed = await signcrypt(input)
    const whileSealing = turns
    await designcrypt(sealed, [ana])
    clearInterval(timer)
    expect(whileSealing).toBeGreaterThanOrEqual(3)
    expect(turns - whileSealing).toBeGreaterThanOrEqual(3)
  })

  it('stops when cancelled, before it starts or between two chunks, and gives nothing', async () => {
    const sealed = await signcrypt(input)
    const stopped = AbortSignal.abort()
    await expect(signcrypt(input, { signal: stopped })).rejects.toThrow('app.cancelled')
    await expect(designcrypt(sealed, [ana], { signal: stopped })).rejects.toThrow('app.cancelled')
    for (const work of [
      (options: object) => signcrypt(input, options),
      (options: object) => designcrypt(sealed, [ana], options),
    ]) {
      const controller = new AbortController()
      let seen = 0
      const onProgress = (done: number) => {
        seen = done
        controller.abort()
      }
      await expect(work({ signal: controller.signal, onProgress })).rejects.toThrow('app.cancelled')
      expect(seen).toBe(CHUNK_BYTES)
    }
  })
})
