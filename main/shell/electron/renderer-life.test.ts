import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { replaceRenderer } from './renderer-life.ts'

function contentsAt(url: string) {
  const story: string[] = []
  const contents = Object.assign(new EventEmitter(), {
    getOSProcessId: () => 41,
    getURL: () => url,
    isCrashed: (): boolean => false,
    isDestroyed: vi.fn(() => false),
    loadURL: vi.fn(async (to: string) => void story.push(`load ${to}`)),
    session: {
      clearCache: async () => void story.push('clear cache'),
      clearStorageData: async () => void story.push('clear storage'),
    },
  })
  const endProcess = vi.fn((pid: number) => {
    story.push(`end ${pid}`)
    queueMicrotask(() => contents.emit('render-process-gone', {}, { reason: 'killed' }))
  })
  return { contents: contents as never, fake: contents, story, endProcess }
}

describe('the renderer after a lock', () => {
  beforeEach(() => void vi.useRealTimers())

  it('is another process: the one that held the screen has ended before the next page loads', async () => {
    const { contents, story, endProcess } = contentsAt('relais://app/#/cases/1')
    await replaceRenderer(contents, endProcess)
    expect(story).toEqual(['end 41', 'clear cache', 'clear storage', 'load relais://app/#/cases/1'])
  })

  it.each(['https://example.org/#/x', 'relais://app.evil/#/x', ''])('never goes back to %s', async (url) => {
    const { contents, fake, endProcess } = contentsAt(url)
    await replaceRenderer(contents, endProcess)
    expect(fake.loadURL).toHaveBeenCalledExactlyOnceWith('relais://app/')
  })

  it('keeps of the address only the place in the app', async () => {
    const { contents, fake, endProcess } = contentsAt('relais://app/other?words=here#/cases')
    await replaceRenderer(contents, endProcess)
    expect(fake.loadURL).toHaveBeenCalledExactlyOnceWith('relais://app/#/cases')
  })

  it('is not ended twice when it crashed by itself', async () => {
    const { contents, fake, endProcess } = contentsAt('relais://app/')
    fake.isCrashed = () => true
    await replaceRenderer(contents, endProcess)
    expect(endProcess).not.toHaveBeenCalled()
    expect(fake.loadURL).toHaveBeenCalledOnce()
  })

  it('is replaced even if its end is never told', async () => {
    vi.useFakeTimers()
    const { contents, fake } = contentsAt('relais://app/')
    const replaced = replaceRenderer(contents, () => {
      throw new Error('ESRCH')
    })
    await vi.advanceTimersByTimeAsync(2000)
    await replaced
    expect(fake.loadURL).toHaveBeenCalledOnce()
  })

  it('is left alone in a window that has closed', async () => {
    const gone = contentsAt('relais://app/')
    gone.fake.isDestroyed.mockReturnValue(true)
    await replaceRenderer(gone.contents, gone.endProcess)
    expect(gone.story).toEqual([])

    const closing = contentsAt('relais://app/')
    closing.fake.loadURL.mockImplementation(() => {
      closing.fake.isDestroyed.mockReturnValue(true)
      return Promise.reject(new Error('ERR_ABORTED'))
    })
    await expect(replaceRenderer(closing.contents, closing.endProcess)).resolves.toBeUndefined()
  })
})
