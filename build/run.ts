import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

const signals = ['SIGINT', 'SIGTERM'] as const

interface RunOptions {
  /** `show`: the person sees what it prints. `hide`: nothing but its exit code. */
  readonly output: 'show' | 'hide'
  readonly environment?: Readonly<Record<string, string>>
}

/** The shells' number for Ctrl+C. */
const stopped = 130

/** Runs one of the project's own programs to its end; its exit code, or 1 when a signal ended it. Ends with us. */
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
    let told = false
    const stop = (): void => {
      told = true
      child.kill('SIGTERM')
    }
    const done = (code: number | null): void => {
      for (const signal of signals) process.off(signal, stop)
      // Whoever stops the command wants nothing more of it: not the next program, nor a sentence about this one.
      if (told) process.exit(stopped)
      resolve(code ?? 1)
    }
    for (const signal of signals) process.once(signal, stop)
    child.on('error', () => done(1))
    child.on('close', done)
  })
}
