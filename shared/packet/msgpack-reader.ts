import { type ErrorCode, RelaisError } from '../errors.ts'
import { fromUtf8 } from './bytes.ts'

/** Which refusal a reader gives: a file that stops early is `truncated`, anything else wrong is `malformed`. */
export interface ReaderCodes {
  readonly truncated: ErrorCode
  readonly malformed: ErrorCode
}

/**
 * Reads the MessagePack forms of msgpack-writer.ts and nothing else: no nil, float, map, extension or negative number,
 * and no length or number written longer than needed. Published decoders accept all of these, and two encodings of one value are
 * what an attacker needs to make two readers disagree. Nothing is allocated from a declared length: `bin` values are views.
 */
export class MsgpackReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #codes: ReaderCodes
  #at: number

  constructor(bytes: Uint8Array, codes: ReaderCodes, start = 0) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#codes = codes
    this.#at = start
  }

  /** Offset of the next unread byte. */
  get offset(): number {
    return this.#at
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  /** Always throws; typed so that a caller can `return reader.malformed()`. */
  malformed(): never {
    throw new RelaisError(this.#codes.malformed)
  }

  /** The tag of the next value, without moving on. */
  peekTag(): number {
    const tag = this.#bytes[this.#at]
    if (tag === undefined) throw new RelaisError(this.#codes.truncated)
    return tag
  }

  uint(): number {
    const tag = this.#tag()
    if (tag < 0x80) return tag
    if (tag === 0xcc) return this.#number(1, 0x80)
    if (tag === 0xcd) return this.#number(2, 0x100)
    if (tag === 0xce) return this.#number(4, 0x1_0000)
    if (tag === 0xcf) return this.#number(8, 0x1_0000_0000)
    return this.malformed()
  }

  bool(): boolean {
    const tag = this.#tag()
    if (tag === 0xc2) return false
    if (tag === 0xc3) return true
    return this.malformed()
  }

  /** A view on the bytes (no copy), refused when shorter than `min` or longer than `max`. */
  bin(min: number, max: number): Uint8Array {
    const tag = this.#tag()
    if (tag === 0xc4) return this.#take(this.#number(1, 0), min, max)
    if (tag === 0xc5) return this.#take(this.#number(2, 0x100), min, max)
    if (tag === 0xc6) return this.#take(this.#number(4, 0x1_0000), min, max)
    return this.malformed()
  }

  /** `maxBytes` counts UTF-8 bytes. */
  str(maxBytes: number): string {
    const tag = this.#tag()
    let length: number
    if (tag >= 0xa0 && tag < 0xc0) length = tag & 0x1f
    else if (tag === 0xd9) length = this.#number(1, 0x20)
    else if (tag === 0xda) length = this.#number(2, 0x100)
    else return this.malformed()
    return fromUtf8(this.#take(length, 0, maxBytes)) ?? this.malformed()
  }

  /** The number of items that follow. Every item still has to be read, so a huge count costs nothing by itself. */
  arrayHead(): number {
    const tag = this.#tag()
    if (tag >= 0x90 && tag < 0xa0) return tag & 0x0f
    if (tag === 0xdc) return this.#number(2, 0x10)
    if (tag === 0xdd) return this.#number(4, 0x1_0000)
    return this.malformed()
  }

  /** An array of exactly `length` items. */
  arrayOf(length: number): void {
    if (this.arrayHead() !== length) this.malformed()
  }

  /** Refuses anything left over. */
  end(): void {
    if (!this.atEnd) this.malformed()
  }

  #tag(): number {
    const tag = this.peekTag()
    this.#at += 1
    return tag
  }

  /** A big-endian number; below `least` a shorter encoding exists, which makes this one malformed. */
  #number(width: 1 | 2 | 4 | 8, least: number): number {
    if (this.#at + width > this.#bytes.length) throw new RelaisError(this.#codes.truncated)
    const at = this.#at
    this.#at += width
    let value: number
    if (width === 1) value = this.#view.getUint8(at)
    else if (width === 2) value = this.#view.getUint16(at)
    else if (width === 4) value = this.#view.getUint32(at)
    else value = Number(this.#view.getBigUint64(at))
    if (value < least || !Number.isSafeInteger(value)) return this.malformed()
    return value
  }

  #take(length: number, min: number, max: number): Uint8Array {
    if (length < min || length > max) return this.malformed()
    if (this.#at + length > this.#bytes.length) throw new RelaisError(this.#codes.truncated)
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
}
