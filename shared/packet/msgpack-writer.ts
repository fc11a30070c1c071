import { concat, utf8 } from './bytes.ts'

/**
 * The few MessagePack forms that a packet, a manifest and a card use, each in its shortest encoding
 * (https://github.com/msgpack/msgpack/blob/master/spec.md). Short and only one way to write a value: a reader can
 * then refuse every other way. Every function returns the encoded bytes; pieces are joined with `concat`.
 */

/** A tag byte followed by a big-endian number of `width` bytes. */
function tagged(tag: number, width: 1 | 2 | 4 | 8, value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1 + width)
  bytes[0] = tag
  const view = new DataView(bytes.buffer)
  if (width === 1) view.setUint8(1, value)
  else if (width === 2) view.setUint16(1, value)
  else if (width === 4) view.setUint32(1, value)
  else view.setBigUint64(1, BigInt(value))
  return bytes
}

/** A whole number from 0 to 2^53 - 1. */
export function packUint(value: number): Uint8Array<ArrayBuffer> {
  if (value < 0x80) return Uint8Array.of(value)
  if (value < 0x100) return tagged(0xcc, 1, value)
  if (value < 0x1_0000) return tagged(0xcd, 2, value)
  if (value < 0x1_0000_0000) return tagged(0xce, 4, value)
  return tagged(0xcf, 8, value)
}

export function packBool(value: boolean): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(value ? 0xc3 : 0xc2)
}

/** Only the length of a `bin`; the caller puts the bytes behind it, so that a large part is copied once. */
export function packBinHead(length: number): Uint8Array<ArrayBuffer> {
  if (length < 0x100) return tagged(0xc4, 1, length)
  if (length < 0x1_0000) return tagged(0xc5, 2, length)
  return tagged(0xc6, 4, length)
}

export function packBin(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(packBinHead(bytes.length), bytes)
}

/** At most 65,535 bytes of UTF-8; names, codes and dates are far shorter. */
export function packStr(text: string): Uint8Array<ArrayBuffer> {
  const bytes = utf8(text)
  const { length } = bytes
  if (length < 0x20) return concat(Uint8Array.of(0xa0 | length), bytes)
  if (length < 0x100) return concat(tagged(0xd9, 1, length), bytes)
  return concat(tagged(0xda, 2, length), bytes)
}

/** An array of at most 65,535 values that are already encoded. */
export function packArray(...items: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const { length } = items
  if (length < 0x10) return concat(Uint8Array.of(0x90 | length), ...items)
  return concat(tagged(0xdc, 2, length), ...items)
}
