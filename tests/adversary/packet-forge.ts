import { createHash, createHmac, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { decode, decodeMulti } from '@msgpack/msgpack'
import nacl from 'tweetnacl'

/**
 * saltpack v2 signcryption written a second time from its specification, step by step, for tests only: node:crypto for hashes and
 * signatures, a published MessagePack decoder, NaCl's boxes. It shares nothing with shared/packet, so it checks our writer, and it
 * checks nothing itself, so it can forge what an honest writer never makes.
 */

interface Pair {
  readonly publicKey: Uint8Array
  readonly secretKey: Uint8Array
}

/** A MessagePack value; `inflate` re-encodes the one met at that place (depth first, from 0) one size too large. */
export type Node = number | boolean | string | null | Uint8Array | readonly Node[]

const bigEndian = (value: number, width: number): number[] =>
  Array.from({ length: width }, (_, i) => Number((BigInt(value) >> BigInt(8 * (width - 1 - i))) & 0xffn))

/** `sizes`: [first length that needs this form, tag or its base, bytes of length]. */
function head(
  length: number,
  sizes: readonly (readonly [number, number, number])[],
  larger: boolean,
): number[] {
  const fitting = sizes.findLastIndex(([least]) => length >= least)
  const [, tag, width] = sizes[larger ? fitting + 1 : fitting] ?? [0, 0xc1, 0]
  return width === 0 ? [tag + length] : [tag, ...bigEndian(length, width)]
}

const UINT = [
  [0, 0, 0],
  [0x80, 0xcc, 1],
  [0x100, 0xcd, 2],
  [0x10000, 0xce, 4],
  [2 ** 32, 0xcf, 8],
] as const
const STR = [
  [0, 0xa0, 0],
  [0x20, 0xd9, 1],
  [0x100, 0xda, 2],
  [0x10000, 0xdb, 4],
] as const
const BIN = [
  [0, 0xc4, 1],
  [0x100, 0xc5, 2],
  [0x10000, 0xc6, 4],
] as const
const ARRAY = [
  [0, 0x90, 0],
  [0x10, 0xdc, 2],
  [0x10000, 0xdd, 4],
] as const

/** Number of values in a tree, each of which can be inflated (a boolean becomes the integer 0 or 1). */
export function countNodes(node: Node): number {
  return 1 + (Array.isArray(node) ? node.reduce((sum: number, item: Node) => sum + countNodes(item), 0) : 0)
}

export function pack(node: Node, inflate = -1): Uint8Array {
  let place = -1
  const write = (value: Node): Uint8Array => {
    place += 1
    const larger = place === inflate
    if (value === null) return Uint8Array.of(0xc0)
    if (typeof value === 'boolean') return Uint8Array.of(larger ? Number(value) : 0xc2 + Number(value))
    if (typeof value === 'number') return Uint8Array.from(head(value, UINT, larger))
    if (typeof value === 'string') {
      const text = new TextEncoder().encode(value)
      return join(Uint8Array.from(head(text.length, STR, larger)), text)
    }
    if (value instanceof Uint8Array) return join(Uint8Array.from(head(value.length, BIN, larger)), value)
    const start = Uint8Array.from(head(value.length, ARRAY, larger))
    return join(start, ...value.map(write))
  }
  return write(node)
}

export function join(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(pieces))
}

const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const sha512 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha512').update(bytes).digest())

/** PKCS#8 and SPKI wrappers of RFC 8410, which is how node:crypto takes Ed25519 keys. */
const signWith = (message: Uint8Array, secretKey: Uint8Array): Uint8Array => {
  const der = join(Buffer.from('302e020100300506032b657004220420', 'hex'), secretKey.subarray(0, 32))
  return Uint8Array.from(
    sign(null, message, createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })),
  )
}
const verifyWith = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean => {
  const der = join(Buffer.from('302a300506032b6570032100', 'hex'), publicKey)
  return verify(
    null,
    message,
    createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' }),
    signature,
  )
}

function sharedKey(publicKey: Uint8Array, secretKey: Uint8Array): Uint8Array {
  return nacl.box(new Uint8Array(32), ascii('saltpack_derived_sboxkey'), publicKey, secretKey).slice(-32)
}
const recipientNonce = (index: number): Uint8Array =>
  join(ascii('saltpack_recipsb'), Uint8Array.from(bigEndian(index, 8)))
function identifierOf(shared: Uint8Array, index: number): Uint8Array {
  const mac = createHmac('sha512', 'saltpack signcryption box key identifier')
  return Uint8Array.from(mac.update(shared).update(recipientNonce(index)).digest().subarray(0, 32))
}

function chunkNonce(headerHash: Uint8Array, index: number, final: boolean): Uint8Array {
  const nonce = join(headerHash.subarray(0, 16), Uint8Array.from(bigEndian(index, 8)))
  nonce[15] = final ? (nonce[15] ?? 0) | 1 : (nonce[15] ?? 0) & 0xfe
  return nonce
}
function signatureInput(
  headerHash: Uint8Array,
  index: number,
  final: boolean,
  plaintext: Uint8Array,
): Uint8Array {
  const nonce = chunkNonce(headerHash, index, final)
  const context = ascii('saltpack encrypted signature\0')
  return join(context, headerHash, nonce, Uint8Array.of(final ? 1 : 0), sha512(plaintext))
}

export interface Dissected {
  readonly header: Uint8Array
  readonly fields: readonly unknown[]
  readonly payloadKey: Uint8Array
  readonly sender: Uint8Array
  readonly chunks: readonly {
    readonly signature: Uint8Array
    readonly plaintext: Uint8Array
    readonly final: boolean
  }[]
}

/** Takes a packet apart with one recipient's secret key, as any recipient can. Throws on anything a conforming writer would not make. */
export function dissect(packet: Uint8Array, boxSecretKey: Uint8Array): Dissected {
  const [header, ...packets] = [...decodeMulti(packet)] as [Uint8Array, ...[Uint8Array, boolean][]]
  const fields = decode(header) as [
    string,
    number[],
    number,
    Uint8Array,
    Uint8Array,
    [Uint8Array, Uint8Array][],
  ]
  const [, , , ephemeral, senderBox, recipients] = fields
  const shared = sharedKey(ephemeral, boxSecretKey)
  const index = recipients.findIndex(
    ([identifier], i) => Buffer.compare(identifier, identifierOf(shared, i)) === 0,
  )
  const box = recipients[index]?.[1] ?? new Uint8Array(48)
  const payloadKey = nacl.secretbox.open(box, recipientNonce(index), shared)
  if (payloadKey === null) throw new Error('no payload key')
  const sender = nacl.secretbox.open(senderBox, ascii('saltpack_sender_key_sbox'), payloadKey)
  if (sender === null) throw new Error('no sender')
  const chunks = packets.map(([sealed, final], i) => {
    const opened = nacl.secretbox.open(sealed, chunkNonce(sha512(header), i, final), payloadKey)
    if (opened === null) throw new Error(`chunk ${i} does not open`)
    const [signature, plaintext] = [opened.slice(0, 64), opened.slice(64)]
    if (!verifyWith(signatureInput(sha512(header), i, final, plaintext), signature, sender)) {
      throw new Error(`chunk ${i} is not signed`)
    }
    return { signature, plaintext, final }
  })
  if (chunks.findIndex(({ final }) => final) !== chunks.length - 1) throw new Error('final flag out of place')
  return { header, fields, payloadKey, sender, chunks }
}

export interface ForgedChunk {
  readonly plaintext: Uint8Array
  readonly final: boolean
  /** What is written in the file, when it should differ from what is sealed and signed. */
  readonly flag?: Node
  /** Place under which it is sealed and signed, its own by default. */
  readonly index?: number
  readonly signature?: Uint8Array
}

/** Seals one chunk under a header, honestly unless told otherwise. */
export function forgeChunk(
  header: Uint8Array,
  payloadKey: Uint8Array,
  signSecretKey: Uint8Array,
  { plaintext, final, flag = final, index = 0, signature }: ForgedChunk,
  inflate = -1,
): Uint8Array {
  const hash = sha512(header)
  const signed = join(
    signature ?? signWith(signatureInput(hash, index, final, plaintext), signSecretKey),
    plaintext,
  )
  return pack([nacl.secretbox(signed, chunkNonce(hash, index, final), payloadKey), flag], inflate)
}

export interface Forgery {
  readonly sender: Pair
  readonly recipients: readonly Uint8Array[]
  readonly chunks: readonly ForgedChunk[]
  readonly ephemeral?: Pair
  readonly payloadKey?: Uint8Array
  /** Changes the header's fields before they are encoded. */
  readonly alter?: (fields: readonly Node[]) => Node
  /** Place of the header value to encode one size too large. */
  readonly inflate?: number
}

export function headerFields({
  sender,
  recipients,
  ephemeral = nacl.box.keyPair(),
  payloadKey = nacl.randomBytes(32),
}: Forgery): Node[] {
  return [
    'saltpack',
    [2, 0],
    3,
    ephemeral.publicKey,
    nacl.secretbox(sender.publicKey, ascii('saltpack_sender_key_sbox'), payloadKey),
    recipients.map((publicKey, i) => {
      const shared = sharedKey(publicKey, ephemeral.secretKey)
      return [identifierOf(shared, i), nacl.secretbox(payloadKey, recipientNonce(i), shared)]
    }),
  ]
}

/** A whole file, signed and sealed consistently around whatever was altered. */
export function forge(forgery: Forgery): Uint8Array<ArrayBuffer> {
  const payloadKey = forgery.payloadKey ?? nacl.randomBytes(32)
  const fields = headerFields({ ...forgery, payloadKey })
  const header = pack(forgery.alter?.(fields) ?? fields, forgery.inflate)
  const chunks = forgery.chunks.map((chunk, index) =>
    forgeChunk(header, payloadKey, forgery.sender.secretKey, { index, ...chunk }),
  )
  return join(pack(header), ...chunks)
}
