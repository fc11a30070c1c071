import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { temporaryFolder } from '../support/vault.ts'
import { searchMemory } from './process-memory.ts'
import { commandAndEnvironment, processTree } from './process-tree.ts'
import { type Canaries, createCanaries } from './traces.ts'

const script = fileURLToPath(new URL('canary-heap-run.ts', import.meta.url))
const places = ['passphrase', 'saved', 'draft', 'searched', 'typed in the window', 'held by the shell itself']

interface Locked {
  readonly shell: number
  /** The process that held the keys. */
  readonly vault: number
}

/** Uses Relais in a process of its own until it is locked; `look` finds it still there. */
async function afterLock(
  look: (folder: string, locked: Locked, canaries: Canaries) => Promise<void>,
): Promise<void> {
  const canaries = createCanaries()
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'data'))
  const words = places.map((place) => Buffer.from(canaries.at(place)).toString('base64'))
  const shell = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(shell, 'exit')
  shell.stdin.end(JSON.stringify({ folder, words }))
  try {
    const [told] = await once(shell.stdout, 'data')
    await look(folder, JSON.parse(String(told)), canaries)
  } finally {
    shell.kill('SIGUSR2')
    await ended
  }
}

const commandOf = (pid: number): string => commandAndEnvironment(pid).toString('latin1')

/**
 * What can be promised of the shell is what it can still reach. Bytes that its garbage collector has given up and not yet
 * written over can't be told away: docs/faults.md says so.
 */
it('what was typed is in nothing that the shell or the new page can still reach after a lock', async () => {
  await afterLock(async (folder, { shell, vault }, canaries) => {
    expect(() => process.kill(vault, 0)).toThrow('ESRCH')
    const foundIn = (name: string): string[] => canaries.foundIn(readFileSync(join(folder, name)))
    // The looking would find them: in the page that shows them, and in a shell that held one.
    expect(foundIn('window, open')).toContain('typed in the window in UTF-8')
    expect(foundIn('shell, with a word of its own')).toContain('held by the shell itself in UTF-8')
    expect(foundIn('window, locked')).toEqual([])
    expect(foundIn('shell, locked')).toEqual([])
    if (process.platform !== 'linux') return

    // The processes that took the place of the page's and the vault's hold not a byte of it, reachable or not.
    await vi.waitFor(() => {
      const fresh = processTree(shell).filter((pid) =>
        /--type=renderer|vault\/process\.ts/.test(commandOf(pid)),
      )
      expect(fresh.length).toBeGreaterThan(0)
      expect(fresh.flatMap((pid) => searchMemory(pid, canaries))).toEqual([])
    }, 60_000)
  })
})

it.runIf(process.platform === 'linux')(
  'this test would find a word that a process has given up',
  async () => {
    const canaries = createCanaries()
    const program = `let word = require('fs').readFileSync(0, 'utf8'); word = ''; console.log('given up'); setInterval(() => 0, 1e6)`
    const holder = spawn(process.execPath, ['-e', program])
    const ended = once(holder, 'exit')
    holder.stdin.end(canaries.at('given up'))
    await once(holder.stdout, 'data')
    expect(searchMemory(holder.pid ?? 0, canaries)).toEqual(['given up in UTF-8'])
    holder.kill('SIGUSR2')
    await ended
  },
)
