import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { newVault, testPassphrase } from '../../tests/support/vault.ts'
import { forkVaultChild } from './preview/vault-child.ts'
import { createVaultHost } from './vault-host.ts'

/** A host with real vault processes, and their process ids in order. */
function hostWithProcesses() {
  const pids: number[] = []
  const onLost = vi.fn()
  const host = createVaultHost(
    () => {
      const child = forkVaultChild()
      pids.push(child.pid)
      return child
    },
    { onProgress: () => undefined, onLost },
  )
  onTestFinished(() => host.end())
  return { host, pids, onLost }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const inspect = { folder: '/nowhere' }
const lost = { ok: false, error: { code: 'vault.process_lost', params: {} } }

describe('the vault process', () => {
  it('is started by the first call and serves all until the end', async () => {
    const { host, pids, onLost } = hostWithProcesses()
    expect(pids).toEqual([])
    for (let n = 0; n < 3; n += 1) {
      expect(await host.call('vault.inspect', inspect)).toEqual({
        ok: true,
        out: { holds: 'nothing', kit: null, waitSeconds: 0 },
      })
    }
    expect(pids).toHaveLength(1)
    await host.end()
    expect(isAlive(pids[0] ?? 0)).toBe(false)
    expect(onLost).not.toHaveBeenCalled()
  })

  it('is another one after a lock, with nothing open in it', async () => {
    const { host, pids } = hostWithProcesses()
    const folder = await newVault()
    await host.call('vault.unlock', { folder, passphrase: testPassphrase })
    expect(
      await host.call('cases.list', { words: '', status: [], region: [], risk: [], offset: 0 }),
    ).toMatchObject({ ok: false })
    await host.end()
    expect(await host.call('members.me', {})).toEqual({
      ok: false,
      error: { code: 'vault.locked', params: {} },
    })
    expect(new Set(pids).size).toBe(2)
  })

  it('is ended once, however often that is asked, and calls meanwhile wait for the next one', async () => {
    const { host, pids } = hostWithProcesses()
    await host.call('vault.inspect', inspect)
    const ends = [host.end(), host.end(), host.end()]
    const meanwhile = host.call('vault.inspect', inspect)
    await Promise.all(ends)
    expect(isAlive(pids[0] ?? 0)).toBe(false)
    expect(await meanwhile).toMatchObject({ ok: true })
    expect(pids).toHaveLength(2)
  })

  it('is the last one once the window closes, whatever the page still asks', async () => {
    const { host, pids } = hostWithProcesses()
    await host.call('vault.inspect', inspect)
    const locking = host.end()
    const meanwhile = host.call('vault.inspect', inspect)
    const closing = host.close()
    const later = host.call('vault.inspect', inspect)
    await Promise.all([locking, closing])
    expect(await Promise.all([meanwhile, later, host.call('vault.inspect', inspect)])).toEqual([
      lost,
      lost,
      lost,
    ])
    expect(pids).toHaveLength(1)
    expect(pids.some(isAlive)).toBe(false)
  })

  it('that is killed answers every call that waits, and is missed', async () => {
    const { host, pids, onLost } = hostWithProcesses()
    await host.call('vault.inspect', inspect)
    const [pid = 0] = pids
    process.kill(pid, 'SIGSTOP')
    const calls = [host.call('vault.inspect', inspect), host.call('vault.inspect', inspect)]
    process.kill(pid, 'SIGKILL')
    expect(await Promise.all(calls)).toEqual([lost, lost])
    expect(onLost).toHaveBeenCalledOnce()
    expect(await host.call('vault.inspect', inspect)).toMatchObject({ ok: true })
  })

  it('that hears nothing any more is killed after a second', async () => {
    const { host, pids, onLost } = hostWithProcesses()
    await host.call('vault.inspect', inspect)
    const [pid = 0] = pids
    process.kill(pid, 'SIGSTOP')
    await host.end()
    expect(isAlive(pid)).toBe(false)
    expect(onLost).not.toHaveBeenCalled()
  })

  it('need not run to be ended', async () => {
    const { host, pids } = hostWithProcesses()
    await host.end()
    expect(pids).toEqual([])
  })

  it.each([
    ['never starts', () => forkVaultChild('/nowhere/node')],
    [
      'the system refuses to make',
      () => {
        throw new Error('EAGAIN')
      },
    ],
  ])('that %s answers every call that waits, and can still be ended', async (_, fork) => {
    const host = createVaultHost(fork, { onProgress: () => undefined, onLost: () => undefined })
    expect(
      await Promise.all([host.call('vault.inspect', inspect), host.call('vault.inspect', inspect)]),
    ).toEqual([lost, lost])
    await host.end()
  })
})
