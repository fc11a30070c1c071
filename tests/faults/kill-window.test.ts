import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchHeadless, openApp, type TestApp } from '../support/app.ts'
import { eventually } from '../support/eventually.ts'
import { newVault, temporaryFolder, testPassphrase } from '../support/vault.ts'
import { openVaultProcess } from '../support/vault-process.ts'

const shellProcess = fileURLToPath(new URL('shell-process.ts', import.meta.url))

let browser: Browser
beforeAll(async () => {
  browser = await launchHeadless()
})
afterAll(() => browser.close())

async function openUnlocked(folder: string): Promise<TestApp> {
  const app = await openApp(browser)
  onTestFinished(() => app.close())
  await app.call('vault.unlock', { folder, passphrase: testPassphrase })
  return app
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const key = { caseId: '00000000-0000-4000-8000-000000000000', form: 'wishes' as const }
const body = JSON.stringify({ wishes: 'Elle veut rester près de sa sœur' })

describe('words being typed survive', () => {
  it('the whole app killed at once; the vault process ends by itself, and opens for the next', async () => {
    const folder = await newVault()
    const shell = fork(shellProcess, [temporaryFolder(), folder, JSON.stringify({ key, body })], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    onTestFinished(() => void shell.kill('SIGKILL'))
    const { vaultPid, kept } = await new Promise<{ vaultPid: number; kept: string }>((resolve, reject) => {
      shell.once('message', (message) => resolve(message as never))
      shell.once('exit', () => reject(new Error('the shell ended early')))
    })
    expect(kept).toBe(body)
    expect(isAlive(vaultPid)).toBe(true)
    shell.kill('SIGKILL')
    await eventually(() => isAlive(vaultPid)).toBe(false)

    const again = openVaultProcess()
    await again.call('vault.unlock', { folder, passphrase: testPassphrase })
    expect(await again.call('drafts.get', { key })).toEqual({ body })
    await again.end()
  })

  it('the window’s own process killed: the app locks and shows a new page', async () => {
    const folder = await newVault()
    const app = await openUnlocked(folder)
    await app.call('drafts.put', { key, body })
    const vaultPid = app.preview.vaultPid()
    const next = app.nextPage()
    const session = await app.preview.context.newCDPSession(app.page())
    void session.send('Page.crash').catch(() => undefined)
    await next
    expect(await app.call('app.state', {})).toMatchObject({ unlocked: false })
    // It ends while the new page comes: either may be first.
    await eventually(() => isAlive(vaultPid)).toBe(false)
    await app.call('vault.unlock', { folder, passphrase: testPassphrase })
    expect(await app.call('drafts.get', { key })).toEqual({ body })
  })

  it('a page whose process ends again and again: the app puts the vault away and ends, rather than load it for ever', async () => {
    const app = await openUnlocked(await newVault())
    const vaultPid = app.preview.vaultPid()
    for (let time = 1; time <= 3; time += 1) {
      const next = time < 3 ? app.nextPage() : app.preview.closed
      const session = await app.preview.context.newCDPSession(app.page())
      void session.send('Page.crash').catch(() => undefined)
      await next
    }
    expect(isAlive(vaultPid)).toBe(false)
    expect(app.preview.vaultPid()).toBe(0)
    await expect(app.close()).resolves.toBeUndefined()
  })

  it('an address typed over the app: it locks, and the app is back in the window', async () => {
    const folder = await newVault()
    const app = await openUnlocked(folder)
    await app.call('drafts.put', { key, body })
    const next = app.nextPage()
    await app.page().goto('about:blank')
    await next
    await app.page().locator('h1').waitFor()
    expect(await app.call('app.state', {})).toMatchObject({ unlocked: false })
    await app.call('vault.unlock', { folder, passphrase: testPassphrase })
    expect(await app.call('drafts.get', { key })).toEqual({ body })
  })

  it('the vault process killed: the app locks, says so, and opens again', async () => {
    const folder = await newVault()
    const app = await openUnlocked(folder)
    await app.call('drafts.put', { key, body })
    const next = app.nextPage()
    process.kill(app.preview.vaultPid(), 'SIGKILL')
    await next
    expect(await app.call('app.state', {})).toMatchObject({ unlocked: false })
    await expect(app.call('drafts.get', { key })).rejects.toThrow('vault.locked')
    await app.call('vault.unlock', { folder, passphrase: testPassphrase })
    expect(await app.call('drafts.get', { key })).toEqual({ body })
  })
})

describe('a lock takes what is on screen away', () => {
  it('even from a browser that can’t load the new page, which is tried again', async () => {
    const app = await openUnlocked(await newVault())
    const shown = app.page()
    let refusals = 0
    await app.preview.context.route('**/', async (route) => {
      refusals += 1
      await (refusals < 3 ? route.abort() : route.fallback())
    })
    await app.preview.application.lock()
    expect(shown.isClosed()).toBe(true)
    expect(refusals).toBe(3)
    await app.page().locator('h1').waitFor()
    expect(await app.call('app.state', {})).toMatchObject({ unlocked: false })
  })

  it('even from a browser that can’t make another page', async () => {
    const app = await openUnlocked(await newVault())
    const shown = app.page()
    app.preview.context.newPage = () => Promise.reject(new Error('out of memory'))
    await app.preview.application.lock()
    expect(shown.isClosed()).toBe(true)
    expect(app.preview.vaultPid()).toBe(0)
  })
})
