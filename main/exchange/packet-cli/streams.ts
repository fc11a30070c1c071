import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { RelaisError } from '../../../shared/errors.ts'

// A closed pipe is reported to the callback of `write`; without a listener the same error would also end the process with a trace.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

/** All of a stream. @throws RelaisError `packet.too_large` as soon as more than `max` bytes have come */
async function readAll(stream: AsyncIterable<Buffer>, max: number): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of stream) {
    length += piece.length
    if (length > max) throw new RelaisError('packet.too_large', { max })
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** All of standard input. @throws RelaisError `packet.too_large` */
export const readInput = (max: number): Promise<Uint8Array> => readAll(process.stdin, max)

/** npm runs scripts in the project's folder; a path means the folder in which the person typed it. */
const here = process.env.INIT_CWD ?? process.cwd()

/** Bytes in a file; 0 where that is not told. */
export async function sizeOf(name: string): Promise<number> {
  return (await stat(resolve(here, name)).catch(() => null))?.size ?? 0
}

/** A whole file, or pipe or device: their size is not told beforehand. @throws RelaisError `packet.file_unreadable`, `packet.too_large` */
export async function readWhole(name: string, max: number): Promise<Uint8Array> {
  try {
    return await readAll(createReadStream(resolve(here, name)), max)
  } catch (error) {
    throw error instanceof RelaisError ? error : new RelaisError('packet.file_unreadable')
  }
}

/** Resolves once the system has taken every byte: a process that exits earlier cuts a piped packet short. */
function write(stream: Writable, content: Uint8Array | string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(content, (error) => (error ? reject(error) : resolve()))
  })
}

export function writeOutput(content: Uint8Array): Promise<void> {
  return write(process.stdout, content)
}

/** Invisible and direction-changing characters in someone else's text could rewrite the screen it is printed on. */
function escapeInvisible(json: string): string {
  return json.replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

export function writeJson(value: unknown): Promise<void> {
  return write(process.stdout, `${escapeInvisible(JSON.stringify(value, null, 2))}\n`)
}

/** One line on standard error. A closed standard error is not worth a second failure. */
export async function say(line: string): Promise<void> {
  await write(process.stderr, `${line}\n`).catch(() => undefined)
}
