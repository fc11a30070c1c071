import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createRendererLife } from './renderer-life.ts'

function lifeAt(url: string) {
  const story: string[] = []
  const clock = { now: 0 }
  let isDead = false
  const contents = Object.assign(new EventEmitter(), {
    getOSProcessId: () => 41,
    getURL: () => url,
    isCrashed: (): boolean => isDead,
    isDestroyed: vi.fn(() => false),
    loadURL: vi.fn(async (to: string) => {
      story.push(`load ${to}`)
      isDead = false
    }),
    session: {
      clearCache: async () => void story.push('clear cache'),
      clearStorageData: async () => void story.push('clear storage'),
    },
  })
  const crash = () => {
    isDead = true
    contents.emit('render-process-gone', {}, { reason: 'crashed' })
  }
  const endProcess = vi.fn((pid: number) => {
    story.push(`end ${pid}`)
    queueMicrotask(() => contents.emit('render-process-gone', {}, { reason: 'killed' }))
  })
  /** What the application does of it. */
  let lock = (): Promise<void> => life.replace()
  const onLock = (work: () => Promise<void>) => {
    lock = work
  }
  const life = createRendererLife({
    contents: contents as never,
    onCrash: () => {
      story.push('lock')
      return lock()
    },
    onHopeless: () => void story.push('hopeless'),
    endProcess,
    now: () => clock.now,
  })
  return { contents, clock, crash, endProcess, life, onLock, story }
}

afterEach(() => void vi.useRealTimers())

describe('the renderer after a lock', () => {
  it('is another process: the one that held the screen has ended before the next page loads', async () => {
    const { life, story } = lifeAt('relais://app/#/cases/1')
    await life.replace()
    expect(story).toEqual(['end 41', 'clear cache', 'clear storage', 'load relais://app/#/cases/1'])
  })

  it.each(['https://example.org/#/x', 'relais://app.evil/#/x', ''])('never goes back to %s', async (url) => {
    const { life, contents } = lifeAt(url)
    await life.replace()
    expect(contents.loadURL).toHaveBeenCalledExactlyOnceWith('relais://app/')
  })

  it('keeps of the address only the place in the app', async () => {
    const { life, contents } = lifeAt('relais://app/other?words=here#/cases')
    await life.replace()
    expect(contents.loadURL).toHaveBeenCalledExactlyOnceWith('relais://app/#/cases')
  })

  it('is not ended twice when it crashed by itself', async () => {
    const { life, contents, endProcess } = lifeAt('relais://app/')
    contents.isCrashed = () => true
    await life.replace()
    expect(endProcess).not.toHaveBeenCalled()
    expect(contents.loadURL).toHaveBeenCalledOnce()
  })

  it('is replaced even if its end is never told', async () => {
    vi.useFakeTimers()
    const { life, contents, endProcess } = lifeAt('relais://app/')
    endProcess.mockImplementation(() => {
      throw new Error('ESRCH')
    })
    const replaced = life.replace()
    await vi.advanceTimersByTimeAsync(2000)
    await replaced
    expect(contents.loadURL).toHaveBeenCalledOnce()
  })

  it('is left alone in a window that has closed', async () => {
    const gone = lifeAt('relais://app/')
    gone.contents.isDestroyed.mockReturnValue(true)
    await gone.life.replace()
    expect(gone.story).toEqual([])

    const closing = lifeAt('relais://app/')
    closing.contents.loadURL.mockImplementation(() => {
      closing.contents.isDestroyed.mockReturnValue(true)
      return Promise.reject(new Error('ERR_ABORTED'))
    })
    await closing.life.replace()
    expect(closing.contents.loadURL).toHaveBeenCalledOnce()
    expect(closing.story).not.toContain('hopeless')
  })
})

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('a page that ends by itself', () => {
  it('locks, and is not taken for one that a lock has ended', async () => {
    const { crash, life, story } = lifeAt('relais://app/')
    await life.open()
    await life.replace()
    expect(story).not.toContain('lock')
    crash()
    await settle()
    expect(story.filter((line) => line === 'lock')).toHaveLength(1)
    expect(story.at(-1)).toBe('load relais://app/')
  })

  it('that ends after every load is not loaded for ever: Relais gives up, once', async () => {
    const { crash, life, story } = lifeAt('relais://app/')
    await life.open()
    for (let turn = 0; turn < 5; turn += 1) {
      crash()
      await settle()
    }
    await life.replace()
    expect(story.filter((line) => /^(?:load|lock|hopeless)/.test(line))).toEqual([
      'load relais://app/',
      'lock',
      'load relais://app/',
      'lock',
      'load relais://app/',
      'hopeless',
    ])
  })

  it('again, before the lock is done, is replaced once more', async () => {
    const { crash, life, onLock, story } = lifeAt('relais://app/')
    await life.open()
    onLock(async () => {
      await life.replace()
      onLock(() => life.replace())
      // The vault process is still ending.
      crash()
    })
    crash()
    await settle()
    expect(story.filter((line) => line === 'lock')).toHaveLength(2)
    expect(story.at(-1)).toBe('load relais://app/')
  })

  it('that ends during every load is not loaded for ever, even where the load never answers', async () => {
    const { contents, crash, life, story } = lifeAt('relais://app/')
    contents.loadURL.mockImplementation(() => {
      queueMicrotask(crash)
      return new Promise(() => undefined)
    })
    await life.open()
    expect(contents.loadURL).toHaveBeenCalledTimes(3)
    expect(story).toEqual(['hopeless'])
    expect(contents.listenerCount('render-process-gone')).toBe(1)
  })

  it('is tried again when a load fails once', async () => {
    const { contents, life, story } = lifeAt('relais://app/')
    contents.loadURL.mockRejectedValueOnce(new Error('ERR_FAILED'))
    await life.open()
    expect(story).toEqual(['load relais://app/'])
  })

  it('now and then in a long day is only locked', async () => {
    const { clock, crash, life, story } = lifeAt('relais://app/')
    await life.open()
    for (let turn = 0; turn < 9; turn += 1) {
      clock.now += 31_000
      crash()
      await settle()
    }
    expect(story.filter((line) => line === 'lock')).toHaveLength(9)
    expect(story).not.toContain('hopeless')
  })
})
