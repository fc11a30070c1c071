import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import { fromHex, utf8 } from '../../shared/packet/bytes.ts'
import { nacl } from '../../shared/packet/nacl.ts'
import { sealPacket } from '../../shared/packet/packet.ts'

const CLI = fileURLToPath(new URL('packet.cli.ts', import.meta.url))
const VECTORS = new URL('../../tests/vectors/', import.meta.url)
const HEX32 = /^[0-9a-f]{64}$/

interface Run {
  readonly code: number | null
  readonly out: Buffer
  readonly err: string
}

/** Runs the reader as a process of its own; `input` goes to its standard input, `hangUp` closes its output after that many bytes. */
function packet(
  args: readonly string[],
  input: Uint8Array = new Uint8Array(0),
  hangUp = Infinity,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { stdio: 'pipe' })
    const out: Buffer[] = []
    let length = 0
    let err = ''
    child.stdout.on('data', (piece: Buffer) => {
      out.push(piece)
      length += piece.length
      if (length >= hangUp) child.stdout.destroy()
    })
    child.stderr.on('data', (piece: Buffer) => {
      err += piece.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out), err }))
    // The reader may refuse before it has read everything.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

const keyFile = z.object({
  signPublicKey: z.string().regex(HEX32),
  signSecretKey: z.string().regex(/^[0-9a-f]{128}$/),
  boxPublicKey: z.string().regex(HEX32),
  boxSecretKey: z.string().regex(HEX32),
})
type KeyFile = z.infer<typeof keyFile>

let folder = ''
let ana: KeyFile
let bea: KeyFile
const path = (name: string) => join(folder, name)
const json = (run: Run): unknown => JSON.parse(run.out.toString())

async function store(name: string, value: object): Promise<string> {
  await writeFile(path(name), value instanceof Uint8Array ? value : JSON.stringify(value))
  return path(name)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packet-'))
  ana = keyFile.parse(json(await packet(['keygen'])))
  bea = keyFile.parse(json(await packet(['keygen'])))
  await store('ana.json', ana)
  await store('bea.json', bea)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const seal = (input: Uint8Array, to = bea.boxPublicKey) =>
  packet(['seal', '--keys', path('ana.json'), '--to', to], input)
const open = (input: Uint8Array, keys = 'bea.json', hangUp?: number) =>
  packet(['open', '--keys', path(keys)], input, hangUp)

const large = new Uint8Array(5 * 1024 * 1024 + 3).map((_, i) => i % 251)

describe('packet keygen', () => {
  it('never prints the same key twice', () => {
    expect(ana.boxSecretKey).not.toBe(bea.boxSecretKey)
    expect(ana.signSecretKey.slice(64)).toBe(ana.signPublicKey)
  })
})

describe('packet seal and open', () => {
  it.each([0, 1, 70_000, large.length])(
    'bring %i bytes through two pipes unchanged, and name the sender',
    async (length) => {
      const sealed = await seal(large.subarray(0, length))
      expect(sealed).toMatchObject({ code: 0, err: '' })
      const opened = await open(sealed.out)
      expect(opened.code).toBe(0)
      expect(opened.err).toBe(`sender ${ana.signPublicKey}\n`)
      expect(Buffer.compare(opened.out, large.subarray(0, length))).toBe(0)
    },
  )

  it('reach several recipients, and nobody else', async () => {
    const sealed = await seal(utf8('hello'), `${ana.boxPublicKey},${bea.boxPublicKey.toUpperCase()}`)
    expect((await open(sealed.out, 'ana.json')).out.toString()).toBe('hello')
    expect((await open(sealed.out, 'bea.json')).out.toString()).toBe('hello')
    await store('stranger.json', keyFile.parse(json(await packet(['keygen']))))
    expect(await open(sealed.out, 'stranger.json')).toMatchObject({
      code: 1,
      out: Buffer.alloc(0),
      err: 'packet.not_for_me\n',
    })
  })

  it('need no signing key to open, and take a seed of 32 bytes to seal', async () => {
    await store('box-only.json', { boxPublicKey: bea.boxPublicKey, boxSecretKey: bea.boxSecretKey })
    await store('seed.json', { ...ana, signSecretKey: ana.signSecretKey.slice(0, 64) })
    const sealed = await packet(['seal', '--keys', path('seed.json'), '--to', bea.boxPublicKey], utf8('x'))
    expect(await open(sealed.out, 'box-only.json')).toMatchObject({
      code: 0,
      err: `sender ${ana.signPublicKey}\n`,
    })
  })

  it('open what an independent implementation has sealed', async () => {
    const { vectors } = z
      .object({
        vectors: z.array(
          z.object({ file: z.string(), recipients: z.array(z.looseObject({})), plaintextSha256: z.string() }),
        ),
      })
      .parse(JSON.parse(await readFile(new URL('vectors.json', VECTORS), 'utf8')))
    for (const { file, recipients, plaintextSha256 } of vectors) {
      await store('vector.json', recipients.at(-1) ?? {})
      const { code, out } = await open(await readFile(new URL(file, VECTORS)), 'vector.json')
      expect(code, file).toBe(0)
      expect(createHash('sha256').update(out).digest('hex')).toBe(plaintextSha256)
    }
  })
})

describe('a failure', () => {
  it('puts nothing on standard output, even when only the very last byte is wrong', async () => {
    const { out } = await seal(large)
    const altered = Uint8Array.from(out)
    altered[altered.length - 2] = (altered.at(-2) ?? 0) ^ 1
    expect(await open(altered)).toEqual({ code: 1, out: Buffer.alloc(0), err: 'packet.altered\n' })
    expect(await open(out.subarray(0, -1))).toEqual({
      code: 1,
      out: Buffer.alloc(0),
      err: 'packet.truncated\n',
    })
    expect(await open(out.subarray(0, 2_000_000))).toEqual({
      code: 1,
      out: Buffer.alloc(0),
      err: 'packet.truncated\n',
    })
    expect(await open(new Uint8Array(0))).toEqual({
      code: 1,
      out: Buffer.alloc(0),
      err: 'packet.empty_file\n',
    })
    expect(await open(utf8('a letter'))).toEqual({
      code: 1,
      out: Buffer.alloc(0),
      err: 'packet.not_a_packet\n',
    })
  })

  it('to find or understand the keys is coded and quotes nothing of them', async () => {
    await store('broken.json', utf8(`{"boxSecretKey": ${bea.boxSecretKey}`))
    await store('mismatch.json', { ...bea, boxPublicKey: ana.boxPublicKey })
    await store('mismatch-sign.json', { ...bea, signPublicKey: ana.signPublicKey })
    await store('short.json', { ...bea, boxSecretKey: bea.boxSecretKey.slice(2) })
    await store('no-sign.json', { boxSecretKey: bea.boxSecretKey })
    expect(await open(utf8('x'), 'missing.json')).toMatchObject({ code: 1, err: 'packet.file_unreadable\n' })
    expect(await open(utf8('x'), 'broken.json')).toMatchObject({
      code: 1,
      err: 'packet.keys_malformed field=file\n',
    })
    expect(await open(utf8('x'), 'mismatch.json')).toMatchObject({
      code: 1,
      err: 'packet.keys_malformed field=boxPublicKey\n',
    })
    expect(await open(utf8('x'), 'short.json')).toMatchObject({
      code: 1,
      err: 'packet.keys_malformed field=boxSecretKey\n',
    })
    for (const name of ['mismatch-sign.json', 'no-sign.json']) {
      const run = await packet(['seal', '--keys', path(name), '--to', ana.boxPublicKey], utf8('x'))
      expect(run.code).toBe(1)
      expect(run.err).toMatch(/^packet\.keys_malformed field=sign\w+\n$/)
    }
  })

  it('to seal is coded', async () => {
    const weak = '00'.repeat(32)
    expect(await seal(utf8('x'), weak)).toEqual({ code: 1, out: Buffer.alloc(0), err: 'packet.weak_key\n' })
  })

  it('of the reader further down the pipe ends quietly', async () => {
    const { out } = await seal(large)
    const { err } = await open(out, 'bea.json', 10)
    expect(err).not.toContain('Error')
    expect(err).not.toContain('    at ')
  })
})

describe('a wrong command line', () => {
  it.each([
    [[]],
    [['help']],
    [['toString']],
    [['open']],
    [['seal', '--keys', 'k.json']],
    [['seal', '--keys', 'k.json', '--to', 'abc']],
    [['seal', '--keys', 'k.json', '--to', `${'0'.repeat(64)},`]],
    [['open', '--keys', 'k.json', '--to', '0'.repeat(64)]],
    [['open', '--keys', 'k.json', 'file']],
    [['keygen', 'file']],
    [['inspect']],
    [['inspect', 'a', 'b']],
    [['read', 'file']],
    [['read', '--keys', 'k.json', '--on', 'tomorrow', 'file']],
    [['open', '--secret', 'x']],
  ])('%j says in one line how to use it', async (args) => {
    const { code, out, err } = await packet(args)
    expect(code).toBe(2)
    expect(out).toHaveLength(0)
    expect(err).toMatch(/^usage: packet [^\n]+\n$/)
  })
})

describe('packet inspect', () => {
  it('shows what anyone can see', async () => {
    const file = await store('some.relais', (await seal(utf8('hello'))).out)
    expect(json(await packet(['inspect', file]))).toMatchObject({
      format: 'saltpack',
      version: [2, 0],
      mode: 3,
      recipients: 1,
      chunks: 1,
      plaintextBytes: 5,
    })
  })

  it('describes what is wrong with a file instead of failing', async () => {
    const sealed = (await seal(utf8('hello'))).out
    const cut = await store('cut.relais', sealed.subarray(0, -3))
    const described = json(await packet(['inspect', cut]))
    expect(described).toMatchObject({ mode: 3, recipients: 1, problem: 'packet.truncated' })
    expect(json(await packet(['inspect', await store('letter', utf8('hello'))]))).toMatchObject({
      problem: 'packet.not_a_packet',
    })
    expect(json(await packet(['inspect', await store('empty', new Uint8Array(0))]))).toMatchObject({
      problem: 'packet.empty_file',
    })
    expect(await packet(['inspect', path('nowhere')])).toMatchObject({
      code: 1,
      err: 'packet.file_unreadable\n',
    })
    expect(await packet(['inspect', folder])).toMatchObject({ code: 1, err: 'packet.file_unreadable\n' })
  })

  it.skipIf(process.platform === 'win32')(
    'stops at the largest size when it is pointed at a device that never ends',
    async () => {
      for (const args of [
        ['inspect', '/dev/zero'],
        ['open', '--keys', '/dev/zero'],
      ]) {
        expect(await packet(args)).toMatchObject({
          code: 1,
          err: expect.stringMatching(/^packet\.too_large /),
        })
      }
    },
  )
})

describe('packet read', () => {
  const bytes32 = (hex: string) => fromHex(hex, 32) ?? new Uint8Array()
  const fingerprint = () => fingerprintOf(bytes32(bea.signPublicKey))
  const sealTo = (to: string, parts: readonly [string, Uint8Array<ArrayBuffer>][]) =>
    sealPacket({
      sender: { signKeys: nacl.sign.keyPair.fromSeed(bytes32(ana.signSecretKey.slice(0, 64))) },
      recipients: [{ fingerprint: to, boxPublicKey: bytes32(bea.boxPublicKey), sequence: 3 }],
      kind: 'case-share',
      created: '2026-01-01',
      expires: '2026-02-01',
      directoryNumber: 4,
      parts: parts.map(([name, bytes]) => ({ name, bytes })),
    })
  const read = (file: string, ...more: string[]) =>
    packet(['read', '--keys', path('bea.json'), ...more, file])

  it('prints the manifest and the parts, as JSON where they are JSON', async () => {
    const parts: [string, Uint8Array<ArrayBuffer>][] = [
      ['case.json', utf8('{"wishes":"rester à Montréal"}')],
      ['raw', Uint8Array.of(0xff, 0, 1)],
      ['note.txt', utf8('not json')],
    ]
    const { bytes, packetId, contentHash } = await sealTo(fingerprint(), parts)
    const run = await read(await store('share.relais', bytes), '--on', '2026-01-15')
    expect(run).toMatchObject({ code: 0, err: '' })
    expect(json(run)).toMatchObject({
      manifest: {
        packetId,
        kind: 'case-share',
        created: '2026-01-01',
        expires: '2026-02-01',
        directoryNumber: 4,
        recipients: [{ fingerprint: fingerprint(), sequence: 3 }],
      },
      expired: false,
      contentHash,
      senderSignPublicKey: ana.signPublicKey,
      parts: [
        { name: 'case.json', json: { wishes: 'rester à Montréal' } },
        { name: 'raw', base64: '/wAB' },
        { name: 'note.txt', base64: Buffer.from('not json').toString('base64') },
      ],
    })
  })

  it('reads the packets of every kind that are kept for good, and says which was made for practice', async () => {
    const golden = z
      .object({ packets: z.array(z.object({ kind: z.string(), practice: z.boolean(), packet: z.string() })) })
      .parse(JSON.parse(await readFile(new URL('relais-kinds.json', VECTORS), 'utf8')))
    const reader = await store(
      'reader.json',
      utf8(JSON.stringify({ signSecretKey: '02'.repeat(32), boxSecretKey: '03'.repeat(32) })),
    )
    for (const { kind, practice, packet: file } of golden.packets) {
      const name = await store(`${kind}.relais`, fromHex(file, file.length / 2) ?? new Uint8Array(0))
      const run = await packet(['read', '--keys', reader, '--on', '2026-02-01', name])
      expect(run).toMatchObject({ code: 0, err: '' })
      expect(json(run)).toMatchObject({ manifest: { kind, practice }, parts: [{ json: {} }] })
    }
  })

  it('still reads an expired packet, and says that it is', async () => {
    const { bytes } = await sealTo(fingerprint(), [['a', utf8('1')]])
    const file = await store('old.relais', bytes)
    expect(json(await read(file, '--on', '2026-02-01'))).toMatchObject({ expired: false })
    expect(json(await read(file, '--on', '2026-02-02'))).toMatchObject({
      expired: true,
      parts: [{ json: 1 }],
    })
    expect(json(await read(file))).toMatchObject({ expired: new Date() > new Date('2026-02-02') })
  })

  it('refuses a packet that names somebody else, and one without a manifest', async () => {
    const { bytes } = await sealTo('0'.repeat(64), [['a', utf8('1')]])
    expect(await read(await store('other.relais', bytes))).toMatchObject({
      code: 1,
      out: Buffer.alloc(0),
      err: 'packet.not_for_me\n',
    })
    const plain = await store('plain.relais', (await seal(utf8('hello'))).out)
    expect(await read(plain)).toMatchObject({ code: 1, out: Buffer.alloc(0), err: 'packet.malformed\n' })
  })

  it('cannot rewrite the screen with what a sender has hidden in a text', async () => {
    const { bytes } = await sealTo(fingerprint(), [
      ['a', utf8(JSON.stringify('a\u202eb\u001b[2J\u009bc\u{e0041}d'))],
    ])
    const run = await read(await store('tricky.relais', bytes))
    expect(run.out.toString()).not.toMatch(/[^\P{C}\n]/u)
    expect(json(run)).toMatchObject({ parts: [{ json: 'a\u202eb\u001b[2J\u009bc\u{e0041}d' }] })
  })
})
