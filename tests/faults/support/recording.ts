import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../support/vault.ts'
import type { Step } from './disk.ts'
import { type Script, spawnVault } from './spawn-vault.ts'
import { stepsOf, tracedCalls } from './syscalls.ts'

export interface Recording {
  /** The folder as it was before. */
  readonly before: string
  readonly steps: readonly Step[]
}

/**
 * Everything that a real vault process asks of the disk below `root` while a script is played to it and it is then ended.
 */
export async function record(
  root: string,
  script: Script,
  preload: readonly string[] = [],
): Promise<Recording> {
  const scratch = temporaryFolder()
  const before = join(scratch, 'before')
  mkdirSync(before)
  cpSync(root, before, { recursive: true })
  const log = join(scratch, 'log')
  const strace = ['strace', '-f', '-xx', '-s', '67108864', '-o', log, '-e', `trace=${tracedCalls}`, '--']
  const vault = spawnVault({ behind: strace, preload })
  await script(vault.ask)
  await vault.end()
  return { before, steps: stepsOf(readFileSync(log, 'latin1'), root, before) }
}
