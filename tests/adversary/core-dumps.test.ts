import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../build/run.ts'

interface Limits {
  readonly shell: number
  readonly vault: number
  readonly limits: readonly {
    readonly pid: number
    readonly program: string
    readonly soft: string
    readonly hard: string
  }[]
}

const script = 'tests/adversary/core-dumps-run.ts'

/** Starts a command of the project from a shell that keeps core dumps of any size it may. */
async function limitsOf(...command: readonly string[]): Promise<Limits> {
  const { RELAIS_CORE_DUMPS: _ours, ...environment } = process.env
  const { stdout } = await promisify(execFile)(
    '/bin/sh',
    ['-c', 'ulimit -S -c "$(ulimit -H -c)"; exec "$0" "$@"', process.execPath, ...command],
    { cwd: projectFolder, env: environment },
  )
  return JSON.parse(stdout)
}

// Only Linux shows a process's limits to others, in /proc.
describe.runIf(process.platform === 'linux')('a crash of any process of Relais', () => {
  it('leaves no memory on disk: not the shell’s, the vault’s, nor Chromium’s', async () => {
    const { shell, vault, limits } = await limitsOf('build/node24.mjs', script)
    const pids = limits.map(({ pid }) => pid)
    expect(pids).toContain(shell)
    expect(pids).toContain(vault)
    expect(limits.filter(({ program }) => /chrom/.test(program)).length).toBeGreaterThan(1)
    for (const { program, soft, hard } of limits) {
      expect({ program, soft, hard }).toEqual({ program, soft: '0', hard: '0' })
    }
  })

  it('would leave it without the limit: this test would see it', async () => {
    const { limits } = await limitsOf(script)
    for (const { program, soft, hard } of limits) expect({ program, soft }).toEqual({ program, soft: hard })
  })
})
