import { describe, expect, it } from 'vitest'
import { isRelaisError } from '../../shared/errors.ts'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import { utf8 } from '../../shared/packet/bytes.ts'
import { nacl } from '../../shared/packet/nacl.ts'
import { designcrypt } from '../../shared/packet/open.ts'
import { openPacket, sealPacket } from '../../shared/packet/packet.ts'
import { signcrypt } from '../../shared/packet/seal.ts'
import { join } from './packet-forge.ts'

const SECRET = 'THE-ONE-WORD-NOBODY-MAY-SEE'
const sender = nacl.sign.keyPair()
const reader = nacl.sign.keyPair()
const box = nacl.box.keyPair()
const other = nacl.box.keyPair()
const identity = { fingerprint: fingerprintOf(reader.publicKey), boxKeys: [box] }

const small = await signcrypt({
  sender,
  recipients: [box.publicKey, other.publicKey],
  plaintext: utf8(SECRET),
})
const { bytes: packet } = await sealPacket({
  sender: { signKeys: sender },
  recipients: [{ fingerprint: identity.fingerprint, boxPublicKey: box.publicKey, sequence: 1 }],
  kind: 'answer',
  created: '2026-02-01',
  expires: '2026-04-01',
  directoryNumber: 1,
  parts: [{ name: 'answer.json', bytes: utf8(JSON.stringify(SECRET)) }],
})

/** The code of the refusal; anything else that comes out is shown, so that the failing test names it. */
async function refusal(opening: Promise<unknown>): Promise<string> {
  try {
    await opening
    return 'opened'
  } catch (error) {
    if (!isRelaisError(error)) return `not a coded refusal: ${String(error)}`
    const said = `${error.message} ${JSON.stringify(error.params)} ${error.stack ?? ''}`
    return said.includes(SECRET) ? 'refused, with plaintext in the error' : error.code
  }
}

const openSmall = (bytes: Uint8Array) => refusal(designcrypt(bytes, [box]))
const openWhole = (bytes: Uint8Array) => refusal(openPacket(bytes, identity, { now: '2026-03-01' }))

function flipped(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  const copy = bytes.slice()
  copy[at] = (copy[at] ?? 0) ^ mask
  return copy
}

/** Every single bit, and all of them at once. */
const MASKS = [1, 2, 4, 8, 16, 32, 64, 128, 255]

/** What a damaged file may be called; `newer_version`, `too_many_recipients` and the like come from flipping just that field. */
const REFUSALS = [
  'packet.not_a_packet',
  'packet.newer_version',
  'packet.truncated',
  'packet.altered',
  'packet.malformed',
  'packet.not_for_me',
  'packet.weak_key',
  'packet.too_many_recipients',
]

describe('an untouched packet', () => {
  it('opens, so that the refusals below mean something', async () => {
    expect(await openSmall(small)).toBe('opened')
    expect(await openWhole(packet)).toBe('opened')
  })
})

describe('a packet with one byte changed', () => {
  it.each(MASKS)('is never opened, wherever the byte is (xor %i)', async (mask) => {
    for (let at = 0; at < small.length; at++) {
      const code = await openSmall(flipped(small, at, mask))
      expect(REFUSALS, `byte ${at}: ${code}`).toContain(code)
    }
  })

  it('is never opened when it carries a manifest either', async () => {
    for (let at = 0; at < packet.length; at++) {
      const code = await openWhole(flipped(packet, at, 1 << (at % 8)))
      expect(REFUSALS, `byte ${at}: ${code}`).toContain(code)
    }
  })
})

describe('a packet cut short', () => {
  it('is called truncated at every length, and an empty file is called empty', async () => {
    expect(await openWhole(new Uint8Array(0))).toBe('packet.empty_file')
    for (let length = 1; length < packet.length; length++) {
      expect(await openWhole(packet.subarray(0, length)), `${length} bytes`).toBe('packet.truncated')
    }
  })

  it('at the front is not a packet', async () => {
    for (let start = 1; start < 200; start++)
      expect(REFUSALS).toContain(await openWhole(packet.subarray(start)))
  })
})

describe('a packet with something added', () => {
  it('behind is never opened, whatever the byte', async () => {
    for (let byte = 0; byte < 256; byte++) {
      expect(await openWhole(join(packet, Uint8Array.of(byte)))).toBe('packet.altered')
    }
    expect(await openWhole(join(packet, packet))).toBe('packet.altered')
    expect(await openWhole(join(packet, new Uint8Array(1000)))).toBe('packet.altered')
  })

  it('in front is never opened', async () => {
    for (let byte = 0; byte < 256; byte++) {
      expect(REFUSALS).toContain(await openWhole(join(Uint8Array.of(byte), packet)))
    }
  })

  it('or taken away anywhere inside is never opened', async () => {
    for (let at = 0; at < small.length; at++) {
      const rest = small.subarray(at)
      expect(REFUSALS).toContain(await openSmall(join(small.subarray(0, at), Uint8Array.of(0xc0), rest)))
      expect(REFUSALS).toContain(await openSmall(join(small.subarray(0, at), rest.subarray(1))))
    }
  })
})

describe('files that are something else', () => {
  it.each([
    ['text', utf8('BEGIN SALTPACK ENCRYPTED MESSAGE. kcJn5brvybfNjz6')],
    ['JSON', utf8('{"packet":true}')],
    ['a ZIP archive', Uint8Array.of(0x50, 0x4b, 3, 4)],
    ['a PDF', utf8('%PDF-1.7')],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['zero bytes', new Uint8Array(500)],
    ['bytes that start like a MessagePack bin', Uint8Array.of(0xc4, 0x03, 1, 2, 3)],
    ['a bin that declares 4 GiB', Uint8Array.of(0xc6, 0xff, 0xff, 0xff, 0xff, 1, 2, 3)],
  ])('%s is called not a packet', async (_, bytes) => {
    expect(await openWhole(bytes)).toBe('packet.not_a_packet')
  })
})
