import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/vault.ts'
import { createCanaries } from './traces.ts'

const script = fileURLToPath(new URL('canary-heap-run.ts', import.meta.url))
const places = ['passphrase', 'saved', 'draft', 'searched', 'typed in the window', 'held by the shell itself']

/**
 * What can be promised is what a program can still reach. Bytes that the garbage collector has given up and not yet written
 * over can't be told away: docs/faults.md says so.
 */
it('what was typed is in nothing that the shell or the new page can still reach after a lock', async () => {
  const canaries = createCanaries()
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'data'))
  const words = places.map((place) => Buffer.from(canaries.at(place)).toString('base64'))
  const shell = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(shell, 'exit')
  shell.stdin.end(JSON.stringify({ folder, words }))
  const { vault } = JSON.parse(await text(shell.stdout))
  expect(await ended).toEqual([0, null])
  expect(vault).toBeGreaterThan(0)
  expect(() => process.kill(vault, 0)).toThrow('ESRCH')

  const foundIn = (name: string): string[] => canaries.foundIn(readFileSync(join(folder, name)))
  // The looking would find them: in the page that shows them, and in a shell that held one.
  expect(foundIn('window, open')).toContain('typed in the window in UTF-8')
  expect(foundIn('shell, with a word of its own')).toContain('held by the shell itself in UTF-8')
  expect(foundIn('window, locked')).toEqual([])
  expect(foundIn('shell, locked')).toEqual([])
})
