import { RelaisError } from '../errors.ts'
import { concat, equalBytes, isAllZero, toHex, utf8 } from './bytes.ts'
import { MAX_PLAINTEXT_BYTES } from './limits.ts'
import { decodeManifest, encodeManifest, MAX_MANIFEST_BYTES, type Manifest } from './manifest.ts'
import { MsgpackReader } from './msgpack-reader.ts'
import { packBin, packBinHead } from './msgpack-writer.ts'
import { nacl } from './nacl.ts'
import { padmeLength } from './padme.ts'

/** A named piece of content. What is inside is for the feature that owns the packet kind to check. */
export interface PacketPart {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface Container {
  readonly manifest: Manifest
  readonly parts: readonly PacketPart[]
  /** 64 hexadecimal digits over the manifest, hence over every part: two packets of one id must have the same. */
  readonly contentHash: string
}

const CONTENT_CONTEXT = utf8('relais packet content v1\0')

function contentHash(manifestBytes: Uint8Array): string {
  return toHex(nacl.hash(concat(CONTENT_CONTEXT, manifestBytes)).subarray(0, 32))
}

/** Asked before anything is hashed as well: tweetnacl needs a second for 64 MiB. */
function requireFits(length: number): void {
  if (length > MAX_PLAINTEXT_BYTES) {
    throw new RelaisError('packet.too_large', { bytes: length, max: MAX_PLAINTEXT_BYTES })
  }
}

/** Everything of the manifest but the parts, which are measured here. */
export type ManifestDraft = Omit<Manifest, 'parts'>

/**
 * The plaintext of a packet: the manifest as a MessagePack `bin`, each part as a `bin` in the manifest's order, then zero
 * bytes up to the Padmé length.
 * @throws RelaisError `packet.too_large`, `app.bad_request`
 */
export function encodeContainer(
  draft: ManifestDraft,
  parts: readonly PacketPart[],
): { bytes: Uint8Array<ArrayBuffer>; contentHash: string } {
  requireFits(parts.reduce((sum, { bytes }) => sum + bytes.length, 0))
  const manifest = encodeManifest({
    ...draft,
    parts: parts.map(({ name, bytes }) => ({ name, length: bytes.length, sha512: nacl.hash(bytes) })),
  })
  const pieces = [packBin(manifest), ...parts.flatMap(({ bytes }) => [packBinHead(bytes.length), bytes])]
  const used = pieces.reduce((sum, { length }) => sum + length, 0)
  const length = padmeLength(used)
  requireFits(length)
  return { bytes: concat(...pieces, new Uint8Array(length - used)), contentHash: contentHash(manifest) }
}

function readPart(reader: MsgpackReader, { name, length, sha512 }: Manifest['parts'][number]): PacketPart {
  const bytes = reader.bin(length, length).slice() as Uint8Array<ArrayBuffer>
  if (!equalBytes(nacl.hash(bytes), sha512)) throw new RelaisError('packet.altered')
  return { name, bytes }
}

/**
 * Reads a whole authenticated plaintext. The padding has one length and one value, so it can't carry anything.
 * @throws RelaisError `packet.newer_version`, `packet.malformed`, `packet.altered` when a part does not match its hash
 */
export function decodeContainer(plaintext: Uint8Array): Container {
  const reader = new MsgpackReader(plaintext, {
    truncated: 'packet.malformed',
    malformed: 'packet.malformed',
  })
  const manifestBytes = reader.bin(1, MAX_MANIFEST_BYTES)
  const manifest = decodeManifest(manifestBytes)
  const parts = manifest.parts.map((part) => readPart(reader, part))
  const padding = plaintext.subarray(reader.offset)
  if (plaintext.length !== padmeLength(reader.offset) || !isAllZero(padding)) reader.malformed()
  return { manifest, parts, contentHash: contentHash(manifestBytes) }
}
