import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { mountMemory, unmount } from '../../support/machine.ts'
import { temporaryFolder } from '../../support/vault.ts'

/** A real file system of a few megabytes, in memory. */
export interface SmallDisk {
  readonly folder: string
  /** Fills it until the system says that it is full, then gives back so many KiB. */
  fill(leaving?: number): void
  /** Takes the filling out again. */
  free(): void
  /** As a stick pulled out: the folder is there, and what was on it is not. Open files stay open. */
  pull(): void
}

export function smallDisk(kibibytes: number): SmallDisk {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  mountMemory(folder, kibibytes)
  let mounted = true
  const pull = (): void => {
    if (mounted) unmount(folder)
    mounted = false
  }
  onTestFinished(pull)
  const filling = join(folder, 'filling')
  const reserve = join(folder, 'reserve')
  return {
    folder,
    pull,
    fill: (leaving = 0) => {
      const kept = Buffer.alloc(leaving * 1024, 1)
      const reserved = openSync(reserve, 'w')
      if (leaving > 0) writeSync(reserved, kept)
      closeSync(reserved)
      const file = openSync(filling, 'w')
      try {
        for (;;) writeSync(file, Buffer.alloc(4096, 1))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        closeSync(file)
      }
      rmSync(reserve)
    },
    free: () => rmSync(filling, { force: true }),
  }
}
