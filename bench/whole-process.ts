import { spawnSync } from 'node:child_process'

/**
 * Runs a program from its start to its exit.
 * @returns what it printed
 * @throws when it can't be started or refuses its work: half a run must not be timed
 */
export function runWhole(command: string, parameters: readonly string[], input?: Uint8Array): Buffer {
  const { status, stdout } = spawnSync(command, parameters, {
    input: input ?? new Uint8Array(),
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 2 ** 24,
  })
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} failed`)
  return stdout
}

export const isInstalled = (command: string): boolean =>
  spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
