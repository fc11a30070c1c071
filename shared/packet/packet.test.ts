import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dissect } from '../../tests/adversary/packet-forge.ts'
import { fingerprintOf } from '../members/fingerprint.ts'
import { toHex, utf8 } from './bytes.ts'
import { decodeContainer, encodeContainer } from './container.ts'
import { inspectPacket } from './inspect.ts'
import { MAX_PLAINTEXT_BYTES } from './limits.ts'
import { nacl } from './nacl.ts'
import { entriesShown, openPacket, type PacketInput, readPacket, sealPacket } from './packet.ts'
import { padmeLength } from './padme.ts'

function person() {
  const sign = nacl.sign.keyPair()
  const box = nacl.box.keyPair()
  return { sign, box, fingerprint: fingerprintOf(sign.publicKey) }
}
type Person = ReturnType<typeof person>

const ana = person()
const bea = person()
const carol = person()

const to = (...people: Person[]) =>
  people.map(({ fingerprint, box }, i) => ({ fingerprint, boxPublicKey: box.publicKey, sequence: i + 1 }))
const identity = ({ fingerprint, box }: Person) => ({ fingerprint, boxKeys: [box] })
const now = { now: '2026-03-01' }

const draft: PacketInput = {
  sender: { signKeys: ana.sign },
  recipients: to(bea, carol),
  kind: 'case-share',
  created: '2026-02-01',
  expires: '2026-04-01',
  directoryNumber: 12,
  parts: [
    { name: 'case.json', bytes: utf8('{"code":"ERABLE-1234"}') },
    { name: 'note.txt', bytes: utf8('') },
  ],
}

describe('a packet', () => {
  it('gives each recipient the manifest and the parts that were put in', async () => {
    const sealed = await sealPacket(draft)
    for (const reader of [bea, carol]) {
      const opened = await openPacket(sealed.bytes, identity(reader), now)
      expect(opened.senderSignPublicKey).toEqual(ana.sign.publicKey)
      expect(opened.parts).toEqual(draft.parts)
      expect(opened.contentHash).toBe(sealed.contentHash)
      expect(opened.manifest).toMatchObject({
        profile: 1,
        packetId: sealed.packetId,
        kind: 'case-share',
        senderFingerprint: ana.fingerprint,
        created: '2026-02-01',
        expires: '2026-04-01',
        directoryNumber: 12,
      })
      expect(opened.manifest.recipients.toSorted((a, b) => a.sequence - b.sequence)).toEqual([
        { fingerprint: bea.fingerprint, sequence: 1 },
        { fingerprint: carol.fingerprint, sequence: 2 },
      ])
    }
  })

  it('opens for someone who has renewed her box key and kept the old one', async () => {
    const { bytes } = await sealPacket(draft)
    const renewed = { fingerprint: bea.fingerprint, boxKeys: [nacl.box.keyPair(), bea.box] }
    expect((await openPacket(bytes, renewed, now)).parts).toHaveLength(2)
  })

  it('opens on the day it expires and not on the next', async () => {
    const { bytes } = await sealPacket(draft)
    await expect(openPacket(bytes, identity(bea), { now: '2026-04-01' })).resolves.toBeDefined()
    await expect(openPacket(bytes, identity(bea), { now: '2026-04-02' })).rejects.toMatchObject({
      code: 'packet.expired',
      params: { expires: '2026-04-01' },
    })
    await expect(readPacket(bytes, identity(bea))).resolves.toBeDefined()
  })

  it('has another id and other bytes each time, so that nobody sees that the same thing was sent twice', async () => {
    const [first, second] = [await sealPacket(draft), await sealPacket(draft)]
    expect(first.packetId).not.toBe(second.packetId)
    expect(first.packetId).toMatch(/^[0-9a-f]{32}$/)
    expect(first.contentHash).not.toBe(second.contentHash)
    expect(toHex(first.bytes).includes(ana.fingerprint)).toBe(false)
  })

  it.each([
    [1, 4],
    [4, 4],
    [5, 8],
    [9, 16],
    [16, 16],
    [17, 32],
    [32, 32],
    [33, 64],
    [65, 96],
    [128, 128],
  ])('for %i recipients shows %i', (recipients, shown) => {
    expect(entriesShown(recipients)).toBe(shown)
  })

  it('shows the padded number of entries and a Padmé length from outside', async () => {
    const visible = inspectPacket((await sealPacket(draft)).bytes)
    expect(visible).toMatchObject({ recipients: 4, chunks: 1 })
    expect(padmeLength(visible.plaintextBytes ?? 0)).toBe(visible.plaintextBytes)
  })

  it('carries any parts through, whatever their bytes', async () => {
    const parts = fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/),
        bytes: fc.uint8Array({ maxLength: 2000 }).map((bytes) => Uint8Array.from(bytes)),
      }),
      { minLength: 1, maxLength: 8, selector: ({ name }) => name },
    )
    await fc.assert(
      fc.asyncProperty(parts, async (given) => {
        const { bytes } = await sealPacket({ ...draft, parts: given })
        expect((await openPacket(bytes, identity(carol), now)).parts).toEqual(given)
      }),
      { numRuns: 25 },
    )
  })

  it('is laid out as documented, seen by a reader written from the specification', async () => {
    const { bytes, packetId } = await sealPacket(draft)
    const { chunks, sender } = dissect(bytes, bea.box.secretKey)
    expect(Buffer.compare(sender, ana.sign.publicKey)).toBe(0)
    const plaintext = chunks[0]?.plaintext ?? new Uint8Array()
    expect(toHex(plaintext).includes(packetId)).toBe(true)
    expect(padmeLength(plaintext.length)).toBe(plaintext.length)
  })
})

describe('sealing is refused', () => {
  it.each([
    ['for nobody', { recipients: [] }, 'packet.no_recipient'],
    ['with nothing inside', { parts: [] }, 'packet.nothing_to_send'],
    ['twice to the same person', { recipients: to(bea, bea) }, 'app.bad_request'],
    ['with an impossible date', { expires: '2026-02-30' }, 'app.bad_request'],
    ['when it would expire before it is made', { expires: '2026-01-31' }, 'app.bad_request'],
    ['with a part whose name is a path', { parts: [{ name: '../x', bytes: utf8('') }] }, 'app.bad_request'],
    ['with two parts of one name', { parts: [...draft.parts, ...draft.parts] }, 'app.bad_request'],
    [
      'with more than 64 MiB',
      { parts: [{ name: 'a', bytes: new Uint8Array(MAX_PLAINTEXT_BYTES) }] },
      'packet.too_large',
    ],
    [
      'with a fingerprint that is not one',
      { recipients: [{ fingerprint: 'abc', boxPublicKey: bea.box.publicKey, sequence: 1 }] },
      'app.bad_request',
    ],
  ])('%s', async (_, change, code) => {
    await expect(sealPacket({ ...draft, ...change })).rejects.toThrow(code)
  })
})

describe('the content hash', () => {
  const manifest = {
    profile: 1,
    practice: false,
    packetId: '00'.repeat(16),
    kind: 'answer' as const,
    senderFingerprint: ana.fingerprint,
    recipients: [{ fingerprint: bea.fingerprint, sequence: 1 }],
    created: '2026-02-01',
    expires: '2026-04-01',
    directoryNumber: 0,
    journalHead: null,
  }
  const part = (text: string) => [{ name: 'a', bytes: utf8(text) }]

  it('is the same on both sides, and another for other content under the same id', () => {
    const one = encodeContainer(manifest, part('one'))
    expect(decodeContainer(one.bytes).contentHash).toBe(one.contentHash)
    expect(encodeContainer(manifest, part('two')).contentHash).not.toBe(one.contentHash)
  })
})
