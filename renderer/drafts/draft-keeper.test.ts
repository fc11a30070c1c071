import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beforeLock, createDraftKeeper, flushDrafts } from './draft-keeper.ts'

const quiet = { onKept: () => undefined, onFailed: () => undefined }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a draft', () => {
  it('is put away after a pause in typing, once, as it was typed last', async () => {
    const put = vi.fn(async () => undefined)
    const keeper = createDraftKeeper<string>(put, quiet)
    for (const value of ['u', 'un', 'une']) keeper.type(value)
    await vi.advanceTimersByTimeAsync(249)
    expect(put).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(put.mock.calls).toEqual([['"une"']])
    keeper.close()
  })

  it('is put away within a second even while typing never pauses', async () => {
    const put = vi.fn(async () => undefined)
    const keeper = createDraftKeeper<number>(put, quiet)
    for (let at = 0; at < 1000; at += 100) {
      keeper.type(at)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(put).toHaveBeenCalled()
    keeper.close()
  })

  it('is put away at once before a lock, and the lock waits for it', async () => {
    let arrive: () => void = () => undefined
    const put = vi.fn(() => new Promise<void>((resolve) => (arrive = resolve)))
    const keeper = createDraftKeeper<string>(put, quiet)
    keeper.type('la dernière phrase')
    let flushed = false
    const flush = flushDrafts().then(() => (flushed = true))
    expect(put).toHaveBeenCalledWith('"la dernière phrase"')
    await vi.advanceTimersByTimeAsync(10)
    expect(flushed).toBe(false)
    arrive()
    await flush
    keeper.close()
  })

  it('is waited for at a lock although its form has just gone', async () => {
    let arrive: () => void = () => undefined
    const keeper = createDraftKeeper<string>(() => new Promise<void>((resolve) => (arrive = resolve)), quiet)
    keeper.type('x')
    keeper.close()
    let flushed = false
    const flush = flushDrafts().then(() => (flushed = true))
    await vi.advanceTimersByTimeAsync(10)
    expect(flushed).toBe(false)
    arrive()
    await flush
  })

  it.each(['still there', 'gone'])(
    'typed while a save ended the one before it is put away before a lock, its form %s',
    async (form) => {
      let arrive: () => void = () => undefined
      const put = vi.fn(async () => undefined)
      const keeper = createDraftKeeper<string>(put, quiet)
      const reply = new Promise<void>((resolve) => (arrive = resolve))
      const saved = beforeLock(reply.then(() => keeper.type('Avant et après')))
      if (form === 'gone') keeper.close()
      let flushed = false
      const flush = flushDrafts().then(() => (flushed = true))
      await vi.advanceTimersByTimeAsync(10)
      expect(flushed).toBe(false)
      arrive()
      await Promise.all([saved, flush])
      expect(put).toHaveBeenCalledWith('"Avant et après"')
      keeper.close()
    },
  )

  it('does not hold a lock for a save that was refused', async () => {
    const saved = beforeLock(Promise.reject(new Error('cases.stale_version')))
    await expect(saved).rejects.toThrow('cases.stale_version')
    await flushDrafts()
  })

  it('that could not be put away is told and tried again', async () => {
    const put = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('vault.disk_full'))
    const outcome = { onKept: vi.fn(), onFailed: vi.fn() }
    const keeper = createDraftKeeper<string>(put, outcome)
    keeper.type('reste')
    await keeper.save()
    expect(outcome.onFailed).toHaveBeenCalledOnce()
    expect(keeper.dirty).toBe(true)
    await flushDrafts()
    expect(put).toHaveBeenCalledTimes(2)
    expect(outcome.onKept).toHaveBeenCalledOnce()
    keeper.close()
  })

  it('is not brought back by a write that fails after it was settled', async () => {
    let refuse: (error: Error) => void = () => undefined
    const put = vi.fn(() => new Promise<void>((_, reject) => (refuse = reject)))
    const keeper = createDraftKeeper<string>(put, quiet)
    keeper.type('x')
    const saving = keeper.save()
    keeper.settle()
    refuse(new Error('late'))
    await saving
    expect(keeper.dirty).toBe(false)
    keeper.close()
    expect(put).toHaveBeenCalledOnce()
  })
})
