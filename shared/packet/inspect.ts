import { type ErrorCode, toWire } from '../errors.ts'
import { plaintextLength, readChunks } from './chunk.ts'
import { type Preamble, peekPreamble, readHeader } from './header.ts'
import { requireFileSize } from './open.ts'

/** What anyone who holds the file can see: that it is saltpack, how many entries and bytes it has. Sizes in bytes. */
export interface Visible {
  readonly fileBytes: number
  readonly format?: 'saltpack'
  readonly version?: readonly [major: number, minor: number]
  /** 0 encryption, 1 attached signature, 2 detached signature, 3 signcryption. */
  readonly mode?: number
  readonly headerBytes?: number
  /** Entries of the header, dummies included. */
  readonly recipients?: number
  readonly chunks?: number
  /** Sealed content, padding included. */
  readonly plaintextBytes?: number
  /** Why the file could not be opened by anyone, whatever her keys; absent when its structure is sound. */
  readonly problem?: ErrorCode
}

function attempt<T extends object>(look: () => T): T | { problem: ErrorCode } {
  try {
    return look()
  } catch (error) {
    return { problem: toWire(error).code }
  }
}

function seePreamble({ major, minor, mode }: Preamble): Partial<Visible> {
  return { format: 'saltpack', version: [major, minor], mode }
}

/** Describes a file without any key. Never throws: what is wrong with it is part of the description. */
export function inspectPacket(bytes: Uint8Array): Visible {
  let headerEnd = 0
  return {
    fileBytes: bytes.length,
    ...attempt(() => seePreamble(peekPreamble(bytes))),
    ...attempt(() => {
      requireFileSize(bytes.length)
      const { recipients, end } = readHeader(bytes)
      headerEnd = end
      return { headerBytes: end, recipients: recipients.length }
    }),
    ...(headerEnd === 0
      ? {}
      : attempt(() => {
          const chunks = readChunks(bytes, headerEnd)
          return { chunks: chunks.length, plaintextBytes: plaintextLength(chunks) }
        })),
  }
}
