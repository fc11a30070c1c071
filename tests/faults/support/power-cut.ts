import fs, { type PathLike } from 'node:fs'
import promises, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { pathBelow } from './disk.ts'

/**
 * Loaded before a program (`node --import`): counts what it asks of Node's file system below a folder, and at one of these
 * steps ends the process as a power cut would, before the step or half-way through what it writes.
 */
export interface PowerCut {
  readonly below: string
  /** Number of the step, from 1; 0: never, only count. */
  readonly at: number
  readonly halfway: boolean
  /** Where the steps are listed when the program ends by itself. */
  readonly countFile: string
}
/** A write can be cut in half. `said` is no step of the disk: an answer went out. */
export type StepCounted = 'write' | 'other' | 'said'

const cut: PowerCut = JSON.parse(process.env.TEST_POWER_CUT ?? '{}')
const steps: StepCounted[] = []
/** Descriptors of files below the folder. */
const opened = new Set<number>()

type Method = (this: unknown, ...args: unknown[]) => unknown
type Methods = Record<string, Method | undefined>

/** Nothing of this process runs after this line. */
function cutPower(): void {
  process.kill(process.pid, 'SIGKILL')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const isBelow = (path: unknown): boolean =>
  (typeof path === 'string' || path instanceof URL || Buffer.isBuffer(path)) &&
  pathBelow(cut.below, String(path as PathLike)) !== null

/** Counts one step. @returns whether the power goes half-way through it */
function begins(kind: StepCounted = 'other'): boolean {
  steps.push(kind)
  if (steps.length !== cut.at) return false
  if (!cut.halfway) cutPower()
  return true
}

function wrap(target: object, names: readonly string[], around: (original: Method) => Method): void {
  const methods = target as Methods
  for (const name of names) {
    const original = methods[name]
    if (!original) throw new Error(`Node has no ${name}`)
    methods[name] = around(original)
  }
}

const suffixed = (names: readonly string[]): string[] => [...names, ...names.map((name) => `${name}Sync`)]
const pathNames = [
  'rename',
  'rm',
  'unlink',
  'mkdir',
  'rmdir',
  'copyFile',
  'cp',
  'link',
  'symlink',
  'truncate',
]
const pathContentNames = ['writeFile', 'appendFile']
const descriptorNames = ['fsync', 'fdatasync', 'ftruncate']

const byPath = (original: Method): Method =>
  function (...args) {
    if ((isBelow(args[0]) || isBelow(args[1])) && begins()) cutPower()
    return original.apply(this, args)
  }

/** A file written by its path: half of it is there, or the whole step happens. */
const byPathWithContent = (original: Method): Method =>
  function (path, content, ...rest) {
    const halfway = isBelow(path) && begins('write')
    if (halfway) {
      fs.writeFileSync(path as string, half(content))
      cutPower()
    }
    return original.call(this, path, content, ...rest)
  }

function half(content: unknown): Uint8Array {
  const bytes = typeof content === 'string' ? Buffer.from(content) : (content as Uint8Array)
  return bytes.subarray(0, bytes.length >> 1)
}

/** The part of a buffer that `write(buffer, offset, length, position)` means. */
function meant(args: unknown[]): Uint8Array {
  const [content, offset, length] = args
  const bytes = typeof content === 'string' ? Buffer.from(content) : (content as Uint8Array)
  const from = typeof offset === 'number' ? offset : 0
  return bytes.subarray(from, typeof length === 'number' ? from + length : undefined)
}

const byDescriptor =
  (writes: boolean) =>
  (original: Method): Method =>
    function (descriptor, ...args) {
      if (!opened.has(descriptor as number)) return original.call(this, descriptor, ...args)
      if (begins(writes ? 'write' : 'other')) {
        if (writes) realWriteSync(descriptor as number, half(meant(args)))
        cutPower()
      }
      return original.call(this, descriptor, ...args)
    }

const realWriteSync = fs.writeSync
/** Every file below the folder that is opened to be read or written. */
const remembered = (path: unknown, descriptor: number): void => {
  if (isBelow(path)) opened.add(descriptor)
}
/** Opening changes the disk when it makes or empties a file. */
const changes = (flags: unknown): boolean =>
  typeof flags === 'number'
    ? (flags & (fs.constants.O_CREAT | fs.constants.O_TRUNC)) !== 0
    : /^[wa]/.test(String(flags ?? 'r'))

const { open: realOpenCallback, openSync: realOpenSync } = fs
const { open: realOpen } = promises

function patchHandles(prototype: object): void {
  const onHandle =
    (writes: boolean) =>
    (original: Method): Method =>
      function (...args) {
        const { fd } = this as FileHandle
        if (opened.has(fd) && begins(writes ? 'write' : 'other')) {
          if (writes) realWriteSync(fd, half(meant(args)))
          cutPower()
        }
        return original.apply(this, args)
      }
  wrap(prototype, ['sync', 'datasync', 'truncate'], onHandle(false))
  wrap(prototype, ['write', 'writeFile', 'appendFile'], onHandle(true))
}

wrap(fs, suffixed(pathNames), byPath)
wrap(fs, suffixed(pathContentNames), byPathWithContent)
wrap(promises, pathNames, byPath)
wrap(promises, pathContentNames, byPathWithContent)
wrap(fs, suffixed(descriptorNames), byDescriptor(false))
wrap(fs, suffixed(['write']), byDescriptor(true))

let handlesPatched = false
Object.assign(promises, {
  open: async (...args: Parameters<typeof realOpen>) => {
    if (isBelow(args[0]) && changes(args[1])) if (begins()) cutPower()
    const handle = await realOpen(...args)
    if (!handlesPatched) patchHandles(Object.getPrototypeOf(handle))
    handlesPatched = true
    remembered(args[0], handle.fd)
    return handle
  },
})
Object.assign(fs, {
  openSync: (...args: Parameters<typeof realOpenSync>) => {
    if (isBelow(args[0]) && changes(args[1])) if (begins()) cutPower()
    const descriptor = realOpenSync(...args)
    remembered(args[0], descriptor)
    return descriptor
  },
  open: (path: PathLike, ...rest: unknown[]) => {
    if (isBelow(path) && changes(rest[0])) if (begins()) cutPower()
    const done = rest.pop() as (error: unknown, descriptor: number) => void
    const call = realOpenCallback as unknown as Method
    return call.call(fs, path, ...rest, (error: unknown, descriptor: number) => {
      if (!error) remembered(path, descriptor)
      done(error, descriptor)
    })
  },
})
syncBuiltinESMExports()

const realSend = process.send as Method | undefined
if (realSend) {
  const send: Method = (...args) => {
    if ((args[0] as { type?: string }).type === 'reply') steps.push('said')
    return realSend.apply(process, args)
  }
  Object.assign(process, { send })
}

process.on('exit', () => {
  if (cut.countFile) fs.writeFileSync(cut.countFile, JSON.stringify(steps))
})
