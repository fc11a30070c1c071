import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVault, launchHeadless, openApp } from '../support/app.ts'
import { hasStrace, withoutNetwork } from '../support/machine.ts'
import { temporaryFolder } from '../support/vault.ts'
import { internetSockets, processTree } from './process-tree.ts'
import { type SocketsAsked, socketCalls, socketsAsked } from './socket-calls.ts'

const sockets = (): string[] => processTree(process.pid).flatMap(internetSockets)

// Only Linux shows every process's sockets to a test, in /proc.
describe.runIf(process.platform === 'linux')('while Relais runs', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchHeadless()
  })
  afterAll(() => browser.close())

  it('this test would see a listening socket', async () => {
    const program = `require('dgram').createSocket('udp6').bind(0, '::1', () =>
      require('net').createServer().listen(0, '127.0.0.1', () => console.log('listening')))`
    const listener = spawn(process.execPath, ['-e', program])
    await once(listener.stdout, 'data')
    expect(sockets().map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['tcp', 'udp6']))
    listener.kill()
    await once(listener, 'exit')
  })

  it('no process of it has an internet socket, listening or connected: not the shell, the vault, nor Chromium', async () => {
    const app = await openApp(browser)
    await createVault(app)
    await app.call('cases.list', {})
    const tree = processTree(process.pid)
    expect(tree).toContain(app.preview.vaultPid())
    // The test itself, the vault process, and Chromium's browser, renderer and helpers.
    expect(tree.length).toBeGreaterThan(4)
    expect(sockets()).toEqual([])
    await app.close()
  })
})

const wholeUse = fileURLToPath(new URL('whole-use.ts', import.meta.url))

interface Watched {
  readonly taken: number
  readonly networks: readonly string[]
}

/** Runs a whole use of Relais, or another program, behind a command that watches it. */
function watched(behind: readonly string[], program: readonly string[] = [wholeUse]): string {
  const [command = '', ...rest] = [...behind, process.execPath, ...program]
  return execFileSync(command, rest, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

describe.runIf(withoutNetwork)('on a computer without any network, not even its own', () => {
  it('this test’s computer has none', () => {
    const program = `require('net').connect(9, '127.0.0.1').on('error', ({ code }) => process.stdout.write(code))`
    expect(watched(withoutNetwork ?? [], ['-e', program])).toBe('ENETUNREACH')
  })

  it('Relais does everything: a case is sealed, taken in by another, locked away and opened again', () => {
    const { taken, networks }: Watched = JSON.parse(watched(withoutNetwork ?? []))
    expect(networks).toEqual([])
    expect(taken).toBe(1)
  })
})

describe.runIf(hasStrace)('in every system call of a whole use of Relais', () => {
  function asked(program?: readonly string[]): SocketsAsked {
    const log = join(temporaryFolder(), 'log')
    watched(['strace', '-f', '-s', '256', '-o', log, '-e', `trace=${socketCalls}`, '--'], program)
    return socketsAsked(readFileSync(log, 'latin1'))
  }
  /** Sockets of the kernel’s own, which lead to no other computer: the list of networks is read from such a one. */
  const leadNowhere = ['AF_UNIX', 'AF_NETLINK']
  const internet = (families: Iterable<string> = []): string[] =>
    [...families].filter((family) => !leadNowhere.includes(family))

  it('this test would see a connection that fails, from a program started by another', () => {
    const child = `require('net').connect(9, '127.0.0.1').on('error', () => undefined)`
    const program = `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`
    const { families, addresses } = asked(['-e', program])
    expect(internet(families.get('node'))).toEqual(['AF_INET'])
    expect(internet(addresses)).toEqual(['AF_INET'])
  })

  it('no internet address is ever spoken to, and neither the shell nor the vault asks for an internet socket', () => {
    const { families, addresses } = asked()
    expect(internet(addresses)).toEqual([])
    // Chromium asks the kernel for the names of the network cards through a socket that it binds and connects to nothing.
    const programs = [...families.keys()].filter((program) => internet(families.get(program)).length > 0)
    expect(programs.filter((program) => program !== 'chromium')).toEqual([])
  })
})
