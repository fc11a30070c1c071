import { describe, expect, it } from 'vitest'
import { toWire } from '../../shared/errors.ts'
import { CHUNK_BYTES } from '../../shared/packet/limits.ts'
import { nacl } from '../../shared/packet/nacl.ts'
import { designcrypt } from '../../shared/packet/open.ts'
import { dissect, type ForgedChunk, forge, forgeChunk, join, pack } from './packet-forge.ts'

const sender = nacl.sign.keyPair()
const box = nacl.box.keyPair()
const honest = { sender, recipients: [box.publicKey] }
const full = new Uint8Array(CHUNK_BYTES).fill(5)
const text = Uint8Array.from(Buffer.from('the end'))

async function outcome(bytes: Uint8Array): Promise<string> {
  return designcrypt(bytes, [box]).then(
    () => 'opened',
    (error: unknown) => toWire(error).code,
  )
}
const sealed = (...chunks: ForgedChunk[]) => forge({ ...honest, chunks })

/** A file taken apart into its header packet and its payload packets, as bytes. */
function split(bytes: Uint8Array): { header: Uint8Array; chunks: Uint8Array[] } {
  const { header, payloadKey, chunks } = dissect(bytes, box.secretKey)
  return {
    header: pack(header),
    chunks: chunks.map((chunk, index) =>
      forgeChunk(header, payloadKey, sender.secretKey, { ...chunk, index }),
    ),
  }
}

describe('chunks', () => {
  const three = sealed(
    { plaintext: full, final: false },
    { plaintext: full, final: false },
    { plaintext: text, final: true },
  )
  const { header, chunks } = split(three)
  const [first = text, second = text, last = text] = chunks

  it('in their order open', async () => {
    expect(Buffer.compare(join(header, first, second, last), three)).toBe(0)
    expect(await outcome(three)).toBe('opened')
  })

  it.each([
    ['exchanged', join(header, second, first, last), 'packet.altered'],
    ['the first dropped', join(header, second, last), 'packet.altered'],
    ['the middle one dropped', join(header, first, last), 'packet.altered'],
    ['the last dropped', join(header, first, second), 'packet.truncated'],
    ['all dropped', header, 'packet.truncated'],
    ['one doubled', join(header, first, first, second, last), 'packet.altered'],
    ['the last doubled', join(header, first, second, last, last), 'packet.altered'],
    ['one behind the last', join(header, last, first, second), 'packet.altered'],
  ])('%s are refused', async (_, bytes, code) => {
    expect(await outcome(bytes)).toBe(code)
  })

  it.each([
    ['nil', Uint8Array.of(0xc0)],
    ['an empty array', Uint8Array.of(0x90)],
    ['false', Uint8Array.of(0xc2)],
    ['an empty map', Uint8Array.of(0x80)],
    ['an empty bin', Uint8Array.of(0xc4, 0)],
    ['an unused tag', Uint8Array.of(0xc1)],
  ])('with %s between them, or after the header, are refused', async (_, intruder) => {
    expect(await outcome(join(header, intruder, first, second, last))).toBe('packet.malformed')
    expect(await outcome(join(header, first, intruder, second, last))).toBe('packet.malformed')
    expect(await outcome(join(header, first, second, intruder, last))).toBe('packet.malformed')
    expect(await outcome(join(intruder, header, first, second, last))).toBe('packet.not_a_packet')
  })

  it('of another packet to the same people are refused', async () => {
    const other = split(sealed({ plaintext: full, final: false }, { plaintext: text, final: true }))
    expect(await outcome(join(header, first, second, other.chunks[1] ?? text))).toBe('packet.altered')
    expect(await outcome(join(other.header, ...other.chunks))).toBe('opened')
  })
})

describe('the sender herself cannot make two readers disagree', () => {
  it.each<[string, ForgedChunk[], string]>([
    [
      'a short chunk that is not the last',
      [
        { plaintext: text, final: false },
        { plaintext: text, final: true },
      ],
      'packet.malformed',
    ],
    [
      'an empty chunk that is not the last',
      [
        { plaintext: new Uint8Array(0), final: false },
        { plaintext: text, final: true },
      ],
      'packet.malformed',
    ],
    [
      'an empty last chunk behind a full one',
      [
        { plaintext: full, final: false },
        { plaintext: new Uint8Array(0), final: true },
      ],
      'packet.malformed',
    ],
    [
      'a chunk one byte too long',
      [{ plaintext: new Uint8Array(CHUNK_BYTES + 1), final: true }],
      'packet.malformed',
    ],
    [
      'a final flag on a chunk that is not the last',
      [
        { plaintext: full, final: true },
        { plaintext: text, final: true },
      ],
      'packet.altered',
    ],
    ['no final flag at all', [{ plaintext: full, final: false }], 'packet.truncated'],
    [
      'a flag that differs from what is signed',
      [{ plaintext: text, final: false, flag: true }],
      'packet.altered',
    ],
    [
      'a flag hidden from what is signed',
      [
        { plaintext: full, final: true, flag: false },
        { plaintext: text, final: true },
      ],
      'packet.altered',
    ],
    ['the number 1 as a flag', [{ plaintext: text, final: true, flag: 1 }], 'packet.malformed'],
    ['nil as a flag', [{ plaintext: text, final: true, flag: null }], 'packet.malformed'],
    ['a chunk sealed for another place', [{ plaintext: text, final: true, index: 1 }], 'packet.altered'],
    [
      'a signature of zeros, as an anonymous sender has',
      [{ plaintext: text, final: true, signature: new Uint8Array(64) }],
      'packet.altered',
    ],
  ])('with %s', async (_, chunks, code) => {
    expect(await outcome(sealed(...chunks))).toBe(code)
  })

  it('while an empty message in one empty chunk, and a last chunk of exactly 1 MiB, are honest', async () => {
    expect(await outcome(sealed({ plaintext: new Uint8Array(0), final: true }))).toBe('opened')
    expect(await outcome(sealed({ plaintext: full, final: true }))).toBe('opened')
    expect(await outcome(sealed({ plaintext: full, final: false }, { plaintext: full, final: true }))).toBe(
      'opened',
    )
  })

  it('with a longer encoding of any value of a chunk', async () => {
    const { header, payloadKey } = dissect(sealed({ plaintext: text, final: true }), box.secretKey)
    for (let place = 0; place < 3; place++) {
      const chunk = forgeChunk(header, payloadKey, sender.secretKey, { plaintext: text, final: true }, place)
      expect(await outcome(join(pack(header), chunk)), `value ${place}`).toBe('packet.malformed')
    }
    const plain = forgeChunk(header, payloadKey, sender.secretKey, { plaintext: text, final: true })
    expect(await outcome(join(pack(header), plain))).toBe('opened')
  })

  it('with a third field in a chunk, which the specification would ignore', async () => {
    const { header, chunks } = split(sealed({ plaintext: text, final: true }))
    const [chunk = text] = chunks
    expect(await outcome(join(header, Uint8Array.of(0x93), chunk.subarray(1), Uint8Array.of(0xc0)))).toBe(
      'packet.malformed',
    )
  })
})

describe('a recipient, who knows the payload key,', () => {
  const L = 2n ** 252n + 27742317777372353535851937790883648493n

  it('cannot make a second valid file with the signature S + L', async () => {
    const file = sealed({ plaintext: text, final: true })
    const { header, payloadKey, chunks } = dissect(file, box.secretKey)
    const signature = chunks[0]?.signature.slice() ?? new Uint8Array(64)
    let s = signature.subarray(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n as bigint) + L
    for (let i = 32; i < 64; i++, s >>= 8n) signature[i] = Number(s & 0xffn)
    const again = forgeChunk(header, payloadKey, sender.secretKey, {
      plaintext: text,
      final: true,
      signature,
    })
    expect(await outcome(join(pack(header), again))).toBe('packet.altered')
  })

  it('cannot change the text, nor sign it in the sender’s name', async () => {
    const { header, payloadKey, chunks } = dissect(sealed({ plaintext: text, final: true }), box.secretKey)
    const mine = nacl.sign.keyPair()
    const words = Uint8Array.from(Buffer.from('another end'))
    const kept = { plaintext: words, final: true, signature: chunks[0]?.signature ?? new Uint8Array(64) }
    expect(await outcome(join(pack(header), forgeChunk(header, payloadKey, mine.secretKey, kept)))).toBe(
      'packet.altered',
    )
    const resigned = forgeChunk(header, payloadKey, mine.secretKey, { plaintext: words, final: true })
    expect(await outcome(join(pack(header), resigned))).toBe('packet.altered')
  })

  it('cannot cut a long message down to its first chunks', async () => {
    const long = sealed({ plaintext: full, final: false }, { plaintext: text, final: true })
    const { header, payloadKey, chunks } = dissect(long, box.secretKey)
    const signature = chunks[0]?.signature ?? new Uint8Array(64)
    const cut = forgeChunk(header, payloadKey, sender.secretKey, { plaintext: full, final: true, signature })
    expect(await outcome(join(pack(header), cut))).toBe('packet.altered')
  })
})

describe('a file with more than 64 MiB inside', () => {
  it('is refused before anything is opened', async () => {
    const chunk = { plaintext: full, final: false }
    const { header, payloadKey } = dissect(sealed({ plaintext: text, final: true }), box.secretKey)
    const one = forgeChunk(header, payloadKey, sender.secretKey, chunk)
    const last = forgeChunk(header, payloadKey, sender.secretKey, { plaintext: text, final: true, index: 64 })
    // Opened, the second of these would be found altered: each is the first one.
    expect(await outcome(join(pack(header), ...Array.from({ length: 64 }, () => one), last))).toBe(
      'packet.too_large',
    )
  })
})

describe('declared lengths', () => {
  const { header } = split(sealed({ plaintext: text, final: true }))

  it.each([
    ['a chunk of 4 GiB', Uint8Array.of(0x92, 0xc6, 0xff, 0xff, 0xff, 0xff)],
    ['an array of 4 billion values', Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff)],
    ['a chunk shorter than its signature', Uint8Array.of(0x92, 0xc4, 79, ...new Uint8Array(79), 0xc3)],
  ])('of %s cost nothing and are refused', async (_, tail) => {
    const before = process.memoryUsage().arrayBuffers
    expect(await outcome(join(header, tail))).toBe('packet.malformed')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20)
  })

  it('of a chunk that is not all there are a truncated file', async () => {
    expect(await outcome(join(header, Uint8Array.of(0x92, 0xc6, 0, 0x10, 0, 0x50, 1, 2, 3)))).toBe(
      'packet.truncated',
    )
  })
})
