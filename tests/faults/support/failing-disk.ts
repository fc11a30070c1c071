import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

const command = 'strace'

/** What a disk answers that is full, unplugged or failing. */
export type DiskError = 'ENOSPC' | 'EIO' | 'EROFS' | 'EDQUOT'

/**
 * From now on the disk refuses what a running process asks of it: with strace between the process and the system. `write` alone is
 * let through: it also carries the answers to the shell, and each file that is written with it is then synced.
 * @param when as strace has it: `3` the third call only, `3+` that one and all after it
 * @returns what lets the disk work again
 */
export async function failDisk(pid: number, error: DiskError, when = '1+'): Promise<() => Promise<void>> {
  const calls = 'pwrite64,fsync,fdatasync,ftruncate,rename,mkdir'
  const inject = `inject=${calls}:error=${error}:when=${when}`
  const options = ['-f', '-e', `trace=${calls}`, '-e', inject, '-o', '/dev/null', '-p', String(pid)]
  const strace = spawn(command, options, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(strace, 'exit')
  await new Promise<void>((resolve, reject) => {
    strace.stderr.on('data', (text: Buffer) => text.includes('attached') && resolve())
    void ended.then(() => reject(new Error('strace could not attach')))
  })
  ended.catch(() => undefined)
  const mend = async (): Promise<void> => {
    strace.kill('SIGINT')
    await ended
  }
  onTestFinished(mend)
  return mend
}
