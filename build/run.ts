import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

interface RunOptions {
  /** `show`: the person sees what it prints. `hide`: nothing but its exit code. */
  readonly output: 'show' | 'hide'
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs one of the project's own programs to its end; its exit code, or 1 when a signal ended it. */
export function run(
  program: string,
  parameters: readonly string[],
  { output, environment }: RunOptions,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: projectFolder,
      stdio: output === 'show' ? 'inherit' : 'ignore',
      env: { ...process.env, ...environment },
    })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
