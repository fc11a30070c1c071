import type { TestProject } from 'vitest/node'
import { canAttach, canBeNobody, canMount, hasStrace, withoutNetwork } from './machine.ts'

/** What this machine does not let a kind of test do, and what therefore is not tried. */
const missing: Record<string, readonly (readonly [there: boolean, missing: string, untried: string])[]> = {
  faults: [
    [hasStrace, 'no strace', 'power cuts at every system call'],
    [canAttach, 'no strace that may attach to another process', 'writes that fail with EIO'],
    [
      canMount,
      'no right to mount',
      'full disks, folders that can only be read, the disk of an open vault gone',
    ],
    [canBeNobody, 'no right to be another user', 'the vault of somebody else'],
  ],
  adversary: [
    [process.platform === 'linux', 'no /proc', 'traces, sockets and memory of running processes'],
    [hasStrace, 'no strace', 'sockets that any system call asks for'],
    [withoutNetwork !== null, 'no right to a network namespace', 'a whole use without any network'],
  ],
}

/** After the last test: one line for each. A test that is skipped says nothing by itself. */
export const setup =
  ({ name }: TestProject) =>
  (): void => {
    for (const [there, what, untried] of missing[name] ?? [])
      if (!there) process.stdout.write(`tests/${name} skipped: ${what} (${untried})\n`)
  }
