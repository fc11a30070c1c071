import { readFileSync } from 'node:fs'

/** 64 MiB: what one Argon2id derivation at the floor takes, and so the least that an unlock can do with. */
export const floorBytes = 64 * 1024 * 1024

/** The most memory a process has held so far, in bytes; null where the system does not tell (it is read from /proc). */
export function peakMemory(pid: number): number | null {
  try {
    const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kibibytes === undefined ? null : Number(kibibytes) * 1024
  } catch {
    return null
  }
}
