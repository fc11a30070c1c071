import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { forkVaultChild } from './vault-child.ts'

function forked(pid: number | undefined, environment: NodeJS.ProcessEnv = {}) {
  const process = Object.assign(new EventEmitter(), { pid, postMessage: vi.fn(), kill: vi.fn() })
  const fork = vi.fn(() => process as never)
  const endProcess = vi.fn()
  return { process, fork, endProcess, child: forkVaultChild(fork, '/vault.js', environment, endProcess) }
}

describe('the vault process in Electron', () => {
  it('is forked without output, arguments or a way for others to load code into it', () => {
    const { fork } = forked(7, {
      PATH: '/bin',
      NODE_OPTIONS: '--require /evil.js',
      NAPI_RS_NATIVE_LIBRARY_PATH: '/evil.node',
      ELECTRON_RUN_AS_NODE: '1',
      Node_Options: 'evil',
    })
    expect(fork).toHaveBeenCalledExactlyOnceWith('/vault.js', [], {
      stdio: 'ignore',
      serviceName: 'Relais vault',
      execArgv: [],
      env: { PATH: '/bin' },
      allowLoadingUnsignedLibraries: false,
    })
  })

  it('is a mailbox', () => {
    const { child, process } = forked(7)
    child.post({ type: 'end' })
    expect(process.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'end' })
    const hear = vi.fn()
    const exit = vi.fn()
    child.onMessage(hear)
    child.onExit(exit)
    process.emit('message', { type: 'progress', jobId: 'a', done: 1, total: 2 })
    process.emit('exit', 1)
    process.emit('exit', 1)
    expect(hear).toHaveBeenCalledExactlyOnceWith({ type: 'progress', jobId: 'a', done: 1, total: 2 })
    expect(exit).toHaveBeenCalledExactlyOnceWith()
  })

  it('is ended at once by its number, since the polite signal waits for a busy process', () => {
    const running = forked(7)
    running.child.kill()
    expect(running.endProcess).toHaveBeenCalledExactlyOnceWith(7)
    const unborn = forked(undefined)
    unborn.child.kill()
    expect(unborn.process.kill).toHaveBeenCalledOnce()
    expect(unborn.endProcess).not.toHaveBeenCalled()
  })

  it('is ended quietly when it has ended already', () => {
    // One more than the largest process number that Linux can give.
    const { process, fork } = forked(2 ** 22 + 1)
    forkVaultChild(fork, '/vault.js', {}).kill()
    expect(process.kill).not.toHaveBeenCalled()
  })
})
