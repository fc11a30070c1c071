import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClipboardGuard } from './clipboard-guard.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function clipboardHolding(text: string) {
  const system = { text }
  const guard = createClipboardGuard({
    readText: async () => system.text,
    clear: async () => {
      system.text = ''
    },
  })
  return { system, guard }
}

describe('words copied out of the app', () => {
  it('are gone from the clipboard 30 seconds later, and not before', async () => {
    const { system, guard } = clipboardHolding('le récit')
    guard.copied('le récit')
    await vi.advanceTimersByTimeAsync(29_999)
    expect(system.text).toBe('le récit')
    await vi.advanceTimersByTimeAsync(1)
    expect(system.text).toBe('')
  })

  it('are gone at once when the vault locks', async () => {
    const { system, guard } = clipboardHolding('le récit')
    guard.copied('le récit')
    await guard.clear()
    expect(system.text).toBe('')
  })

  it('are known again when the system changed their line ends and no-break spaces', async () => {
    const { system, guard } = clipboardHolding('un\r\ndeux : trois')
    guard.copied('un\ndeux\u00a0: trois\n')
    await guard.clear()
    expect(system.text).toBe('')
  })

  it('count from the last copy', async () => {
    const { system, guard } = clipboardHolding('deux')
    guard.copied('un')
    await vi.advanceTimersByTimeAsync(20_000)
    guard.copied('deux')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(system.text).toBe('deux')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(system.text).toBe('')
  })
})

describe('what something else has put on the clipboard', () => {
  it('is left alone, at the timer and at lock', async () => {
    const { system, guard } = clipboardHolding('le récit')
    guard.copied('le récit')
    system.text = 'une adresse'
    await vi.advanceTimersByTimeAsync(30_000)
    await guard.clear()
    expect(system.text).toBe('une adresse')
  })

  it('is not even looked at when nothing was copied here', async () => {
    const readText = vi.fn(async () => 'x')
    await createClipboardGuard({ readText, clear: async () => undefined }).clear()
    expect(readText).not.toHaveBeenCalled()
  })
})

it('a clipboard that was busy is cleared a moment later', async () => {
  let tries = 0
  const clear = vi.fn(async () => undefined)
  const guard = createClipboardGuard({
    readText: async () => {
      tries += 1
      if (tries === 1) throw new Error('busy')
      return 'le récit'
    },
    clear,
  })
  guard.copied('le récit')
  await vi.advanceTimersByTimeAsync(30_000)
  expect(clear).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(2000)
  expect(clear).toHaveBeenCalledOnce()
})

it('a clipboard that another program holds does not keep the vault from locking', async () => {
  const guard = createClipboardGuard({
    readText: () => new Promise(() => undefined),
    clear: async () => undefined,
  })
  guard.copied('x')
  const cleared = guard.clear()
  await vi.advanceTimersByTimeAsync(500)
  await expect(cleared).resolves.toBeUndefined()
})
