import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import type { Canaries } from './traces.ts'

const chunkBytes = 16 * 1024 * 1024

/** What is found in any memory that a running process may write to, given up or not. Linux, and one's own processes only. */
export function searchMemory(pid: number, canaries: Canaries): string[] {
  const found = new Set<string>()
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'latin1').split('\n')) {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      const end = Number.parseInt(to, 16)
      for (let at = Number.parseInt(from, 16); at < end; at += chunkBytes) {
        for (const place of canaries.foundIn(readAt(memory, at, Math.min(chunkBytes, end - at))))
          found.add(place)
      }
    }
  } finally {
    closeSync(memory)
  }
  return [...found]
}

/** Some regions are the kernel's own and can't be read. */
function readAt(memory: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  try {
    return bytes.subarray(0, readSync(memory, bytes, 0, length, at))
  } catch {
    return Buffer.alloc(0)
  }
}
