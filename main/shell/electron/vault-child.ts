import type { ForkOptions, UtilityProcess } from 'electron'
import type { VaultMessage } from '../../../shared/vault/messages.ts'
import type { VaultChild } from '../port.ts'

type Fork = (
  modulePath: string,
  parameters: string[],
  options: ForkOptions,
) => Pick<UtilityProcess, 'pid' | 'on' | 'once' | 'postMessage' | 'kill'>

/** Starts the vault process. Its output goes nowhere: there is no log. */
export function forkVaultChild(
  fork: Fork,
  entry: string,
  environment: NodeJS.ProcessEnv = process.env,
  endProcess: (pid: number) => void = endAtOnce,
): VaultChild {
  const child = fork(entry, [], {
    stdio: 'ignore',
    serviceName: 'Relais vault',
    execArgv: [],
    env: withoutLoaders(environment),
    allowLoadingUnsignedLibraries: false,
  })
  return {
    post: (request) => child.postMessage(request),
    onMessage: (listener) => void child.on('message', (message: VaultMessage) => listener(message)),
    onExit: (listener) => void child.once('exit', () => listener()),
    // `kill` of a utility process asks politely (SIGTERM); one that is busy with a computation would not hear it.
    kill: () => (child.pid === undefined ? void child.kill() : endProcess(child.pid)),
  }
}

function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Variables through which another program could have its own code loaded beside the keys. */
const loaders = /^(?:NODE_|NAPI_RS_|ELECTRON_)/i

function withoutLoaders(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !loaders.test(entry[0]),
    ),
  )
}
