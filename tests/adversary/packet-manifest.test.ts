import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toWire } from '../../shared/errors.ts'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import { nacl } from '../../shared/packet/nacl.ts'
import { openPacket, sealPacket } from '../../shared/packet/packet.ts'
import { padmeLength } from '../../shared/packet/padme.ts'
import { signcrypt } from '../../shared/packet/seal.ts'
import { countNodes, dissect, join, type Node, pack } from './packet-forge.ts'

function person() {
  const sign = nacl.sign.keyPair()
  const fingerprint = fingerprintOf(sign.publicKey)
  return {
    sign,
    box: nacl.box.keyPair(),
    fingerprint,
    bytes: Uint8Array.from(Buffer.from(fingerprint, 'hex')),
  }
}
type Person = ReturnType<typeof person>

const ana = person()
const bea = person()
const carol = person()
const text = Uint8Array.from(Buffer.from('"text"'))
const hash = (bytes: Uint8Array) => Uint8Array.from(createHash('sha512').update(bytes).digest())
const part = (name = 'answer.json', bytes = text): Node => [name, bytes.length, hash(bytes)]

const FIELDS = [
  'format',
  'profile',
  'id',
  'kind',
  'sender',
  'recipients',
  'created',
  'expires',
  'directory',
  'parts',
] as const
type Field = (typeof FIELDS)[number]

/** A manifest that Ana would honestly write to Bea. */
const honest: Readonly<Record<Field, Node>> = {
  format: 'relais packet',
  profile: 1,
  id: nacl.randomBytes(16),
  kind: 'answer',
  sender: ana.bytes,
  recipients: [[bea.bytes, 1]],
  created: '2026-02-01',
  expires: '2026-04-01',
  directory: 0,
  parts: [part()],
}
const nodes = (change: Partial<Record<Field, Node>> = {}): Node[] =>
  FIELDS.map((field) => change[field] ?? honest[field])

function container(
  manifest: Uint8Array,
  parts: readonly Uint8Array[] = [pack(text)],
  padding?: Uint8Array,
): Uint8Array {
  const used = join(pack(manifest), ...parts)
  return join(used, padding ?? new Uint8Array(padmeLength(used.length) - used.length))
}

async function outcome(plaintext: Uint8Array, from: Person = ana, reader: Person = bea): Promise<string> {
  const file = await signcrypt({ sender: from.sign, recipients: [reader.box.publicKey], plaintext })
  const identity = { fingerprint: reader.fingerprint, boxKeys: [reader.box] }
  return openPacket(file, identity, { now: '2026-03-01' }).then(
    () => 'opened',
    (error: unknown) => toWire(error).code,
  )
}
const withFields = (change: Partial<Record<Field, Node>>) => outcome(container(pack(nodes(change))))

describe('a manifest', () => {
  it('as documented opens', async () => {
    expect(await withFields({})).toBe('opened')
  })

  it.each<[string, Partial<Record<Field, Node>>, string]>([
    ['of a later profile', { profile: 3 }, 'packet.newer_version'],
    ['that promises the head of a journal and has none', { profile: 2 }, 'packet.malformed'],
    ['of profile 0', { profile: 0 }, 'packet.malformed'],
    ['of an unknown kind', { kind: 'meeting-minutes' }, 'packet.newer_version'],
    ['whose kind is a sentence', { kind: 'Some text' }, 'packet.malformed'],
    ['of another format', { format: 'relais packed' }, 'packet.malformed'],
    ['with a short id', { id: new Uint8Array(15) }, 'packet.malformed'],
    ['from somebody else than who signed', { sender: carol.bytes }, 'packet.altered'],
    ['without me among the recipients', { recipients: [[carol.bytes, 1]] }, 'packet.not_for_me'],
    ['without recipients', { recipients: [] }, 'packet.malformed'],
    [
      'with a recipient twice',
      {
        recipients: [
          [bea.bytes, 1],
          [bea.bytes, 2],
        ],
      },
      'packet.malformed',
    ],
    ['with an impossible day', { created: '2026-02-30' }, 'packet.malformed'],
    ['with a day and a time', { created: '2026-02-01T00:00' }, 'packet.malformed'],
    ['that expires before it is made', { expires: '2026-01-31' }, 'packet.malformed'],
    ['that has expired', { expires: '2026-02-28' }, 'packet.expired'],
    ['without parts', { parts: [] }, 'packet.malformed'],
    ['with a part named by a path', { parts: [part('../answer')] }, 'packet.malformed'],
    [
      'with a part whose hash is another',
      { parts: [['answer.json', text.length, new Uint8Array(64)]] },
      'packet.altered',
    ],
    [
      'with a part of another length',
      { parts: [['answer.json', text.length + 1, hash(text)]] },
      'packet.malformed',
    ],
    ['with one part more than there is', { parts: [part(), part('b')] }, 'packet.malformed'],
    ['with a negative-looking length', { parts: [['answer.json', -1, hash(text)]] }, 'packet.malformed'],
  ])('%s is refused', async (_, change, code) => {
    expect(await withFields(change)).toBe(code)
  })

  it('with recipients out of order is refused: there is one way to write them', async () => {
    const sorted = [bea, carol]
      .toSorted((a, b) => Buffer.compare(a.bytes, b.bytes))
      .map(({ bytes }): Node => [bytes, 1])
    expect(await withFields({ recipients: sorted })).toBe('opened')
    expect(await withFields({ recipients: sorted.toReversed() })).toBe('packet.malformed')
  })

  it('with a field more or less is refused', async () => {
    expect(await outcome(container(pack([...nodes(), 1])))).toBe('packet.malformed')
    const announced = pack(nodes())
    announced[0] = 0x9b
    expect(await outcome(container(announced))).toBe('packet.malformed')
    expect(await outcome(container(pack(nodes().slice(0, 9))))).toBe('packet.malformed')
    expect(await outcome(container(join(pack(nodes()), Uint8Array.of(0))))).toBe('packet.malformed')
  })

  it('of profile 2 has the head of a journal, of 32 bytes, and profile 1 has none', async () => {
    const second = nodes({ profile: 2 })
    const withHead = (head: Node) => outcome(container(pack([...second, head])))
    expect(await withHead(new Uint8Array(32))).toBe('opened')
    expect(await withHead(new Uint8Array(31))).toBe('packet.malformed')
    expect(await withHead('00'.repeat(16))).toBe('packet.malformed')
    expect(await outcome(container(pack([...second, new Uint8Array(32), 1])))).toBe('packet.malformed')
    expect(await outcome(container(pack([...nodes(), new Uint8Array(32)])))).toBe('packet.malformed')
  })

  it('of a later profile is called newer whatever its other fields', async () => {
    expect(await outcome(container(pack(['relais packet', 9])))).toBe('packet.newer_version')
  })

  it('with any of its values encoded longer than needed is refused', async () => {
    const count = countNodes(nodes())
    for (let inflate = 0; inflate < count; inflate++) {
      expect(await outcome(container(pack(nodes(), inflate))), `value ${inflate}`).toBe('packet.malformed')
    }
  })

  it('that declares huge lengths costs nothing and is refused', async () => {
    const huge = [Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff), Uint8Array.of(0xc6, 0xff, 0xff, 0xff, 0xff)]
    for (const bytes of huge) {
      expect(await outcome(container(bytes))).toBe('packet.malformed')
      expect(await outcome(bytes)).toBe('packet.malformed')
    }
    expect(await withFields({ parts: [['a', 2 ** 32, hash(text)]] })).toBe('packet.malformed')
  })
})

describe('the container', () => {
  const used = join(pack(pack(nodes())), pack(text))
  const room = padmeLength(used.length) - used.length

  it('has exactly the Padmé length and nothing but zeros for padding', async () => {
    const padded = (padding: Uint8Array) => outcome(join(used, padding))
    expect(room).toBeGreaterThan(0)
    expect(await padded(new Uint8Array(room))).toBe('opened')
    expect(await padded(new Uint8Array(room - 1))).toBe('packet.malformed')
    expect(await padded(new Uint8Array(room + 1))).toBe('packet.malformed')
    expect(await padded(new Uint8Array(0))).toBe('packet.malformed')
    for (const at of [0, room - 1]) {
      const marked = new Uint8Array(room)
      marked[at] = 1
      expect(await padded(marked)).toBe('packet.malformed')
    }
  })

  it('without a manifest, as a plain saltpack file is, is refused', async () => {
    for (const plaintext of [new Uint8Array(0), text, new Uint8Array(256)]) {
      expect(await outcome(plaintext)).toBe('packet.malformed')
    }
  })

  it('with a part encoded longer than needed is refused', async () => {
    expect(await outcome(container(pack(nodes()), [pack(text, 0)]))).toBe('packet.malformed')
  })
})

describe('a recipient who passes a packet on', () => {
  const seal = (sender: Person) =>
    sealPacket({
      sender: { signKeys: sender.sign },
      recipients: [{ fingerprint: bea.fingerprint, boxPublicKey: bea.box.publicKey, sequence: 1 }],
      kind: 'answer',
      created: '2026-02-01',
      expires: '2026-04-01',
      directoryNumber: 0,
      parts: [{ name: 'answer.json', bytes: text }],
    })

  it('cannot present the sender’s manifest to a third party under her own signature', async () => {
    const { bytes } = await seal(ana)
    const plaintext = dissect(bytes, bea.box.secretKey).chunks[0]?.plaintext ?? text
    expect(await outcome(plaintext, bea, carol)).toBe('packet.altered')
  })

  it('cannot have it open for someone the sender did not name, even if the sender signs', async () => {
    const { bytes } = await seal(ana)
    const plaintext = dissect(bytes, bea.box.secretKey).chunks[0]?.plaintext ?? text
    expect(await outcome(plaintext, ana, carol)).toBe('packet.not_for_me')
    expect(await outcome(plaintext, ana, bea)).toBe('opened')
  })
})
