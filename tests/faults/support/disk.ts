import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * One thing that a program asked of the disk, in the order in which it did. Paths are relative to the recorded folder, ''
 * being the folder itself; a handle is a file opened by an `open` before.
 */
export type Step =
  | { kind: 'open'; handle: number; path: string; truncate: boolean }
  | { kind: 'write'; handle: number; at: number; bytes: Buffer }
  | { kind: 'resize'; handle: number; length: number }
  | { kind: 'sync'; handle: number }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'remove'; path: string }
  | { kind: 'mkdir'; path: string }
  /** Not of the disk: the program told its person that call `id` was done. */
  | { kind: 'said'; id: number; ok: boolean }

interface File {
  /** As every program sees it. */
  live: Buffer
  /** As it was when it was last synced. */
  kept: Buffer
  /** The writes since. */
  pending: Extract<Step, { kind: 'write' | 'resize' }>[]
}
interface Folder {
  live: Map<string, Entry>
  /** The names in it when it was last synced. */
  kept: Map<string, Entry>
}
type Entry = File | Folder
const isFolder = (entry: Entry): entry is Folder => entry.live instanceof Map

/** What a power cut takes of what was not synced. */
export interface Loss {
  /** Of the content of files: nothing, all, or every second write (a disk writes in the order it likes). */
  readonly content: 'nothing' | 'all' | 'every second'
  /** Of names made, moved and removed: nothing, or all. */
  readonly names: 'nothing' | 'all'
}

/** Files by their path; a folder has no bytes. */
export type Remains = Map<string, Buffer | null>

/**
 * A disk that remembers what it was made to sync. It is stricter than most: syncing a file keeps its content and not its
 * name; only syncing its folder keeps that.
 */
export class Disk {
  readonly #root: Folder = { live: new Map(), kept: new Map() }
  readonly #opened = new Map<number, Entry>()

  /** Everything that is in a real folder now, synced long ago. */
  static of(folder: string): Disk {
    const disk = new Disk()
    fill(disk.#root, folder)
    return disk
  }

  apply(step: Step): void {
    switch (step.kind) {
      case 'open': {
        const entry = this.#find(step.path) ?? this.#put(step.path, emptyFile())
        this.#opened.set(step.handle, entry)
        if (step.truncate && !isFolder(entry))
          change(entry, { kind: 'resize', handle: step.handle, length: 0 })
        return
      }
      case 'write':
      case 'resize': {
        const entry = this.#opened.get(step.handle)
        if (!entry || isFolder(entry)) throw new Error(`a ${step.kind} to no file`)
        change(entry, step)
        return
      }
      case 'sync': {
        const entry = this.#opened.get(step.handle)
        if (!entry) throw new Error('a sync of no file')
        if (isFolder(entry)) entry.kept = new Map(entry.live)
        else {
          entry.kept = entry.live
          entry.pending = []
        }
        return
      }
      case 'rename': {
        const entry = this.#find(step.from)
        if (!entry) throw new Error(`a rename of nothing: ${step.from}`)
        this.#drop(step.from)
        this.#put(step.to, entry)
        return
      }
      case 'remove':
        this.#drop(step.path)
        return
      case 'mkdir':
        this.#put(step.path, { live: new Map(), kept: new Map() })
        return
      case 'said':
    }
  }

  /** Size of what a path holds, to append to it. */
  sizeOf(path: string): number {
    const entry = this.#find(path)
    return !entry || isFolder(entry) ? 0 : entry.live.length
  }

  contentOf(path: string): Buffer {
    const entry = this.#find(path)
    return !entry || isFolder(entry) ? Buffer.alloc(0) : entry.live
  }

  /** What is there when the power comes back. */
  remains(loss: Loss): Remains {
    const found: Remains = new Map()
    const walk = (folder: Folder, path: string): void => {
      for (const [name, entry] of loss.names === 'all' ? folder.kept : folder.live) {
        const at = join(path, name)
        if (isFolder(entry)) {
          found.set(at, null)
          walk(entry, at)
        } else found.set(at, contentAfter(entry, loss.content))
      }
    }
    walk(this.#root, '')
    return found
  }

  #find(path: string): Entry | undefined {
    let entry: Entry | undefined = this.#root
    for (const name of path.split('/').filter(Boolean)) {
      entry = entry && isFolder(entry) ? entry.live.get(name) : undefined
    }
    return entry
  }

  #folderOf(path: string): Folder {
    const parent = this.#find(dirname(path) === '.' ? '' : dirname(path))
    if (!parent || !isFolder(parent)) throw new Error(`no folder for ${path}`)
    return parent
  }

  #put(path: string, entry: Entry): Entry {
    this.#folderOf(path).live.set(nameOf(path), entry)
    return entry
  }

  #drop(path: string): void {
    this.#folderOf(path).live.delete(nameOf(path))
  }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const emptyFile = (): File => ({ live: Buffer.alloc(0), kept: Buffer.alloc(0), pending: [] })

function change(file: File, step: Extract<Step, { kind: 'write' | 'resize' }>): void {
  file.live = changed(file.live, step)
  file.pending.push(step)
}

function changed(content: Buffer, step: Extract<Step, { kind: 'write' | 'resize' }>): Buffer {
  const length = step.kind === 'resize' ? step.length : Math.max(content.length, step.at + step.bytes.length)
  const next = Buffer.alloc(length)
  content.copy(next)
  if (step.kind === 'write') step.bytes.copy(next, step.at)
  return next
}

function contentAfter({ live, kept, pending }: File, lost: Loss['content']): Buffer {
  if (lost === 'nothing') return live
  return lost === 'all' ? kept : pending.filter((_, index) => index % 2 === 1).reduce(changed, kept)
}

function fill(folder: Folder, path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const at = join(path, entry.name)
    if (entry.isDirectory()) {
      const below: Folder = { live: new Map(), kept: new Map() }
      fill(below, at)
      folder.live.set(entry.name, below)
    } else {
      const bytes = readFileSync(at)
      folder.live.set(entry.name, { live: bytes, kept: bytes, pending: [] })
    }
  }
  folder.kept = new Map(folder.live)
}

/** Puts what remains into an empty folder. */
export function putDown(remains: Remains, folder: string): void {
  for (const [path, bytes] of remains) {
    if (bytes) writeFileSync(join(folder, path), bytes, { mode: 0o600 })
    else mkdirSync(join(folder, path), { mode: 0o700 })
  }
}

/** A path below the recorded folder, or null for one elsewhere. */
export function pathBelow(root: string, path: string): string | null {
  const below = relative(root, path)
  return below === '..' || below.startsWith('../') ? null : below
}
