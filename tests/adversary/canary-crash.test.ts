import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../build/run.ts'
import { temporaryFolder } from '../support/vault.ts'
import { createCanaries, searchFolder } from './traces.ts'

const script = fileURLToPath(new URL('canary-crash-run.ts', import.meta.url))
const starter = join(projectFolder, 'build/node24.mjs')

/** As far as the system allows: whoever runs this may have been limited for good. */
const raise = 'ulimit -c unlimited 2>/dev/null || ulimit -S -c "$(ulimit -H -c)"'

/** Starts Relais where core dumps of any size are kept, and lets all of it crash. @returns where words of it were found */
async function crash(...command: readonly string[]): Promise<{ found: string[]; files: string[] }> {
  const folder = temporaryFolder()
  const environment: NodeJS.ProcessEnv = { ...process.env }
  delete environment.RELAIS_CORE_DUMPS
  for (const name of [
    'TMPDIR',
    'HOME',
    'XDG_CONFIG_HOME',
    'XDG_CACHE_HOME',
    'XDG_DATA_HOME',
    'cwd',
    'data',
  ]) {
    mkdirSync(join(folder, name))
    if (!/^(?:cwd|data)$/.test(name)) environment[name] = join(folder, name)
  }
  const canaries = createCanaries()
  const raised = ['-c', `${raise}; exec "$0" "$@"`, process.execPath, ...command]
  const shell = spawn('/bin/sh', raised, {
    cwd: join(folder, 'cwd'),
    env: environment,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = once(shell, 'exit')
  shell.stdin.end(JSON.stringify({ folder, saved: canaries.at('saved'), typed: canaries.at('typed') }))
  expect((await ended)[1]).toBe('SIGSEGV')
  return { found: searchFolder(folder, canaries), files: readdirSync(join(folder, 'cwd')) }
}

/** Whether this system puts what a crashed process held where it ran: others hand it to a service. */
const keptHere =
  process.platform === 'linux' &&
  !/^[|/]/.test(readFileSync('/proc/sys/kernel/core_pattern', 'latin1')) &&
  execFileSync('/bin/sh', ['-c', `${raise}; ulimit -c`], { encoding: 'latin1' }).trim() !== '0'

describe.runIf(process.platform === 'linux')(
  'a crash of the vault process, of Chromium and of the shell',
  () => {
    it('leaves no word of a case and no report in any file', async () => {
      expect(await crash(starter, script)).toEqual({ found: [], files: [] })
    })

    it.runIf(keptHere)(
      'would leave their memory there without the limit that Relais sets itself',
      async () => {
        const { found, files } = await crash(script)
        expect(files.join()).toContain('core')
        expect(found.length).toBeGreaterThan(0)
      },
    )
  },
)
