import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { followSystem } from './follow-system.ts'

function followed() {
  const story: string[] = []
  const app = Object.assign(new EventEmitter(), { quit: () => void story.push('quit') })
  const powerMonitor = new EventEmitter()
  const window = Object.assign(new EventEmitter(), {
    webContents: new EventEmitter(),
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
  followSystem({ app, powerMonitor } as never, window as never, application)
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { story, app, powerMonitor, window, application, settle }
}

describe('following the system', () => {
  it.each(['suspend', 'lock-screen', 'user-did-resign-active'])('locks on %s', (event) => {
    const { powerMonitor, story } = followed()
    powerMonitor.emit(event)
    expect(story).toEqual(['lock'])
  })

  it('locks when the page’s process has gone', () => {
    const { window, story } = followed()
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(story).toEqual(['lock'])
  })

  it('puts the vault away before the window closes, once', async () => {
    const { window, story, settle } = followed()
    const preventDefault = vi.fn()
    window.emit('close', { preventDefault })
    window.emit('close', { preventDefault })
    expect(preventDefault).toHaveBeenCalledTimes(2)
    expect(story).toEqual([])
    await settle()
    expect(story).toEqual(['close vault', 'destroy', 'quit'])
  })

  it('puts the vault away when the computer shuts down or the session ends', async () => {
    const { powerMonitor, window, story, settle } = followed()
    powerMonitor.emit('shutdown')
    window.emit('session-end')
    await settle()
    expect(story).toEqual(['close vault', 'destroy', 'quit'])
  })

  it('shows its window when it is started a second time', () => {
    const { app, story } = followed()
    app.emit('second-instance')
    expect(story).toEqual(['restore', 'focus'])
  })
})
