import { encode } from '@msgpack/msgpack'
import { describe, expect, it } from 'vitest'
import { toWire } from '../../shared/errors.ts'
import { MAX_RECIPIENTS } from '../../shared/packet/limits.ts'
import { nacl } from '../../shared/packet/nacl.ts'
import { designcrypt } from '../../shared/packet/open.ts'
import {
  countNodes,
  dissect,
  type Forgery,
  forge,
  forgeChunk,
  headerFields,
  join,
  type Node,
  pack,
} from './packet-forge.ts'

const sender = nacl.sign.keyPair()
const box = nacl.box.keyPair()
const stranger = nacl.box.keyPair()
const text = Uint8Array.from(Buffer.from('text'))
const honest: Forgery = {
  sender,
  recipients: [box.publicKey, stranger.publicKey],
  chunks: [{ plaintext: text, final: true }],
}

async function outcome(bytes: Uint8Array): Promise<string> {
  return designcrypt(bytes, [box]).then(
    () => 'opened',
    (error: unknown) => toWire(error).code,
  )
}

/** Consistently signed and sealed around a header in which one field is something else. */
const withField = (place: number, value: (old: Node) => Node) =>
  forge({ ...honest, alter: (fields) => fields.map((field, i) => (i === place ? value(field) : field)) })
const withRecipients = (change: (entries: readonly Node[]) => Node) =>
  withField(5, (entries) => change(entries as Node[]))

describe('a header', () => {
  it('as the specification has it opens', async () => {
    expect(await outcome(forge(honest))).toBe('opened')
  })

  it.each([
    ['of version 1', 1, [1, 0], 'packet.not_a_packet'],
    ['of version 0', 1, [0, 9], 'packet.not_a_packet'],
    ['of version 3', 1, [3, 0], 'packet.newer_version'],
    ['of version 2.1', 1, [2, 1], 'packet.newer_version'],
    ['of version 2', 1, [2], 'packet.malformed'],
    ['of version 2.0.0', 1, [2, 0, 0], 'packet.malformed'],
    ['of version "2.0"', 1, '2.0', 'packet.malformed'],
    ['of mode 0, encryption', 2, 0, 'packet.not_a_packet'],
    ['of mode 1, attached signature', 2, 1, 'packet.not_a_packet'],
    ['of mode 2, detached signature', 2, 2, 'packet.not_a_packet'],
    ['of mode 4, which does not exist', 2, 4, 'packet.not_a_packet'],
    ['of another format', 0, 'saltpick', 'packet.not_a_packet'],
    ['whose format is bytes', 0, Buffer.from('saltpack'), 'packet.not_a_packet'],
    ['without recipients', 5, [], 'packet.malformed'],
    ['with nil for its recipients', 5, null, 'packet.malformed'],
  ] as [string, number, Node, string][])('%s is refused', async (_, place, value, code) => {
    expect(await outcome(withField(place, () => value))).toBe(code)
  })

  it('with more or fewer fields is refused, and called newer only when its version is', async () => {
    expect(await outcome(forge({ ...honest, alter: (fields) => [...fields, 1] }))).toBe('packet.malformed')
    expect(await outcome(forge({ ...honest, alter: (fields) => fields.slice(0, 5) }))).toBe(
      'packet.malformed',
    )
    const later = forge({
      ...honest,
      alter: (fields) => [fields[0] ?? '', [3, 1], ...fields.slice(2), 'more'],
    })
    expect(await outcome(later)).toBe('packet.newer_version')
  })

  it('whose array announces more or fewer fields than it has is refused, even signed so', async () => {
    for (const announced of [0x95, 0x97, 0x9f]) {
      const payloadKey = nacl.randomBytes(32)
      const header = pack(headerFields({ ...honest, payloadKey }))
      header[0] = announced
      const chunk = forgeChunk(header, payloadKey, sender.secretKey, { plaintext: text, final: true })
      expect(await outcome(join(pack(header), chunk))).toBe('packet.malformed')
    }
  })

  it('with anything behind its array is refused', async () => {
    const payloadKey = nacl.randomBytes(32)
    const header = join(pack(headerFields({ ...honest, payloadKey })), Uint8Array.of(0xc0))
    const chunk = forgeChunk(header, payloadKey, sender.secretKey, { plaintext: text, final: true })
    expect(await outcome(join(pack(header), chunk))).toBe('packet.malformed')
  })

  it('with any of its values encoded longer than needed is refused, even signed so', async () => {
    const count = countNodes(headerFields(honest))
    expect(count).toBe(15)
    for (let inflate = 0; inflate < count; inflate++) {
      expect(['packet.malformed', 'packet.not_a_packet'], `value ${inflate}`).toContain(
        await outcome(forge({ ...honest, inflate })),
      )
    }
  })

  it('wrapped in a longer bin, or not wrapped at all, is refused', async () => {
    const payloadKey = nacl.randomBytes(32)
    const header = pack(headerFields({ ...honest, payloadKey }))
    const chunk = forgeChunk(header, payloadKey, sender.secretKey, { plaintext: text, final: true })
    expect(await outcome(join(pack(header), chunk))).toBe('opened')
    expect(await outcome(join(pack(header, 0), chunk))).toBe('packet.not_a_packet')
    expect(await outcome(join(header, chunk))).toBe('packet.not_a_packet')
  })

  it('that a carrier re-encoded to the same meaning is refused: the bytes received are what is hashed', async () => {
    const file = forge(honest)
    const { header } = dissect(file, box.secretKey)
    const meaning = pack(headerFields(honest))
    expect(meaning).toHaveLength(header.length)
    const rest = file.subarray(pack(header).length)
    const longer = join(Uint8Array.of(0xdc, 0, 6), header.subarray(1))
    expect(await outcome(join(pack(longer), rest))).not.toBe('opened')
    const withMore = join(Uint8Array.of(0x97), header.subarray(1), Uint8Array.from(encode(null)))
    expect(await outcome(join(pack(withMore), rest))).not.toBe('opened')
  })

  it.each([
    ['ephemeral key', 3, 32],
    ['sender box', 4, 48],
  ])('whose %s has another length is refused', async (_, place, length) => {
    for (const wrong of [0, length - 1, length + 1, 2 * length]) {
      expect(await outcome(withField(place, () => new Uint8Array(wrong).fill(9)))).toBe('packet.malformed')
    }
  })

  it('that declares huge lengths costs nothing and is refused', async () => {
    const start = join(Uint8Array.of(0x96), pack('saltpack'), pack([2, 0]), pack(3))
    const before = process.memoryUsage().arrayBuffers
    for (const tail of [
      Uint8Array.of(0xc6, 0xff, 0xff, 0xff, 0xff),
      join(
        pack(new Uint8Array(32).fill(9)),
        pack(new Uint8Array(48)),
        Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff),
      ),
      join(pack(new Uint8Array(32).fill(9)), Uint8Array.of(0xdb, 0xff, 0xff, 0xff, 0xff)),
    ]) {
      expect(['packet.malformed', 'packet.too_many_recipients']).toContain(
        await outcome(pack(join(start, tail))),
      )
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20)
  })
})

describe('the recipients of a header', () => {
  const entry = (): Node => [nacl.randomBytes(32), nacl.randomBytes(48)]

  it('may be 128 and no more', async () => {
    const filled = (count: number) =>
      withRecipients((entries) => [...entries.slice(0, 1), ...Array.from({ length: count - 1 }, entry)])
    expect(await outcome(filled(MAX_RECIPIENTS))).toBe('opened')
    expect(await outcome(filled(MAX_RECIPIENTS + 1))).toBe('packet.too_many_recipients')
    expect(await outcome(filled(5000))).toBe('packet.too_many_recipients')
  })

  it('may include a symmetric key with an identifier of its own, which does not keep us from opening', async () => {
    for (const length of [1, 16, 32, 1120]) {
      const symmetric: Node = [nacl.randomBytes(length), nacl.randomBytes(48)]
      expect(await outcome(withRecipients((entries) => [...entries, symmetric]))).toBe('opened')
      expect(await outcome(withRecipients((entries) => [entries[0] ?? symmetric, symmetric]))).toBe('opened')
    }
  })

  it('may not have an empty or endless identifier, another box length, or more or fewer fields', async () => {
    const boxOf = (length: number): Node => [nacl.randomBytes(32), new Uint8Array(length)]
    for (const bad of [
      [new Uint8Array(0), new Uint8Array(48)],
      [new Uint8Array(2049), new Uint8Array(48)],
      boxOf(0),
      boxOf(47),
      boxOf(49),
      [nacl.randomBytes(32)],
      [nacl.randomBytes(32), new Uint8Array(48), 1],
      null,
      'me',
      [null, new Uint8Array(48)],
    ] as Node[]) {
      expect(await outcome(withRecipients((entries) => [...entries, bad]))).toBe('packet.malformed')
    }
  })

  it('are found by place: my entry moved elsewhere is not mine any more', async () => {
    expect(await outcome(withRecipients((entries) => entries.toReversed()))).toBe('packet.not_for_me')
  })

  it('do not open when my entry holds a box that is not mine', async () => {
    const mine = (entries: readonly Node[]) => (entries[0] as Node[])[0] ?? null
    expect(await outcome(withRecipients((entries) => [[mine(entries), nacl.randomBytes(48)]]))).toBe(
      'packet.altered',
    )
  })

  it('cannot be completed by a carrier or by another recipient', async () => {
    const file = forge(honest)
    const { header, fields, payloadKey, chunks } = dissect(file, stranger.secretKey)
    const third = nacl.box.keyPair()
    const added = pack([...(fields.slice(0, 5) as Node[]), [...(fields[5] as Node[]), entry()]])
    expect(await outcome(join(pack(added), file.subarray(pack(header).length)))).toBe('packet.altered')
    // The same signed chunk, sealed again under a header for somebody else.
    const forwarded = pack(headerFields({ ...honest, recipients: [third.publicKey], payloadKey }))
    const signature = chunks[0]?.signature ?? new Uint8Array(64)
    const chunk = forgeChunk(forwarded, payloadKey, sender.secretKey, {
      plaintext: text,
      final: true,
      signature,
    })
    await expect(designcrypt(join(pack(forwarded), chunk), [third])).rejects.toThrow('packet.altered')
  })
})
