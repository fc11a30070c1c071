import { createHash } from 'node:crypto'
import type { JournalAction } from '../../shared/journal/actions.ts'
import { concat, utf8 } from '../../shared/packet/bytes.ts'
import { packArray, packStr, packUint } from '../../shared/packet/msgpack-writer.ts'

/** A line as the table holds it, without its hash. */
export interface ChainedLine {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** Fingerprint of whoever did it. */
  readonly who: string
  /** Of a later version perhaps: its lines must still verify. */
  readonly action: JournalAction | (string & {})
  readonly subject: string | null
  /** The very JSON that is stored: hashed as it stands, so that no reader has to write it the same way again. */
  readonly details: string
}

/** What the first line follows. */
export const chainStart: Uint8Array = new Uint8Array(32)

const context = utf8('relais journal line v1\0')

/**
 * SHA-256( context ‖ hash of the line before ‖ MessagePack [seq, at, who, action, [subject] or [], details] ), 32 bytes.
 * The encoding is that of `docs/packet-format.md`, section 1: one form for each value, lengths before contents, so that
 * no two lines share an encoding.
 */
export function hashOfLine(previous: Uint8Array, line: ChainedLine): Uint8Array {
  const { seq, at, who, action, subject, details } = line
  const encoded = packArray(
    packUint(seq),
    packUint(at),
    packStr(who),
    packStr(action),
    packArray(...(subject === null ? [] : [packStr(subject)])),
    packStr(details),
  )
  return createHash('sha256')
    .update(concat(context, previous, encoded))
    .digest()
}
