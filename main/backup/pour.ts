import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { refuseCancelled } from '../../shared/packet/pause.ts'
import type { Job } from '../vault/handler.ts'

/** A cancel is felt at once, and a stick is kept busy. */
const chunkBytes = 1024 * 1024

/** Which bytes of which open file. */
export interface Stretch {
  readonly file: FileHandle
  readonly at: number
  readonly length: number
  /** What a failing read is told as: whoever pours has two disks to tell apart. Unless said, what the system says. */
  readonly refusal?: (error: unknown) => unknown
}

/**
 * Reads a stretch, and writes it at the end of `into` unless that is null.
 * @returns the SHA-256 of what was read, in hexadecimal; of less than was asked for when the file ends before
 */
export async function pour(
  { file, at, length, refusal = (error) => error }: Stretch,
  into: FileHandle | null,
  job: Job,
  onBytes: (done: number) => void,
): Promise<string> {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(Math.min(chunkBytes, length))
  let done = 0
  while (done < length) {
    refuseCancelled(job)
    const wanted = Math.min(chunk.length, length - done)
    const { bytesRead } = await file.read(chunk, 0, wanted, at + done).catch((error: unknown) => {
      throw refusal(error)
    })
    if (bytesRead === 0) break
    const read = chunk.subarray(0, bytesRead)
    hash.update(read)
    await into?.writeFile(read)
    done += bytesRead
    onBytes(done)
  }
  refuseCancelled(job)
  return hash.digest('hex')
}
