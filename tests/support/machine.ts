import { execFileSync } from 'node:child_process'

/** Runs a command of the system that not every machine has, or lets be used. */
export const runCommand = (command: string, ...rest: string[]): void =>
  void execFileSync(command, rest, { stdio: 'ignore' })

/** Whether a command can be run to its end on this machine. */
function works(command: string, ...rest: string[]): boolean {
  try {
    runCommand(command, ...rest)
    return true
  } catch {
    return false
  }
}

/** Whether this machine lets a test watch the system calls of its own children. */
export const hasStrace = works('strace', '-f', '-xx', '-e', 'trace=fsync', 'true')

/** What starts a command in a network namespace without any network, or null where that is not allowed. */
export const withoutNetwork: readonly string[] | null =
  [
    ['unshare', '--net'],
    ['unshare', '--user', '--map-root-user', '--net'],
  ].find(([command = '', ...rest]) => works(command, ...rest, 'true')) ?? null
