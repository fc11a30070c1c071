import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { VaultMessage } from '../../../shared/vault/messages.ts'
import type { VaultChild } from '../port.ts'

const entry = fileURLToPath(new URL('../../vault/process.ts', import.meta.url))

/**
 * Where Node remembers what it made of the sources: without it, half of a start is spent on stripping types. It keeps
 * compiled sources and their literals, nothing that a process worked on (`canary.test.ts` looks into it).
 */
export const compiledSources = fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url))

/** Forks the vault process under plain Node. Its output goes nowhere: there is no log. */
export function forkVaultChild(execPath = process.execPath): VaultChild & { readonly pid: number } {
  const child = fork(entry, [], {
    execPath,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { NODE_COMPILE_CACHE: compiledSources, ...process.env },
    // The signal would open a debugger beside the keys, for any program of the same person to connect to.
    execArgv: ['--disable-sigusr1'],
  })
  // A message to a process that has just ended is answered by its exit.
  child.on('error', () => undefined)
  const onExit = (listener: () => void): void => {
    child.once('exit', listener)
    // A process that never started has no exit to tell.
    child.once('error', () => child.pid === undefined && listener())
  }
  return {
    pid: child.pid ?? 0,
    post: (request) => void (child.connected && child.send(request, () => undefined)),
    onMessage: (listener) => void child.on('message', (message) => listener(message as VaultMessage)),
    onExit,
    kill: () => void child.kill('SIGKILL'),
  }
}
