import { describe, expect, it, vi } from 'vitest'
import { createClipboard, dropSelection } from './clipboard.ts'

const systemClipboard = () => ({ readText: vi.fn(async () => 'copié'), clear: vi.fn() })

describe('the system’s clipboard', () => {
  it('is read and cleared, and with it what the mouse has marked (Linux)', async () => {
    const selection = { clear: vi.fn() }
    const system = { ...systemClipboard(), selection }
    const clipboard = createClipboard(system)
    expect(await clipboard.readText()).toBe('copié')
    expect(system.clear).not.toHaveBeenCalled()
    await clipboard.clear()
    expect(system.clear).toHaveBeenCalledOnce()
    expect(selection.clear).toHaveBeenCalledOnce()
  })

  it('is cleared where there is no second one', async () => {
    const system = systemClipboard()
    await createClipboard(system).clear()
    expect(system.clear).toHaveBeenCalledOnce()
  })

  it('keeps what was copied when only what was marked is dropped', () => {
    const system = { ...systemClipboard(), selection: { clear: vi.fn() } }
    dropSelection(system)
    expect(system.clear).not.toHaveBeenCalled()
    expect(system.selection.clear).toHaveBeenCalledOnce()
  })
})
