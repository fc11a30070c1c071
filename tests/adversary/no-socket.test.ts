import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVault, launchHeadless, openApp } from '../support/app.ts'
import { internetSockets, processTree } from './process-tree.ts'

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
