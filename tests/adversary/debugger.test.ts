import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { openVaultProcess } from '../support/vault-process.ts'
import { internetSockets } from './process-tree.ts'

/** A process that has nothing against being debugged. */
async function openToAll(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("ready")'])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

// The signal is a Unix one, and only Linux shows every process's sockets to a test.
describe.runIf(process.platform === 'linux')('the signal that opens a debugger', () => {
  it('opens none on the vault process, which goes on serving', async () => {
    const vault = openVaultProcess()
    await vault.call('vault.inspect', { folder: '/nowhere' })
    const control = await openToAll()
    process.kill(vault.pid, 'SIGUSR1')
    control.kill('SIGUSR1')
    // By the time the one that is open to all listens, the other, told first, would as well.
    await eventually(() => internetSockets(control.pid ?? 0)).not.toEqual([])
    await vault.call('vault.inspect', { folder: '/nowhere' })
    expect(internetSockets(vault.pid)).toEqual([])
  })
})
