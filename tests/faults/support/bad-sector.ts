import fs, { type BigIntStats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { onTestFinished } from 'vitest'

/** What a disk keeps together, and loses together. */
export const sectorBytes = 4096

/**
 * Until the test ends the disk can't read one sector of a file, whatever of this process asks Node for it. SQLite asks
 * the system itself: it still gets what was there.
 * @param number from 0
 * @param meanwhile happens each time it is tried
 * @returns what lets the disk read it again
 */
export async function badSector(
  path: string,
  number: number,
  meanwhile: () => void = () => undefined,
): Promise<() => void> {
  const from = number * sectorBytes
  const bad = fs.statSync(path, { bigint: true })
  const { readSync, readFileSync } = fs
  const handles = await prototypeOfHandles()
  const read = handles.read as (...given: Reading) => unknown
  const isHit = (file: BigIntStats, at: unknown, length: unknown): boolean =>
    file.dev === bad.dev &&
    file.ino === bad.ino &&
    Number(at) < from + sectorBytes &&
    Number(at) + Number(length) > from
  const cannotRead = (): Error => {
    meanwhile()
    return Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })
  }
  Object.assign(fs, {
    readSync: (file: number, ...rest: Reading) => {
      if (isHit(fs.fstatSync(file, { bigint: true }), rest[3], rest[2])) throw cannotRead()
      return readSync(file, ...rest)
    },
    readFileSync: (...given: Parameters<typeof readFileSync>) => {
      if (given[0] === path) throw cannotRead()
      return readFileSync(...given)
    },
  })
  Object.assign(handles, {
    async read(this: FileHandle, ...given: Reading) {
      if (isHit(await this.stat({ bigint: true }), given[3], given[2])) throw cannotRead()
      return read.apply(this, given)
    },
  })
  syncBuiltinESMExports()
  const mend = (): void => {
    Object.assign(fs, { readSync, readFileSync })
    Object.assign(handles, { read })
    syncBuiltinESMExports()
  }
  onTestFinished(mend)
  return mend
}

/** Where to, from which byte of that on, how many, and from where in the file. */
type Reading = [buffer: Buffer, offset: number, length: number, position: number]

/** Node shows the class of its file handles nowhere else. */
async function prototypeOfHandles(): Promise<FileHandle> {
  const handle = await open(process.execPath, 'r')
  try {
    return Object.getPrototypeOf(handle) as FileHandle
  } finally {
    await handle.close()
  }
}
