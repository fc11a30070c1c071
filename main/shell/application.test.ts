import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ChannelName } from '../../shared/contract.ts'
import { newVault, temporaryFolder, testPassphrase } from '../../tests/support/vault.ts'
import { createApplication } from './application.ts'
import type { ShellPort } from './port.ts'
import { openPreferences } from './preferences.ts'
import { forkVaultChild } from './preview/vault-child.ts'

const origin = 'https://relais.invalid'
const own = { isMainFrame: true, url: `${origin}/` }

/** The application with real vault processes and a window that only takes notes. */
async function openApplication() {
  const story: string[] = []
  const pids: number[] = []
  let onFlush: () => void = () => undefined
  let onSave: (file: { name: string; bytes: Uint8Array }, wanted?: AbortSignal) => Promise<string | null> =
    () => Promise.resolve('/saved/file')
  let onPrint: ShellPort['printPdf'] = async (html) => Buffer.from(html)
  let onClipboard = ''
  const port: ShellPort = {
    forkVault: () => {
      const child = forkVaultChild()
      pids.push(child.pid)
      child.onExit(() => story.push('vault process gone'))
      return child
    },
    chooseFolder: () => Promise.resolve(null),
    saveFile: (file, wanted) => onSave(file, wanted),
    printPdf: (html, wanted) => onPrint(html, wanted),
    clipboard: {
      readText: async () => onClipboard,
      clear: async () => {
        onClipboard = ''
        story.push('clipboard cleared')
      },
    },
    send: (event) => {
      story.push(event)
      if (event === 'flush') onFlush()
    },
    recreateRenderer: () => {
      story.push('new page')
      return Promise.resolve()
    },
  }
  const preferences = await openPreferences(join(temporaryFolder(), 'preferences.json'))
  const application = createApplication(port, preferences, {
    origin,
    suggestedFolder: '/suggested',
    practiceFolder: '/practice',
    canBrowse: false,
    version: '0.0.0',
  })
  onTestFinished(() => application.close())
  const call = (channel: ChannelName, input: unknown = {}) => application.door(own, channel, input)
  return {
    application,
    story,
    pids,
    call,
    preferences,
    unlock: async (folder: string) => call('vault.unlock', { folder, passphrase: testPassphrase }),
    unlocked: async () => ((await call('app.state')) as { out: { unlocked: boolean } }).out.unlocked,
    /** What the page does when it is asked to put away what is being typed. */
    onFlush: (answer: () => void) => {
      onFlush = answer
    },
    onClipboard: (text: string) => {
      onClipboard = text
    },
    onSave: (answer: typeof onSave) => {
      onSave = answer
    },
    onPrint: (answer: ShellPort['printPdf']) => {
      onPrint = answer
    },
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

afterEach(() => void vi.useRealTimers())

describe('locking', () => {
  it('puts away what is being typed, then drops the page and ends the vault process', async () => {
    const app = await openApplication()
    const folder = await newVault()
    await app.unlock(folder)
    const key = { caseId: crypto.randomUUID(), form: 'wishes' }
    app.onFlush(() => {
      void app.call('drafts.put', { key, body: 'la phrase en cours' }).then(() => app.call('app.flushed'))
    })
    await app.application.lock()
    expect(app.story).toEqual(['flush', 'new page', 'vault process gone'])
    expect(await app.unlocked()).toBe(false)
    await app.unlock(folder)
    expect(await app.call('drafts.get', { key })).toEqual({ ok: true, out: { body: 'la phrase en cours' } })
  })

  it('goes on without a page that doesn’t answer', async () => {
    const app = await openApplication()
    await app.unlock(await newVault())
    await app.application.lock()
    expect(app.story).toEqual(['flush', 'new page', 'vault process gone'])
  })

  it('takes the page away at once when the vault process hangs, and ends that all the same', async () => {
    const app = await openApplication()
    await app.unlock(await newVault())
    app.onFlush(() => void app.call('app.flushed'))
    process.kill(app.pids[0] ?? 0, 'SIGSTOP')
    const locking = app.application.lock()
    await vi.waitUntil(() => app.story.includes('new page'), { timeout: 10_000 })
    expect(app.story).toEqual(['flush', 'new page'])
    await locking
    expect(app.pids.some(isAlive)).toBe(false)
  })

  it('takes the words copied in the app off the clipboard', async () => {
    const app = await openApplication()
    await app.call('app.copied', { text: 'le récit' })
    app.onClipboard('le récit')
    await app.application.lock()
    expect(app.story).toEqual(['clipboard cleared', 'new page'])
  })

  it('asked for many times at once happens once', async () => {
    const app = await openApplication()
    await app.unlock(await newVault())
    app.onFlush(() => void app.call('app.flushed'))
    await Promise.all([
      app.application.lock(),
      app.call('vault.lock'),
      app.application.lock(),
      app.call('vault.lock'),
    ])
    await app.application.lock()
    expect(app.story.filter((what) => what === 'flush')).toHaveLength(1)
    expect(app.story.filter((what) => what === 'vault process gone')).toHaveLength(1)
    expect(app.pids.some(isAlive)).toBe(false)
  })

  it('during an unlock leaves no open vault, and none that is said to be', async () => {
    const app = await openApplication()
    const folder = await newVault()
    await app.call('vault.inspect', { folder })
    const unlocking = app.unlock(folder)
    const [reply] = await Promise.all([unlocking, app.application.lock()])
    expect(reply).toEqual({ ok: false, error: { code: 'vault.process_lost', params: {} } })
    expect(await app.unlocked()).toBe(false)
    expect(app.pids.some(isAlive)).toBe(false)
  })

  it('leaves nothing to read: the door says “locked” before it looks at a call', async () => {
    const app = await openApplication()
    await app.unlock(await newVault())
    app.onFlush(() => void app.call('app.flushed'))
    await app.application.lock()
    const locked = { ok: false, error: { code: 'vault.locked', params: {} } }
    expect(await app.call('cases.list')).toEqual(locked)
    expect(await app.call('cases.get', 'junk')).toEqual(locked)
    expect(await app.call('members.saveCard')).toEqual(locked)
  })

  it('on closing the window shows no new page', async () => {
    const app = await openApplication()
    await app.unlock(await newVault())
    await app.application.close()
    expect(app.story).toEqual(['flush', 'vault process gone'])
  })
})

describe('a vault process that is lost', () => {
  it('locks the app, which can be unlocked again', async () => {
    const app = await openApplication()
    const folder = await newVault()
    await app.unlock(folder)
    const newPage = vi.waitFor(() => expect(app.story).toContain('new page'))
    process.kill(app.pids[0] ?? 0, 'SIGKILL')
    await newPage
    expect(await app.unlocked()).toBe(false)
    expect(app.story).toEqual(['vault process gone', 'new page'])
    expect(await app.unlock(folder)).toEqual({ ok: true, out: {} })
  })
})

describe('a vault process that can’t even start', () => {
  it('does not make new pages for ever, each of which would ask for it again', async () => {
    const app = await openApplication()
    const asking = app.call('vault.inspect', { folder: '/nowhere' })
    const pid = await vi.waitUntil(() => app.pids[0], { timeout: 10_000 })
    process.kill(pid, 'SIGKILL')
    expect(await asking).toEqual({ ok: false, error: { code: 'vault.process_lost', params: {} } })
    expect(app.story).toEqual(['vault process gone'])
  })
})

describe('the idle clock', () => {
  it('locks after the minutes chosen, counted from the last sign of life', async () => {
    const app = await openApplication()
    await app.call('app.setPreferences', { idleMinutes: 2 })
    await app.unlock(await newVault())
    app.onFlush(() => void app.call('app.flushed'))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await app.call('app.active')
    vi.advanceTimersByTime(119_000)
    await app.call('app.active')
    vi.advanceTimersByTime(119_000)
    expect(app.story).toEqual([])
    await app.call('app.setPreferences', { idleMinutes: 1 })
    vi.advanceTimersByTime(60_000)
    vi.useRealTimers()
    await vi.waitFor(() => expect(app.story).toContain('new page'))
    expect(app.story).toEqual(['flush', 'new page', 'vault process gone'])
  })

  it('is not started by anything while the vault is locked', async () => {
    const app = await openApplication()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await app.call('app.active')
    await app.call('app.setPreferences', { idleMinutes: 1 })
    await vi.advanceTimersByTimeAsync(31 * 60_000)
    expect(app.story).toEqual([])
  })
})

describe('the application', () => {
  it('remembers the vault that opened, and no other', async () => {
    const app = await openApplication()
    const folder = await newVault()
    await app.call('vault.unlock', { folder, passphrase: 'pas la bonne du tout' })
    await app.call('vault.unlock', { folder: '/nowhere', passphrase: testPassphrase })
    expect(app.preferences.get().vaultFolder).toBeNull()
    expect(await app.unlocked()).toBe(false)
    await app.unlock(folder)
    expect(app.preferences.get().vaultFolder).toBe(folder)
  })

  it('marks a packet as saved only once it was', async () => {
    const app = await openApplication()
    await app.unlock(await newVault())
    app.onSave(() => Promise.resolve(null))
    expect(await app.call('members.saveCard')).toEqual({ ok: true, out: { path: null } })
    app.onSave(() => Promise.reject(new Error('ENOSPC: no space left, write /home/awa')))
    expect(await app.call('members.saveCard')).toEqual({
      ok: false,
      error: { code: 'app.unexpected', params: {} },
    })
    for (const [reason, code] of [
      ['ENOSPC', 'vault.disk_full'],
      ['EROFS', 'vault.folder_unwritable'],
    ] as const) {
      app.onSave(() => Promise.reject(Object.assign(new Error('write /home/awa'), { code: reason })))
      expect(await app.call('members.saveCard')).toEqual({ ok: false, error: { code, params: {} } })
    }
    expect(await app.call('exchange.save', { packetId: 'a'.repeat(32) })).toEqual({
      ok: false,
      error: { code: 'packet.not_found', params: {} },
    })
  })
})

describe('printing', () => {
  const caseId = '11111111-1111-4111-8111-111111111111'
  const choice = { kind: 'trajectory', caseId, locale: 'fr' }

  async function openCase() {
    const app = await openApplication()
    await app.unlock(await newVault())
    app.onFlush(() => void app.call('app.flushed'))
    const section = { name: 'question', body: { question: 'Que faire ?' } }
    await app.call('cases.saveSection', { id: caseId, section, seen: [] })
    return app
  }

  it('saves what the vault composed, under the vault’s own name', async () => {
    const app = await openCase()
    const files: { name: string; bytes: Uint8Array }[] = []
    app.onSave(async (file) => {
      files.push(file)
      return '/saved/file'
    })
    expect(await app.call('documents.print', choice)).toEqual({ ok: true, out: { path: '/saved/file' } })
    expect(files[0]?.name).toMatch(/^relais-document-[0-9a-f]{8}\.pdf$/)
    expect(Buffer.from(files[0]?.bytes ?? []).toString()).toContain('Trajectoire de services')
    app.onSave(async () => null)
    expect(await app.call('documents.print', choice)).toEqual({ ok: true, out: { path: null } })
  })

  it('that fails says so and saves nothing, whatever the platform said', async () => {
    const app = await openCase()
    app.onPrint(() => Promise.reject(new Error('Que faire ? in /home/awa')))
    app.onSave(() => Promise.reject(new Error('was asked')))
    expect(await app.call('documents.print', choice)).toEqual({
      ok: false,
      error: { code: 'documents.print_failed', params: {} },
    })
  })

  it('ends with a lock: nothing is saved, though the platform goes on', async () => {
    const app = await openCase()
    let finish: () => void = () => undefined
    const begun = new Promise<void>((begin) => {
      app.onPrint(
        () =>
          new Promise((resolve) => {
            finish = () => resolve(Buffer.from('%PDF'))
            begin()
          }),
      )
    })
    app.onSave(() => Promise.reject(new Error('was asked')))
    const printing = app.call('documents.print', choice)
    await begun
    const locking = app.application.lock()
    finish()
    expect(await printing).toEqual({ ok: false, error: { code: 'vault.locked', params: {} } })
    await locking
  })

  it('tells the save dialog of a lock that comes while it is open', async () => {
    const app = await openCase()
    let wantedThen: boolean | undefined
    app.onSave(async (_file, wanted) => {
      await app.application.lock()
      wantedThen = wanted?.aborted === false
      return null
    })
    expect(await app.call('documents.print', choice)).toEqual({
      ok: false,
      error: { code: 'vault.locked', params: {} },
    })
    expect(wantedThen).toBe(false)
  })

  it('is not asked of the platform where the vault refuses', async () => {
    const app = await openCase()
    app.onPrint(() => Promise.reject(new Error('was asked')))
    const other = '22222222-2222-4222-8222-222222222222'
    expect(await app.call('documents.print', { ...choice, caseId: other })).toEqual({
      ok: false,
      error: { code: 'cases.not_found', params: {} },
    })
  })
})
