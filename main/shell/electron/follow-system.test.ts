import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { followSystem } from './follow-system.ts'

afterEach(() => void vi.useRealTimers())

function followed(platform: NodeJS.Platform = 'win32') {
  const story: string[] = []
  const app = Object.assign(new EventEmitter(), { quit: () => void story.push('quit') })
  const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleState: vi.fn(() => 'active') })
  const window = Object.assign(new EventEmitter(), {
    hide: () => void story.push('hide'),
    destroy: () => void story.push('destroy'),
    isDestroyed: () => false,
    isMinimized: () => true,
    restore: () => void story.push('restore'),
    focus: () => void story.push('focus'),
  })
  const application = {
    lock: async () => void story.push('lock'),
    close: vi.fn(async () => {
      await Promise.resolve()
      story.push('close vault')
    }),
  }
  const { giveUp } = followSystem({ app, powerMonitor } as never, window as never, application, platform)
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { story, app, powerMonitor, window, application, settle, giveUp }
}

describe('following the system', () => {
  it.each(['suspend', 'resume', 'lock-screen', 'user-did-resign-active'])('locks on %s', (event) => {
    const { powerMonitor, story } = followed()
    powerMonitor.emit(event)
    expect(story).toEqual(['lock'])
  })

  it('on Linux asks whether the screen is locked, and locks once each time that it becomes so', () => {
    vi.useFakeTimers()
    const { powerMonitor, story } = followed('linux')
    const answers = ['active', 'locked', 'locked', 'idle', 'locked']
    const locks = answers.map((answer) => {
      powerMonitor.getSystemIdleState.mockReturnValue(answer)
      vi.advanceTimersByTime(2000)
      return story.length
    })
    expect(locks).toEqual([0, 1, 1, 1, 2])
  })

  it('is not locked for ever by a system that calls its screen locked all the time', () => {
    vi.useFakeTimers()
    const { powerMonitor, story } = followed('linux')
    powerMonitor.getSystemIdleState.mockReturnValue('locked')
    vi.advanceTimersByTime(60_000)
    expect(powerMonitor.getSystemIdleState).toHaveBeenCalled()
    expect(story).toEqual([])
  })

  it.each(['win32', 'darwin'] as const)('asks nothing on %s, which tells', (platform) => {
    vi.useFakeTimers()
    const { powerMonitor } = followed(platform)
    vi.advanceTimersByTime(60_000)
    expect(powerMonitor.getSystemIdleState).not.toHaveBeenCalled()
  })

  it('locks when Windows asks whether the session may end, without saying no', () => {
    const { window, story } = followed()
    const preventDefault = vi.fn()
    window.emit('query-session-end', { preventDefault })
    expect(story).toEqual(['lock'])
    expect(preventDefault).not.toHaveBeenCalled()
  })

  it('puts the vault away before the window closes, once', async () => {
    const { window, story, settle } = followed()
    const preventDefault = vi.fn()
    window.emit('close', { preventDefault })
    window.emit('close', { preventDefault })
    expect(preventDefault).toHaveBeenCalledTimes(2)
    expect(story).toEqual([])
    await settle()
    expect(story).toEqual(['close vault', 'hide', 'destroy', 'quit'])
  })

  it('puts the vault away when the computer shuts down or the session ends', async () => {
    const { powerMonitor, window, story, settle } = followed()
    const preventDefault = vi.fn()
    powerMonitor.emit('shutdown', { preventDefault })
    window.emit('session-end', {})
    await settle()
    // Asks the system for the moment that it takes.
    expect(preventDefault).toHaveBeenCalledOnce()
    expect(story).toEqual(['close vault', 'hide', 'destroy', 'quit'])
  })

  it('puts the vault away where a system tells of its end without an event', async () => {
    const { powerMonitor, story, settle } = followed()
    powerMonitor.emit('shutdown')
    await settle()
    expect(story).toEqual(['close vault', 'hide', 'destroy', 'quit'])
  })

  it('says why it ends only when the vault is away and nothing of it is on screen', async () => {
    const { giveUp, story, settle } = followed()
    giveUp(() => void story.push('say'))
    await settle()
    expect(story).toEqual(['close vault', 'hide', 'say', 'destroy', 'quit'])
  })

  it('shows its window when it is started a second time', () => {
    const { app, story } = followed()
    app.emit('second-instance')
    expect(story).toEqual(['restore', 'focus'])
  })
})
