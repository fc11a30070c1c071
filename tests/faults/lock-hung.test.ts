import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createVault, launchHeadless, openApp, type TestApp } from '../support/app.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchHeadless()
})
afterAll(() => browser.close())

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function openWithWords(): Promise<TestApp> {
  const app = await openApp(browser)
  onTestFinished(() => app.close())
  await createVault(app)
  await app.page().getByRole('link', { name: 'Nouvelle situation' }).first().click()
  await app.page().getByLabel('Ce qu’elle souhaite').fill('Un mot que personne ne doit voir')
  return app
}

// Windows can't stop a process and let it go on.
describe.runIf(process.platform !== 'win32')('with a vault process that hangs', () => {
  it('a lock takes the window’s words away without waiting for it, and then kills it', async () => {
    const app = await openWithWords()
    const [shown, pid] = [app.page(), app.preview.vaultPid()]
    process.kill(pid, 'SIGSTOP')
    const aliveWhenBlank = new Promise<boolean>((resolve) => {
      shown.once('close', () => resolve(isAlive(pid)))
    })
    // However long a busy browser takes to blank the window, the second after which the process is killed is not over.
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const locked = app.preview.application.lock()
    vi.advanceTimersByTime(500)
    expect(await aliveWhenBlank).toBe(true)
    vi.advanceTimersByTime(1000)
    vi.useRealTimers()
    await locked
    expect(isAlive(pid)).toBe(false)
    // The new page may have asked a new process what is in the folder.
    expect(app.preview.vaultPid()).not.toBe(pid)
    expect(await app.page().content()).not.toContain('personne ne doit voir')
    expect(await app.call('app.state', {})).toMatchObject({ unlocked: false })
  })

  it('closing the window ends all of Relais', async () => {
    const app = await openWithWords()
    const pid = app.preview.vaultPid()
    process.kill(pid, 'SIGSTOP')
    await app.page().close()
    await app.preview.closed
    expect(isAlive(pid)).toBe(false)
  })
})
